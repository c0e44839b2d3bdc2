import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { DateText, DueDate } from '../../ui/DateText.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { projectStatus } from '../project/words.ts';
import type { ProjectRowFragment } from './__generated__/ProjectsPage.ts';

const ROW = 65;

/** A thin line: how far the work is. */
export function ProgressLine({ progress }: { progress: ProjectRowFragment['progress'] }) {
  const { t } = useLingui();
  const { done, total } = progress;
  if (total === 0) return null;
  return (
    <span className="flex items-center gap-2 text-12 text-ink-3" title={t`${done} of ${total} done`}>
      <span aria-hidden className="block h-0.5 w-16 overflow-clip rounded-full bg-line-strong">
        <span className="block h-full origin-left bg-ink-2" style={{ transform: `scaleX(${done / total})` }} />
      </span>
      <span className="figures" aria-hidden>
        {done}/{total}
      </span>
      <span className="sr-only">{t`${done} of ${total} done`}</span>
    </span>
  );
}

type ProjectListProps = {
  projects: readonly ProjectRowFragment[];
  studio: string;
  studioZone: string;
  total: number;
  onEnd: () => void;
};

/** Projects as rows, any number of them. */
export function ProjectList({ projects, studio, studioZone, total, onEnd }: ProjectListProps) {
  const { t, i18n } = useLingui();
  return (
    <VirtualList
      items={projects}
      keyOf={(project) => project.id}
      estimate={ROW}
      label={t`Projects`}
      total={total}
      onEnd={onEnd}
      className="min-h-0 flex-1 px-4 pb-6 sm:px-8"
      renderItem={(project) => {
        const status = projectStatus[project.status];
        return (
          <div className="relative flex min-h-16 flex-wrap items-center gap-x-6 gap-y-1 border-b py-2.5 hover:bg-surface-1">
            <div className="min-w-0 flex-1 basis-64">
              <Link
                to="/s/$studio/projects/$projectId"
                params={{ studio, projectId: project.id }}
                className="name text-20 text-ink-1 after:absolute after:inset-0"
              >
                {project.name}
              </Link>
              <p className="truncate text-13 text-ink-3">
                {[project.client?.name, project.currentStage?.name].filter(Boolean).join(' \u00b7 ') || <Trans>No client</Trans>}
              </p>
            </div>
            <div className="flex flex-wrap items-center gap-x-6 gap-y-1 text-13">
              <span className="md:w-28">
                <ProgressLine progress={project.progress} />
              </span>
              <span className="md:w-24">
                <StatusChip quiet kind={status.kind}>
                  {i18n._(status.word)}
                </StatusChip>
              </span>
              <span className="md:w-28 md:text-right">
                {project.dueOn && <DueDate date={project.dueOn} studioZone={studioZone} done={project.status === 'DONE'} />}
              </span>
              <DateText at={project.updatedAt} studioZone={studioZone} className="hidden w-28 text-right text-12 text-ink-3 lg:block" />
            </div>
          </div>
        );
      }}
    />
  );
}
