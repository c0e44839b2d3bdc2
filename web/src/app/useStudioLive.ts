import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { refetchShown } from '../graphql/refetch.ts';
import { StudioChangedDocument } from './__generated__/Frame.ts';
import type { FrameFacts } from './frame.ts';

const PAUSE = 150;
/** What shows who works in the studio and who is invited. */
const PEOPLE = ['MembersSettings', 'GuestsSettings'];

/**
 * Keeps the frame as the server has it: what is about to go, by when a second step is due, what the viewer's role opens. A change of the
 * viewer themselves asks all that is shown again, since what they may see and do may be different now; one of somebody else, who works
 * here and who is invited. Once, in the frame.
 */
export function useStudioLive(facts: FrameFacts | null): void {
  const client = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const everything = useRef(false);
  const wanted = useRef(new Set<string>());
  useEffect(() => () => clearTimeout(timer.current), []);
  useSubscription(StudioChangedDocument, {
    skip: facts === null,
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      const event = data?.studioChanged;
      if (!event) return;
      const id = event.__typename === 'Changed' ? event.node?.id : event.__typename === 'Dropped' ? event.id : null;
      const isOwn = id === null || id === facts?.member.id;
      everything.current ||= isOwn;
      for (const query of id === facts?.studio.id ? ['Frame'] : PEOPLE) wanted.current.add(query);
      clearTimeout(timer.current);
      // Several at once are one question.
      timer.current = setTimeout(() => {
        const onQueryUpdated = everything.current ? () => true : refetchShown(...wanted.current).onQueryUpdated;
        everything.current = false;
        wanted.current.clear();
        void client.refetchQueries({ include: 'active', onQueryUpdated }).catch(() => undefined);
      }, PAUSE);
    },
  });
}
