import type { Role } from '@atelier/service-kit/viewer';
import type { Role as ApiRole } from '../__generated__/types.ts';

const TO_API = {
  owner: 'OWNER',
  admin: 'ADMIN',
  manager: 'MANAGER',
  artist: 'ARTIST',
  accountant: 'ACCOUNTANT',
  guest: 'GUEST',
} as const satisfies Record<Role, ApiRole>;

const FROM_API = {
  OWNER: 'owner',
  ADMIN: 'admin',
  MANAGER: 'manager',
  ARTIST: 'artist',
  ACCOUNTANT: 'accountant',
  GUEST: 'guest',
} as const satisfies Record<ApiRole, Role>;

/** A role as the API writes it. */
export const toApiRole = (role: Role): ApiRole => TO_API[role];
/** A role as the domain writes it. */
export const fromApiRole = (role: ApiRole): Role => FROM_API[role];
