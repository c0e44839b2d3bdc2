import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useConnection } from '../graphql/ApiProvider.tsx';
import { refetchShown } from '../graphql/refetch.ts';
import { StudioChangedDocument } from './__generated__/Frame.ts';
import type { FrameFacts } from './frame.ts';

const PAUSE = 150;
/** What shows who works in the studio and who is invited. */
const PEOPLE = ['MembersSettings', 'GuestsSettings'];

/**
 * Keeps the frame as the server has it: what is about to go, by when a second step is due, what the viewer's role opens. A change of the
 * viewer themselves asks all that is shown again, since what they may see and do may be different now; one of somebody else, who works
 * here and who is invited. It begins where the frame's own answer ended (`liveVersion`), and after a lost line where the last event ended.
 * Once, in the frame.
 */
export function useStudioLive(facts: FrameFacts | null): void {
  const client = useApolloClient();
  const isOnline = useConnection() === 'online';
  const seen = useRef<number>(undefined);
  seen.current ??= facts?.studio.liveVersion;
  const [studioId, memberId] = [facts?.studio.id, facts?.member.id];

  useEffect(() => {
    if (studioId === undefined || !isOnline) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let everything = false;
    const wanted = new Set<string>();
    const refetch = () => {
      const onQueryUpdated = everything ? () => true : refetchShown(...wanted).onQueryUpdated;
      everything = false;
      wanted.clear();
      void client.refetchQueries({ include: 'active', onQueryUpdated }).catch(() => undefined);
    };
    const line = client.subscribe({ query: StudioChangedDocument, variables: { after: seen.current }, fetchPolicy: 'no-cache' }).subscribe({
      next({ data }) {
        const event = data?.studioChanged;
        if (!event) return;
        seen.current = event.version;
        const id = event.__typename === 'Changed' ? event.node?.id : event.__typename === 'Dropped' ? event.id : null;
        everything ||= id === null || id === memberId;
        for (const query of id === studioId ? ['Frame'] : PEOPLE) wanted.add(query);
        clearTimeout(timer);
        // Several at once are one question.
        timer = setTimeout(refetch, PAUSE);
      },
    });
    return () => {
      clearTimeout(timer);
      line.unsubscribe();
    };
  }, [client, studioId, memberId, isOnline]);
}
