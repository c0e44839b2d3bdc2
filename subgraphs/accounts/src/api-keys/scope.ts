import type { ApiKeyScope } from '../__generated__/types.ts';
import type { Scope } from './api-key.ts';

const TO_API = {
  'projects:read': 'PROJECTS_READ',
  'projects:write': 'PROJECTS_WRITE',
  'clients:read': 'CLIENTS_READ',
  'clients:write': 'CLIENTS_WRITE',
  'studio:read': 'STUDIO_READ',
} as const satisfies Record<Scope, ApiKeyScope>;

const FROM_API = {
  PROJECTS_READ: 'projects:read',
  PROJECTS_WRITE: 'projects:write',
  CLIENTS_READ: 'clients:read',
  CLIENTS_WRITE: 'clients:write',
  STUDIO_READ: 'studio:read',
} as const satisfies Record<ApiKeyScope, Scope>;

/** A scope as the API writes it. */
export const toApiScope = (scope: Scope): ApiKeyScope => TO_API[scope];
/** A scope as permission tables write it. */
export const fromApiScope = (scope: ApiKeyScope): Scope => FROM_API[scope];
