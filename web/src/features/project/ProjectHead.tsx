import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Archive, Ellipsis, Eye, ListTree, Pencil, Share2, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button, IconButton } from '../../ui/Button.tsx';
import { DueDate } from '../../ui/DateText.tsx';
import { Menu, MenuItem, MenuRule } from '../../ui/Menu.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import type { ProjectHeadFragment } from './__generated__/ProjectPage.ts';
import { Presence } from './Presence.tsx';
import { StageLine } from './StageLine.tsx';
import { useProjectChanges } from './useProjectChanges.ts';
import { projectStatus } from './words.ts';

const ShareDialog = lazy(() => import('../sharing/ShareDialog.tsx'));
const EditProjectDialog = lazy(() => import('./EditProjectDialog.tsx'));
const StagesDialog = lazy(() => import('./StagesDialog.tsx'));

const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

type ProjectHeadProps = {
  project: ProjectHeadFragment;
  studio: string;
  studioZone: string;
  /** As a contact sees it: no actions, and no counts, because these hold what is for the team only. */
  asClient: boolean;
};

/** What a project is: its name, whose it is, where it stands, who is here, and what can be done with all of it. */
export function ProjectHead({ project, studio, studioZone, asClient }: ProjectHeadProps) {
  const { t, i18n } = useLingui();
  const [dialog, setDialog] = useState<'share' | 'edit' | 'stages' | null>(null);
  const changes = useProjectChanges(project.id);
  const status = projectStatus[project.projectStatus];
  const { done, total } = project.progress;
  const close = (open: boolean) => !open && setDialog(null);
  return (
    <header>
      <div className="flex items-start gap-x-4 px-4 pt-5 sm:gap-x-6 sm:px-8 sm:pt-7">
        <div className="min-w-0 flex-1">
          <h1 className="name text-26 text-ink-1 sm:text-34">{project.name}</h1>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1 pt-1 text-13 text-ink-2">
            {project.client && (
              <Link to="/s/$studio/clients/$clientId" params={{ studio, clientId: project.client.id }} className="link-quiet">
                {project.client.name}
              </Link>
            )}
            <StatusChip quiet kind={status.kind}>
              {i18n._(status.word)}
            </StatusChip>
            {project.dueOn && (
              <span>
                <Trans>
                  Due <DueDate date={project.dueOn} studioZone={studioZone} done={project.projectStatus === 'DONE'} />
                </Trans>
              </span>
            )}
            {total > 0 && !asClient && (
              <span className="figures text-ink-3">
                <Trans>
                  {done} of {total} done
                </Trans>
              </span>
            )}
          </div>
        </div>
        <div className="flex shrink-0 items-center gap-2 sm:pt-1.5">
          <Presence projectId={project.id} />
          {project.viewerCanShare && !asClient && (
            <Button icon={<Share2 {...icon} />} onClick={() => setDialog('share')} className="max-sm:px-2.5 max-sm:[&>span]:sr-only">
              <Trans>Share</Trans>
            </Button>
          )}
          {!asClient && (
            <Menu
              align="end"
              trigger={
                <IconButton label={t`More about this project`}>
                  <Ellipsis {...icon} />
                </IconButton>
              }
            >
              {project.viewerCanUpdate && (
                <>
                  <MenuItem icon={<Pencil {...icon} />} onSelect={() => setDialog('edit')}>
                    {t`Edit project`}
                  </MenuItem>
                  <MenuItem icon={<ListTree {...icon} />} onSelect={() => setDialog('stages')}>
                    {t`Stages`}
                  </MenuItem>
                </>
              )}
              <MenuItem asChild>
                <Link to="/s/$studio/projects/$projectId" params={{ studio, projectId: project.id }} search={{ as: 'client' }}>
                  <span className="grid size-4 place-items-center text-ink-3">
                    <Eye {...icon} />
                  </span>
                  {t`View as client`}
                </Link>
              </MenuItem>
              {project.viewerCanUpdate && (
                <>
                  <MenuRule />
                  <MenuItem icon={<Archive {...icon} />} onSelect={() => void changes.archive(!project.archivedAt)}>
                    {project.archivedAt ? t`Take out of the archive` : t`Archive`}
                  </MenuItem>
                  <MenuItem icon={<Trash2 {...icon} />} onSelect={() => void changes.trash()}>
                    {t`Put in the trash`}
                  </MenuItem>
                </>
              )}
            </Menu>
          )}
        </div>
      </div>
      <StageLine stages={project.stages} currentStage={project.currentStage} withCounts={!asClient} />
      <Suspense>
        {dialog === 'share' && <ShareDialog projectId={project.id} onOpenChange={close} />}
        {dialog === 'edit' && <EditProjectDialog project={project} onOpenChange={close} />}
        {dialog === 'stages' && <StagesDialog project={project} onOpenChange={close} />}
      </Suspense>
    </header>
  );
}
