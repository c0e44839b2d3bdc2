import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { CheckCheck } from 'lucide-react';
import { UnreadCountDocument } from '../../app/__generated__/Frame.ts';
import { useFrame } from '../../app/frame.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { PageHead } from '../../shell/AppShell.tsx';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { SegmentedControl } from '../../ui/Tabs.tsx';
import { NotificationsPageDocument } from './__generated__/Notifications.ts';
import { NotificationLine } from './NotificationLine.tsx';
import { notificationsRoute } from './routes.tsx';
import { useMark } from './useMark.ts';

/** What the viewer was told, the newest first; all of it, or what is unread. */
export function NotificationsPage() {
  const { t } = useLingui();
  const { studio } = notificationsRoute.useParams();
  const { unread = false } = notificationsRoute.useSearch();
  const navigate = notificationsRoute.useNavigate();
  const frame = useFrame();
  const mark = useMark();
  const { data: counted } = useQuery(UnreadCountDocument);
  const { data, error, loading, refetch, fetchMore } = useQuery(NotificationsPageDocument, { variables: unread ? { unread } : {} });
  const list = data?.notifications;
  const waiting = list?.nodes.filter(({ readAt }) => readAt === null) ?? [];
  const shown = unread ? waiting : list?.nodes;
  const cursor = list?.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;

  return (
    <div className="max-w-220">
      <PageTitle parts={[t`Notifications`, frame?.studio.name]} />
      <PageHead
        title={<Trans>Notifications</Trans>}
        lead={
          <Trans>
            Mentions, tasks given to you, and what is said about them.{' '}
            <Link to="/s/$studio/settings/notifications" params={{ studio }} className="link">
              Choose what reaches you
            </Link>
          </Trans>
        }
        actions={
          (counted?.unreadNotificationCount ?? 0) > 0 && (
            <Button icon={<CheckCheck size={16} strokeWidth={1.5} aria-hidden />} onClick={() => mark.all(waiting)}>
              <Trans>Mark all as read</Trans>
            </Button>
          )
        }
      />
      <div className="px-4 pb-16 sm:px-8">
        <SegmentedControl
          label={t`Which notifications`}
          value={unread ? 'unread' : 'all'}
          onChange={(value) => void navigate({ search: value === 'unread' ? { unread: true } : {} })}
          options={[
            { value: 'all', label: t`All` },
            { value: 'unread', label: t`Unread` },
          ]}
        />
        <div className="pt-4">
          {error && !list && (
            <ErrorPanel
              title={<Trans>The notifications did not come</Trans>}
              reference={referenceOf(error)}
              onRetry={() => void refetch()}
            />
          )}
          {!list && !error && <SkeletonRows rows={8} picture />}
          {shown?.length === 0 && (
            <EmptyState picture={unread ? 'tea' : 'letter'} title={unread ? <Trans>All read</Trans> : <Trans>No news yet</Trans>}>
              {unread ? (
                <Trans>New mentions and tasks appear here by themselves.</Trans>
              ) : (
                <Trans>When somebody mentions you, gives you a task, or comments on one of yours, it stands here.</Trans>
              )}
            </EmptyState>
          )}
          {shown && shown.length > 0 && (
            <ul aria-label={t`Notifications`} className="border-t">
              {shown.map((notification) => (
                <NotificationLine key={notification.id} notification={notification} studio={studio} markable />
              ))}
            </ul>
          )}
          {cursor && (
            <div className="pt-4">
              <Button busy={loading} onClick={() => void fetchMore({ variables: { after: cursor } }).catch(() => undefined)}>
                <Trans>Show older ones</Trans>
              </Button>
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
