import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { refetchShown } from '../graphql/refetch.ts';
import { StudioChangedDocument } from './__generated__/Frame.ts';
import type { FrameFacts } from './frame.ts';

const PAUSE = 150;
const frameAlone = refetchShown('Frame').onQueryUpdated;

/**
 * Keeps the frame as the server has it: what is about to go, by when a second step is due, what the viewer's role opens. A change of the
 * viewer themselves asks all that is shown again, since what they may see and do may be different now. Once, in the frame.
 */
export function useStudioLive(facts: FrameFacts | null): void {
  const client = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const everything = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  useSubscription(StudioChangedDocument, {
    skip: facts === null,
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      const event = data?.studioChanged;
      if (!event) return;
      const id = event.__typename === 'Changed' ? event.node?.id : event.__typename === 'Dropped' ? event.id : null;
      const isOwn = id === null || id === facts?.member.id;
      if (!isOwn && id !== facts?.studio.id) return;
      everything.current ||= isOwn;
      clearTimeout(timer.current);
      // Several at once are one question.
      timer.current = setTimeout(() => {
        const onQueryUpdated = everything.current ? () => true : frameAlone;
        everything.current = false;
        void client.refetchQueries({ include: 'active', onQueryUpdated }).catch(() => undefined);
      }, PAUSE);
    },
  });
}
