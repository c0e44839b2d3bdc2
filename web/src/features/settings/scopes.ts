import type { ApiKeyScope } from '../../graphql/__generated__/types.ts';

/** What a key may be allowed, in the order in which it is offered. */
export const SCOPES: readonly ApiKeyScope[] = ['PROJECTS_READ', 'PROJECTS_WRITE', 'CLIENTS_READ', 'CLIENTS_WRITE', 'STUDIO_READ'];
