import { useLingui } from '@lingui/react/macro';
import type { StatusKind } from '../../ui/StatusChip.tsx';
import type { Task } from './letter.ts';

/** How a task's state is drawn; the word beside it is `useStatusWord`'s. */
export const statusKind: Record<Task['status'], StatusKind> = { TODO: 'draft', IN_PROGRESS: 'live', IN_REVIEW: 'waiting', DONE: 'done' };

/** The word for a task's state, as a client would say it. */
export function useStatusWord(): (status: Task['status']) => string {
  const { t } = useLingui();
  return (status) => {
    if (status === 'DONE') return t`Done`;
    if (status === 'IN_REVIEW') return t`Being looked at`;
    return status === 'IN_PROGRESS' ? t`In the works` : t`To come`;
  };
}
