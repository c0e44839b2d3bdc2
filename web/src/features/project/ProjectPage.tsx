import { useApolloClient, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { useFrame } from '../../app/frame.ts';
import { codeOf, referenceOf } from '../../graphql/errors.ts';
import { PageMain } from '../../shell/AppShell.tsx';
import { NotFoundPage } from '../../shell/FailedPage.tsx';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/DateText.tsx';
import { ErrorPanel, PanelBoundary } from '../../ui/ErrorPanel.tsx';
import { dateIn, viewerZone } from '../../ui/time.ts';
import { teachBoards } from '../board/boardCache.ts';
import { ProjectPageDocument } from './__generated__/ProjectPage.ts';
import { ProjectHead } from './ProjectHead.tsx';
import { ProjectSkeleton } from './ProjectSkeleton.tsx';
import { ProjectTabs } from './ProjectTabs.tsx';
import { PutAwayBanner } from './PutAwayBanner.tsx';
import { filterOf, groupingOf } from './search.ts';
import { TasksPart } from './TasksPart.tsx';
import { usePart } from './usePart.ts';
import { useProjectLive } from './useProjectLive.ts';

const TaskSheet = lazy(() => import('../tasks/TaskSheet.tsx'));
const BriefPart = lazy(() => import('./BriefPart.tsx'));
const TalkPart = lazy(() => import('../comments/TalkPart.tsx'));
const ActivityPart = lazy(() => import('../activity/ActivityPart.tsx'));

const route = getRouteApi('/s/$studio/projects/$projectId');

/** One project: its head, and the part that the address names. One query brings all of what is on the screen. */
export function ProjectPage() {
  const { t } = useLingui();
  const { studio, projectId } = route.useParams();
  const search = route.useSearch();
  const part = usePart();
  const client = useApolloClient();
  teachBoards(client.cache);
  const studioZone = useFrame()?.studio.timeZone ?? viewerZone();
  const today = dateIn(studioZone, useNow());
  const { q, assignee, status, due } = search;
  const filter = useMemo(() => filterOf({ q, assignee, status, due }, today), [q, assignee, status, due, today]);

  const groupBy = groupingOf(search);
  const { data, previousData, error, refetch } = useQuery(ProjectPageDocument, {
    variables: {
      id: projectId,
      groupBy,
      filter,
      tasks: part === 'tasks',
      brief: part === 'brief',
      talk: part === 'talk',
      activity: part === 'activity',
    },
  });
  const answer = data ?? previousData;
  const project = answer?.node?.__typename === 'Project' && answer.node.id === projectId ? answer.node : undefined;
  const refresh = useCallback(() => void refetch(), [refetch]);
  useProjectLive(projectId, project?.liveVersion, refresh);

  if (!project && error) {
    if (codeOf(error) === 'NOT_FOUND') return <NotFoundPage />;
    return (
      <PageMain className="p-8">
        <ErrorPanel title={<Trans>The project did not load</Trans>} reference={referenceOf(error)} onRetry={refresh} />
      </PageMain>
    );
  }
  if (!project) return <ProjectSkeleton />;
  const asClient = search.as === 'client';

  return (
    <PageMain className="flex h-[calc(100dvh-56px)] flex-col md:h-dvh">
      <PageTitle parts={[project.name]} />
      {asClient && (
        <Banner
          kind="view"
          action={
            <Button asChild size="small">
              <Link to="." search={(before) => ({ ...before, as: undefined })}>
                <Trans>Leave</Trans>
              </Link>
            </Button>
          }
        >
          <Trans>This is what the client sees. What is for the team only is left out, and nothing can be changed here.</Trans>
        </Banner>
      )}
      <PutAwayBanner project={project} />
      <ProjectHead project={project} studio={studio} studioZone={studioZone} asClient={asClient} />
      <ProjectTabs studio={studio} projectId={projectId} part={part} search={search} />
      <PanelBoundary key={part} title={<Trans>This part did not load</Trans>} referenceOf={referenceOf} onRetry={refresh}>
        <Suspense fallback={null}>
          {part === 'tasks' && (
            <TasksPart
              project={project}
              studioZone={studioZone}
              search={search}
              filter={filter}
              isFresh={data !== undefined}
              label={t`Tasks`}
            />
          )}
          {part === 'brief' && <BriefPart project={project} />}
          {part === 'talk' && <TalkPart project={project} studioZone={studioZone} clientOnly={asClient} />}
          {part === 'activity' && !asClient && <ActivityPart project={project} studioZone={studioZone} />}
          {search.task && (
            <TaskSheet key={search.task} taskId={search.task} projectId={projectId} studioZone={studioZone} readOnly={asClient} />
          )}
        </Suspense>
      </PanelBoundary>
    </PageMain>
  );
}
