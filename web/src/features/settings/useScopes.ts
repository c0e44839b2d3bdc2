import { useLingui } from '@lingui/react/macro';
import type { ApiKeyScope } from '../../graphql/__generated__/types.ts';

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
