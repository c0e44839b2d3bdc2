import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { DateText, DueDate } from '../../ui/DateText.tsx';
import type { HomeQuery } from './__generated__/Home.ts';
import { ProjectStatusChip } from './ProjectStatusChip.tsx';

type Project = NonNullable<HomeQuery['underWay']>['nodes'][number];

function Bar({ done, total }: { done: number; total: number }) {
  return (
    <span aria-hidden className="block h-px w-full bg-line-strong">
      <span className="-mt-px block h-[3px] bg-ink-1" style={{ width: total === 0 ? 0 : `${(done / total) * 100}%` }} />
    </span>
  );
}

/** The projects that are being worked on, the last changed first. */
export function UnderWay({
  projects,
  studio,
  zone,
  knowsClients,
}: {
  projects: readonly Project[];
  studio: string;
  zone: string;
  /** False where it cannot be told for whom a project is. */
  knowsClients: boolean;
}) {
  return (
    <ul className="grid gap-x-10 sm:grid-cols-2 xl:grid-cols-3">
      {projects.map((project) => (
        <li key={project.id} className="group relative flex min-h-36 flex-col border-b py-4">
          <div className="flex items-baseline justify-between gap-3 text-13 text-ink-3">
            <span className="truncate">{project.client?.name ?? (knowsClients && <Trans>Own work</Trans>)}</span>
            <ProjectStatusChip status={project.projectStatus} />
          </div>
          <Link
            to="/s/$studio/projects/$projectId"
            params={{ studio, projectId: project.id }}
            className="name link-quiet pt-1 text-20 text-ink-1 after:absolute after:inset-0"
          >
            {project.name}
          </Link>
          <p className="truncate pt-1 text-13 text-ink-2">
            {project.currentStage?.name}
            {project.currentStage && project.dueOn && <span aria-hidden>{' \u00b7 '}</span>}
            {project.dueOn && <DueDate date={project.dueOn} studioZone={zone} />}
          </p>
          <div className="mt-auto pt-4">
            <Bar {...project.progress} />
            <p className="figures flex justify-between pt-1.5 text-12 text-ink-3">
              <span>
                <Trans>
                  {project.progress.done} of {project.progress.total} done
                </Trans>
              </span>
              <DateText at={project.updatedAt} studioZone={zone} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
