import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { placesOf, useFrame } from '../../app/frame.ts';
import { refetchShown } from '../../graphql/refetch.ts';
import { PageHead } from '../../shell/AppShell.tsx';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { toast } from '../../ui/toast.ts';
import { useClientMoves } from '../clients/useClientMoves.ts';
import { RestoreProjectDocument, TrashProjectDocument } from '../project/__generated__/ProjectChanges.ts';
import { RestoreTaskDocument, TrashTaskDocument } from '../tasks/__generated__/TaskChanges.ts';
import { TrashedClientsDocument, TrashedProjectsDocument, TrashedTasksDocument } from './__generated__/Trash.ts';
import { Shelf, type Trashed } from './Shelf.tsx';

/** Taking projects and tasks out again, each with the way back. The server's answer changes the list; until then the thing is hidden. */
function useRestore() {
  const { t } = useLingui();
  const projects = refetchShown('TrashedProjects', 'TrashedTasks');
  const tasks = refetchShown('TrashedTasks');
  const [restoreProject] = useMutation(RestoreProjectDocument, projects);
  const [trashProject] = useMutation(TrashProjectDocument, projects);
  const [restoreTask] = useMutation(RestoreTaskDocument, tasks);
  const [trashTask] = useMutation(TrashTaskDocument, tasks);
  const failed = (name: string) => () => toast({ message: t`${name} is still in the trash: the server did not agree.`, tone: 'problem' });
  return {
    project({ id, name }: Trashed) {
      const variables = { input: { id } };
      restoreProject({ variables }).then(
        () => toast({ message: t`${name} is back`, undo: () => void trashProject({ variables }).catch(() => undefined) }),
        failed(name),
      );
    },
    task({ id, name }: Trashed) {
      const variables = { input: { id } };
      restoreTask({ variables }).then(
        () => toast({ message: t`${name} is back`, undo: () => void trashTask({ variables }).catch(() => undefined) }),
        failed(name),
      );
    },
  };
}

/** What was thrown away in the last 30 days. */
export function TrashPage() {
  const { t } = useLingui();
  const frame = useFrame();
  const places = placesOf(frame?.member.role);
  const restore = useRestore();
  const { restore: restoreClient } = useClientMoves();
  const skip = { skip: !frame };
  const projects = useQuery(TrashedProjectsDocument, { skip: !places.projectTrash });
  const tasks = useQuery(TrashedTasksDocument, skip);
  const clients = useQuery(TrashedClientsDocument, { skip: !places.newClient });

  const trashedProjects = projects.data?.projects?.nodes
    .filter(({ trashedAt }) => trashedAt !== null)
    .map((project) => ({ ...project, detail: project.client?.name }));
  const trashedTasks = tasks.data?.tasks?.nodes
    .filter(({ trashedAt }) => trashedAt !== null)
    .map(({ id, title, trashedAt, project }) => ({ id, name: title, detail: project.name, trashedAt }));
  const trashedClients = clients.data?.clients?.nodes.filter(({ trashedAt }) => trashedAt !== null);
  const all = [...(places.projectTrash ? [trashedProjects] : []), trashedTasks, ...(places.newClient ? [trashedClients] : [])];
  const nothing = frame && all.every((list) => list?.length === 0);

  return (
    <div className="max-w-220">
      <PageTitle parts={[t`Trash`, frame?.studio.name]} />
      <PageHead title={<Trans>Trash</Trans>} lead={<Trans>What was thrown away stays for 30 days and can be taken out again.</Trans>} />
      <div className="flex flex-col gap-10 px-4 pt-3 pb-16 sm:px-8">
        {!frame && <SkeletonRows rows={6} />}
        {nothing && (
          <EmptyState picture="portfolio" title={<Trans>The trash is empty</Trans>}>
            <Trans>Nothing has been thrown away lately.</Trans>
          </EmptyState>
        )}
        {places.projectTrash && (
          <Shelf
            title={<Trans>Projects</Trans>}
            things={trashedProjects}
            total={trashedProjects?.length}
            error={projects.error}
            onRetry={() => void projects.refetch()}
            onRestore={restore.project}
          />
        )}
        {frame && (
          <Shelf
            title={<Trans>Tasks</Trans>}
            things={trashedTasks}
            total={trashedTasks?.length}
            error={tasks.error}
            onRetry={() => void tasks.refetch()}
            onRestore={restore.task}
          />
        )}
        {places.newClient && (
          <Shelf
            title={<Trans>Clients</Trans>}
            things={trashedClients}
            total={trashedClients?.length}
            error={clients.error}
            onRetry={() => void clients.refetch()}
            onRestore={(thing) => {
              const client = trashedClients?.find(({ id }) => id === thing.id);
              if (client) restoreClient(client);
            }}
          />
        )}
      </div>
    </div>
  );
}
