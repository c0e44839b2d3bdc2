import { useQuery } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { type ReactNode, useEffect, useId } from 'react';
import { type FrameFacts, placesOf, useFrame } from '../../app/frame.ts';
import { usePresent } from '../../app/presence.ts';
import { isOut, referenceOf } from '../../graphql/errors.ts';
import { PageHead } from '../../shell/AppShell.tsx';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { AvatarStack } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/DateText.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Skeleton, SkeletonRows } from '../../ui/Skeleton.tsx';
import { dateIn, longDate } from '../../ui/time.ts';
import { NotificationLine } from '../notifications/NotificationLine.tsx';
import { Checklist } from '../onboarding/Checklist.tsx';
import { useChecklist } from '../onboarding/useChecklist.ts';
import { useCreate } from '../search/CreateHost.tsx';
import { HomeDocument } from './__generated__/Home.ts';
import { byWhen, partOfDay, type When, weekEnd } from './groups.ts';
import { homeRoute } from './routes.tsx';
import { TaskLines } from './TaskLines.tsx';
import { UnderWay } from './UnderWay.tsx';
import { useProjectsLive } from './useProjectsLive.ts';

const TOLD = 6;
/** How often a page asks again while a part of it is out. */
const HEAL_MS = 2_000;
/** The API counts tasks no further. */
const COUNTED = 100;

