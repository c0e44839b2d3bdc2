import { useLingui } from '@lingui/react/macro';
import type { ProjectStatus } from '../../graphql/__generated__/types.ts';
import { StatusChip, type StatusKind } from '../../ui/StatusChip.tsx';

const kinds: Record<ProjectStatus, StatusKind> = { PLANNED: 'draft', ACTIVE: 'live', ON_HOLD: 'waiting', DONE: 'done' };

/** Where a project stands, in a word and a mark. */
export function ProjectStatusChip({ status }: { status: ProjectStatus }) {
  const { t } = useLingui();
  const words: Record<ProjectStatus, string> = { PLANNED: t`Planned`, ACTIVE: t`In progress`, ON_HOLD: t`Waiting`, DONE: t`Done` };
  return (
    <StatusChip quiet kind={kinds[status]}>
      {words[status]}
    </StatusChip>
  );
}
