import { useApolloClient, useMutation } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { UnreadCountDocument } from '../../app/__generated__/Frame.ts';
import { refetchShown } from '../../graphql/refetch.ts';
import { toast } from '../../ui/toast.ts';
import { MarkNotificationsDocument } from './__generated__/Notifications.ts';

const shown = refetchShown('NotificationsPage', 'NotificationsPanel');

/** Marks notifications read or unread: shown at once, together with the count, and taken back where the server says no. */
export function useMark() {
  const { t } = useLingui();
  const client = useApolloClient();
  const [mark] = useMutation(MarkNotificationsDocument, {
    update(cache, { data }) {
      const result = data?.markNotificationsRead;
      if (result?.__typename !== 'MarkNotificationsReadSuccess') return;
      cache.writeQuery({
        query: UnreadCountDocument,
        data: { __typename: 'Query', unreadNotificationCount: result.unreadNotificationCount },
      });
    },
  });
  const failed = () => toast({ message: t`That was not saved. Try again in a moment.`, tone: 'problem' });

  function one(notification: { id: string; readAt: string | null }, read: boolean): void {
    if ((notification.readAt !== null) === read) return;
    const count = client.readQuery({ query: UnreadCountDocument })?.unreadNotificationCount ?? 0;
    mark({
      variables: { input: { ids: [notification.id], read } },
      optimisticResponse: {
        __typename: 'Mutation',
        markNotificationsRead: {
          __typename: 'MarkNotificationsReadSuccess',
          unreadNotificationCount: Math.max(0, count + (read ? -1 : 1)),
          notifications: [{ __typename: 'Notification', id: notification.id, readAt: read ? new Date().toISOString() : null }],
        },
      },
    }).catch(failed);
  }

  /** All of the studio; those in sight can be taken back by the toast. */
  function all(unread: readonly { id: string }[]): void {
    const ids = unread.map(({ id }) => id);
    const undo = () => void mark({ variables: { input: { ids, read: false } }, ...shown }).catch(failed);
    mark({ variables: { input: { read: true } }, ...shown }).then(
      () => toast({ message: t`All read`, ...(ids.length > 0 && { undo }) }),
      failed,
    );
  }

  return { one, all };
}