function Panel({
  title,
  count,
  action,
  children,
}: {
  title: ReactNode;
  count?: number | undefined;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="flex items-baseline justify-between gap-3 border-b border-line-strong pb-2">
        <h2 id={id} className="name text-20">
          {title}{' '}
          {count !== undefined && count > 0 && (
            <span className="figures pl-1 font-sans text-13 text-ink-3">{count < COUNTED ? count : `${COUNTED}+`}</span>
          )}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}

function HomeFor({ slug, frame }: { slug: string; frame: FrameFacts }) {
  const { t, i18n } = useLingui();
  const { studio, user, member } = frame;
  const create = useCreate();
  const now = useNow();
  const present = usePresent();
  const zone = studio.timeZone;
  const today = dateIn(zone, now);
  const checklist = useChecklist(studio.id, placesOf(member.role).studioSettings);
  const { data, error, refetch, startPolling, stopPolling } = useQuery(HomeDocument, {
    variables: { soon: weekEnd(today), onboarding: checklist.wanted },
    // A part that does not answer costs its own panel.
    errorPolicy: 'all',
  });
  const isPartly = error !== undefined && data !== undefined;
  useEffect(() => {
    if (isPartly) startPolling(HEAL_MS);
    return stopPolling;
  }, [isPartly, startPolling, stopPolling]);
  useProjectsLive(refetch);

  const first = user.name.split(' ')[0] ?? user.name;
  const greetings = { morning: t`Good morning, ${first}`, afternoon: t`Good afternoon, ${first}`, evening: t`Good evening, ${first}` };
  const whens: Record<When, string> = {
    late: t`Late`,
    today: t`Today`,
    week: t`This week`,
    later: t`Later`,
    someday: t`Without a date`,
  };
  const params = { studio: slug };
  // Where people are out, whose a task is cannot be told.
  const others = isOut(error, 'assignee') ? [] : data?.due?.nodes.filter(({ assignee }) => !assignee?.isViewer);
  const groups = data?.waiting && byWhen(data.waiting.nodes, today);
  const out = (
    <div className="pt-4">
      <ErrorPanel title={<Trans>This part does not answer</Trans>} reference={referenceOf(error)} onRetry={() => void refetch()}>
        <Trans>Nothing was lost. It comes back by itself.</Trans>
      </ErrorPanel>
    </div>
  );

  return (
    <>
      <PageTitle parts={[t`Home`, studio.name]} />
      <PageHead
        title={greetings[partOfDay(now, zone)]}
        lead={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <time dateTime={today}>{longDate(today, i18n.locale)}</time>
            {present.length > 0 && (
              <span className="flex items-center gap-2">
                <Trans>Here now</Trans>
                <AvatarStack label={t`Here now`} people={present.map((person) => ({ ...person, present: true }))} />
              </span>
            )}
          </span>
        }
        actions={
          placesOf(member.role).newProject && (
            <Button tone="primary" icon={<Plus size={16} strokeWidth={1.5} aria-hidden />} onClick={() => create('project')}>
              <Trans>New project</Trans>
            </Button>
          )
        }
      />
      <div className="flex flex-col gap-12 px-4 pt-2 pb-16 sm:px-8">
        {error && !data && (
          <ErrorPanel title={<Trans>Home did not come</Trans>} reference={referenceOf(error)} onRetry={() => void refetch()} />
        )}
        {!data && !error && <SkeletonRows rows={8} />}
        {data && !isPartly && checklist.wanted && <Checklist slug={slug} data={data} onDismiss={checklist.dismiss} />}
        {data && (
          <div className="grid gap-x-14 gap-y-12 xl:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="flex min-w-0 flex-col gap-12">
              <Panel title={<Trans>Waits for you</Trans>} count={data.waiting?.totalCount}>
                {!groups && out}
                {groups?.length === 0 && (
                  <EmptyState compact picture="tea" title={<Trans>Nothing waits for you</Trans>}>
                    <Trans>Tasks that are given to you stand here, what is late first.</Trans>
                  </EmptyState>
                )}
                {groups?.map(({ when, tasks }) => (
                  <div key={when}>
                    <h3 className={`pt-4 pb-1 text-12 ${when === 'late' ? 'text-late' : 'text-ink-3'}`}>{whens[when]}</h3>
                    <TaskLines tasks={tasks} studio={slug} zone={zone} label={whens[when]} />
                  </div>
                ))}
                {data.waiting && data.waiting.totalCount > data.waiting.nodes.length && data.waiting.totalCount < COUNTED && (
                  <p className="pt-3 text-13 text-ink-3">
                    <Plural
                      value={data.waiting.totalCount - data.waiting.nodes.length}
                      one="And # more, due later."
                      other="And # more, due later."
                    />
                  </p>
                )}
              </Panel>
              {others && others.length > 0 && (
                <Panel title={<Trans>With others this week</Trans>} count={others.length}>
                  <TaskLines withPeople tasks={others} studio={slug} zone={zone} label={t`With others this week`} />
                </Panel>
              )}
              <Panel
                title={<Trans>Under way</Trans>}
                action={
                  <Link to="/s/$studio/projects" params={params} className="link text-13">
                    <Trans>All projects</Trans>
                  </Link>
                }
              >
                {!data.underWay && out}
                {data.underWay?.nodes.length === 0 && (
                  <EmptyState compact picture="easel" title={<Trans>No work under way</Trans>}>
                    <Trans>Projects that are being worked on hang here.</Trans>
                  </EmptyState>
                )}
                {data.underWay && data.underWay.nodes.length > 0 && (
                  <UnderWay projects={data.underWay.nodes} studio={slug} zone={zone} knowsClients={!isOut(error, 'client')} />
                )}
              </Panel>
            </div>
            <Panel
              title={<Trans>News</Trans>}
              action={
                <Link to="/s/$studio/notifications" params={params} className="link text-13">
                  <Trans>All of it</Trans>
                </Link>
              }
            >
              {!data.notifications && out}
              {data.notifications?.nodes.length === 0 && (
                <p className="py-4 text-14 text-ink-3">
                  <Trans>Mentions, and what others say about your work, arrive here.</Trans>
                </p>
              )}
              <ul>
                {data.notifications?.nodes.slice(0, TOLD).map((notification) => (
                  <NotificationLine key={notification.id} notification={notification} studio={slug} />
                ))}
              </ul>
            </Panel>
          </div>
        )}
      </div>
    </>
  );
}

/** What waits for the viewer, what is due, what is under way, and what is new. */
export function HomePage() {
  const { studio } = homeRoute.useParams();
  const frame = useFrame();
  if (frame) return <HomeFor slug={studio} frame={frame} />;
  return (
    <div className="px-4 pt-10 sm:px-8">
      <Skeleton className="mb-8 h-10 w-80 max-w-full" />
      <SkeletonRows rows={8} />
    </div>
  );
}
