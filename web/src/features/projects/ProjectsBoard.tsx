import { useApolloClient } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { useRef } from 'react';
import type { ProjectStatus } from '../../graphql/__generated__/types.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { IconButton } from '../../ui/Button.tsx';
import { DueDate } from '../../ui/DateText.tsx';
import { Menu, MenuChoice } from '../../ui/Menu.tsx';
import { StatusMark } from '../../ui/StatusChip.tsx';
import { toast } from '../../ui/toast.ts';
import { useOpenAt } from '../../ui/useOpenAt.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { UpdateProjectDocument } from '../project/__generated__/ProjectChanges.ts';
import { projectStatus } from '../project/words.ts';
import type { ProjectRowFragment } from './__generated__/ProjectsPage.ts';
import { ProgressLine } from './ProjectList.tsx';
import { PROJECT_STATUSES } from './search.ts';

type ProjectsBoardProps = { projects: readonly ProjectRowFragment[]; studio: string; studioZone: string; onEnd: () => void };

const CARD = 104;

/** Projects by where they stand. A card's menu says another status. */
export default function ProjectsBoard({ projects, studio, studioZone, onEnd }: ProjectsBoardProps) {
  const { t, i18n } = useLingui();
  const client = useApolloClient();
  const byStatus = Map.groupBy(projects, (project) => project.status);
  const strip = useRef<HTMLDivElement>(null);
  useOpenAt(
    strip,
    PROJECT_STATUSES.findIndex((status) => byStatus.has(status)),
    'status',
  );

  async function put(project: ProjectRowFragment, status: ProjectStatus) {
    try {
      const { data } = await client.mutate({
        mutation: UpdateProjectDocument,
        variables: { input: { id: project.id, expectedVersion: project.version, status } },
      });
      const result = data?.updateProject;
      if (result?.__typename === 'UpdateProjectSuccess') {
        const back = { ...project, version: result.project.version };
        toast({ message: t`${project.name} is now: ${i18n._(projectStatus[status].word)}`, undo: () => void put(back, project.status) });
      } else if (result) toast({ tone: 'problem', message: result.message });
    } catch (error) {
      const reference = referenceOf(error);
      toast({ tone: 'problem', message: reference ? t`That was not saved. Reference ${reference}` : t`That was not saved.` });
    }
  }

  return (
    <div
      ref={strip}
      className="relative flex min-h-0 flex-1 snap-x snap-mandatory gap-4 overflow-x-auto px-4 pb-2 md:snap-none md:gap-0 md:px-7"
    >
      {PROJECT_STATUSES.map((status) => {
        const list = byStatus.get(status) ?? [];
        const { word, kind } = projectStatus[status];
        return (
          <section
            key={status}
            aria-label={i18n._(word)}
            className="flex h-full w-full shrink-0 snap-center flex-col md:w-auto md:min-w-60 md:flex-1 md:border-r md:px-3 md:first:pl-0 md:last:border-r-0 md:last:pr-0"
          >
            <header className="flex h-10 items-center gap-2 px-1 text-13 font-medium">
              <StatusMark kind={kind} />
              <h2>{i18n._(word)}</h2>
              <span className="figures text-12 font-normal text-ink-3">{list.length}</span>
            </header>
            <VirtualList
              items={list}
              keyOf={(project) => project.id}
              estimate={CARD}
              label={i18n._(word)}
              onEnd={onEnd}
              className="min-h-0 flex-1"
              renderItem={(project) => (
                <article className="group/card relative m-1 mb-2 rounded-8 bg-surface-1 px-3 py-2.5 inset-ring inset-ring-line transition-shadow hover:inset-ring-line-strong">
                  <div className="flex items-start gap-2">
                    <Link
                      to="/s/$studio/projects/$projectId"
                      params={{ studio, projectId: project.id }}
                      className="name min-w-0 flex-1 text-16 after:absolute after:inset-0 after:rounded-8"
                    >
                      {project.name}
                    </Link>
                    {project.viewerCanUpdate && (
                      <span className="relative -mt-1 -mr-1.5">
                        <Menu
                          align="end"
                          trigger={
                            <IconButton size="small" label={t`Status of ${project.name}`}>
                              <Ellipsis size={16} strokeWidth={1.5} aria-hidden />
                            </IconButton>
                          }
                        >
                          <MenuChoice
                            label={t`Status`}
                            value={project.status}
                            onChange={(next) => void put(project, next as ProjectStatus)}
                            options={PROJECT_STATUSES.map((each) => ({ value: each, label: i18n._(projectStatus[each].word) }))}
                          />
                        </Menu>
                      </span>
                    )}
                  </div>
                  {project.client && <p className="truncate text-13 text-ink-3">{project.client.name}</p>}
                  <div className="flex flex-wrap items-center gap-x-4 gap-y-1 pt-1.5 text-12">
                    <ProgressLine progress={project.progress} />
                    {project.dueOn && <DueDate date={project.dueOn} studioZone={studioZone} done={project.status === 'DONE'} />}
                  </div>
                </article>
              )}
            />
          </section>
        );
      })}
    </div>
  );
}
