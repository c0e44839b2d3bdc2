import { useSubscription } from '@apollo/client/react';
import { createContext, useContext } from 'react';
import { StudioPresenceDocument } from './__generated__/Frame.ts';

/** A colleague who has the studio open. */
export type PresentPerson = { id: string; name: string; pictureUrl: string | null };

/** Given by the frame. */
export const PresenceContext = createContext<readonly PresentPerson[]>([]);

/** The colleagues who have the studio open now, without the viewer. */
export function usePresent(): readonly PresentPerson[] {
  return useContext(PresenceContext);
}

/** Shows the viewer to colleagues as long as a page of the studio is open, and hears of them. Once, in the frame. */
export function useStudioPresence(ready: boolean): readonly PresentPerson[] {
  const { data } = useSubscription(StudioPresenceDocument, { skip: !ready, fetchPolicy: 'no-cache' });
  return (data?.studioPresence.people ?? []).flatMap((person) =>
    person && 'picture' in person && !person.isViewer ? [{ id: person.id, name: person.name, pictureUrl: person.picture ?? null }] : [],
  );
}
