import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { refetchShown } from '../graphql/refetch.ts';
import { NotificationsChangedDocument, UnreadCountDocument } from './__generated__/Frame.ts';

const PAUSE = 150;
/* What shows notifications: asked for again when one comes or is read. */
const { refetchQueries: include, onQueryUpdated } = refetchShown('NotificationsPage', 'NotificationsPanel', 'Home');

/** Keeps the count of unread notifications, and whatever shows them, as the server has it. Once, in the frame. */
export function useNotificationsLive(ready: boolean): void {
  const client = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useSubscription(NotificationsChangedDocument, {
    skip: !ready,
    ignoreResults: true,
    // Several at once (a comment that mentions three people, "mark all read") are one question.
    onData: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        void client.query({ query: UnreadCountDocument, fetchPolicy: 'network-only' }).catch(() => undefined);
        void client.refetchQueries({ include, onQueryUpdated });
      }, PAUSE);
    },
  });
}
