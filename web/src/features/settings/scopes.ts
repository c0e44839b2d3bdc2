import { useLingui } from '@lingui/react/macro';
import type { ApiKeyScope } from '../../graphql/__generated__/types.ts';

/** What a key may be allowed, in the order in which it is offered. */
export const SCOPES: readonly ApiKeyScope[] = ['PROJECTS_READ', 'PROJECTS_WRITE', 'CLIENTS_READ', 'CLIENTS_WRITE', 'STUDIO_READ'];

/** Each scope in words. */
export function useScopes(): Record<ApiKeyScope, string> {
  const { t } = useLingui();
  return {
    PROJECTS_READ: t`Read projects, tasks and comments`,
    PROJECTS_WRITE: t`Change projects, tasks and comments`,
    CLIENTS_READ: t`Read clients and contacts`,
    CLIENTS_WRITE: t`Change clients and contacts`,
    STUDIO_READ: t`Read the studio and its members`,
  };
}
