import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { referenceOf } from '../../graphql/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { NotificationsPanelDocument } from './__generated__/Notifications.ts';
import { NotificationLine } from './NotificationLine.tsx';
import { useMark } from './useMark.ts';

const SHOWN = 8;

/** The newest notifications behind the bell. */
export default function NotificationsPanel({ studio, onClose }: { studio: string; onClose: () => void }) {
  const { t } = useLingui();
  const mark = useMark();
  const { data, error, refetch } = useQuery(NotificationsPanelDocument);
  const list = data?.notifications?.nodes;
  const waiting = list?.filter(({ readAt }) => readAt === null) ?? [];
  return (
    <div className="-m-4 flex max-h-[min(560px,80dvh)] flex-col">
      <div className="flex items-center justify-between gap-3 border-b px-4 py-2">
        <h2 className="text-13 font-medium">
          <Trans>Notifications</Trans>
        </h2>
        {waiting.length > 0 && (
          <Button size="small" tone="quiet" onClick={() => mark.all(waiting)}>
            <Trans>Mark all as read</Trans>
          </Button>
        )}
      </div>
      <div className="min-h-0 overflow-y-auto px-4">
        {(error || data) && !list && (
          <div className="py-4">
            <ErrorPanel title={<Trans>They did not come</Trans>} reference={referenceOf(error)} onRetry={() => void refetch()} />
          </div>
        )}
        {!list && !error && !data && <SkeletonRows rows={4} picture />}
        {list?.length === 0 && (
          <p className="py-6 text-14 text-ink-3">
            <Trans>No news yet.</Trans>
          </p>
        )}
        {list && list.length > 0 && (
          <ul aria-label={t`Notifications`}>
            {list.slice(0, SHOWN).map((notification) => (
              <NotificationLine key={notification.id} notification={notification} studio={studio} onOpen={onClose} markable />
            ))}
          </ul>
        )}
      </div>
      <p className="border-t px-4 py-2 text-13">
        <Link to="/s/$studio/notifications" params={{ studio }} onClick={onClose} className="link">
          <Trans>All notifications</Trans>
        </Link>
      </p>
    </div>
  );
}
