import { useQuery } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { placesOf, useFrame } from '../../app/frame.ts';
import type { ProjectFilter } from '../../graphql/__generated__/types.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { PageHead, PageMain } from '../../shell/AppShell.tsx';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { useShortcut } from '../../shell/ShortcutsProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { viewerZone } from '../../ui/time.ts';
import { toast } from '../../ui/toast.ts';
import { MoreProjectsDocument, ProjectsPageDocument } from './__generated__/ProjectsPage.ts';
import { ProjectList } from './ProjectList.tsx';
import { ProjectsBar } from './ProjectsBar.tsx';
import type { ProjectsSearch } from './search.ts';
import { useProjectsLive } from './useProjectsLive.ts';

const ProjectsBoard = lazy(() => import('./ProjectsBoard.tsx'));
const CreateProjectDialog = lazy(() => import('./CreateProjectDialog.tsx'));

const route = getRouteApi('/s/$studio/projects');
const PAGE = 50;
const BOARD_PAGE = 100;

const filterOf = ({ q, status, client, archived }: ProjectsSearch): ProjectFilter => ({
  ...(q && { text: q }),
  ...(status && { status: [status] }),
  ...(client && { clientId: client }),
  ...(archived && { archived: true }),
});

/** Every project of the studio that the viewer sees: a list, the last changed first, or a board by status. */
export function ProjectsPage() {
  const { t } = useLingui();
  const { studio } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const frame = useFrame();
  const [creating, setCreating] = useState(false);
  const { q, status, client, archived } = search;
  const filter = useMemo(() => filterOf({ q, status, client, archived }), [q, status, client, archived]);
  const isBoard = search.view === 'board';
  const { data, previousData, error, refetch, fetchMore } = useQuery(ProjectsPageDocument, {
    variables: { filter, first: isBoard ? BOARD_PAGE : PAGE },
  });
  const answer = data ?? previousData;
  const refresh = useCallback(() => void refetch(), [refetch]);
  useProjectsLive(refresh);

  const page = answer?.projects;
  const busy = useRef<string | null>(null);
  const after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  const loadMore = useCallback(async () => {
    if (!after || busy.current === after) return;
    busy.current = after;
    try {
      await fetchMore({ query: MoreProjectsDocument, variables: { filter, first: BOARD_PAGE, after } });
    } catch {
      busy.current = null;
      toast({ tone: 'problem', message: t`More projects did not load. Scroll on to try again.` });
    }
  }, [after, fetchMore, filter, t]);

  const isNarrowed = Boolean(q || status || client || archived);
  const canCreate = placesOf(frame?.member.role).newProject;
  const create = () => setCreating(true);
  useShortcut({ keys: 'n', label: t`New project`, group: t`Projects`, run: () => canCreate && create() });
  const zone = frame?.studio.timeZone ?? viewerZone();
  const newProject = canCreate && (
    <Button tone="primary" icon={<Plus size={16} strokeWidth={1.5} aria-hidden />} onClick={create}>
      <Trans>New project</Trans>
    </Button>
  );
  return (
    <PageMain className="flex h-[calc(100dvh-56px)] flex-col md:h-dvh">
      <PageTitle parts={[t`Projects`]} />
      <PageHead
        title={<Trans>Projects</Trans>}
        lead={page && page.totalCount > 0 && <Plural value={page.totalCount} one="# project" other="# projects" />}
        // One way to begin: where there is nothing yet, the empty page offers it.
        actions={page?.nodes.length === 0 && !isNarrowed ? undefined : newProject}
      />
      <ProjectsBar search={search} />
      {!page && error ? (
        <div className="px-4 sm:px-8">
          <ErrorPanel title={<Trans>The projects did not load</Trans>} reference={referenceOf(error)} onRetry={refresh} />
        </div>
      ) : !page ? (
        <div className="px-4 sm:px-8">
          <SkeletonRows rows={8} />
        </div>
      ) : page.nodes.length === 0 ? (
        <div className="px-4 sm:px-8">
          {isNarrowed ? (
            <EmptyState
              picture="lens"
              title={<Trans>No project is like that</Trans>}
              action={
                <Button onClick={() => void navigate({ search: ({ view }) => ({ view }), replace: true })}>
                  <Trans>Clear the filters</Trans>
                </Button>
              }
            >
              <Trans>The filters leave nothing over.</Trans>
            </EmptyState>
          ) : (
            <EmptyState picture="easel" title={<Trans>No projects yet</Trans>} action={newProject}>
              <Trans>A project holds the brief, the tasks and all that you and the client say about it.</Trans>
            </EmptyState>
          )}
        </div>
      ) : isBoard ? (
        <Suspense fallback={null}>
          <ProjectsBoard projects={page.nodes} studio={studio} studioZone={zone} onEnd={loadMore} />
        </Suspense>
      ) : (
        <ProjectList projects={page.nodes} studio={studio} studioZone={zone} total={page.totalCount} onEnd={loadMore} />
      )}
      {creating && (
        <Suspense>
          <CreateProjectDialog onOpenChange={setCreating} studio={studio} />
        </Suspense>
      )}
    </PageMain>
  );
}
