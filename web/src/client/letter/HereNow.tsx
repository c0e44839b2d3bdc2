import { useSubscription } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { AvatarStack } from '../../ui/Avatar.tsx';
import { LetterPresenceDocument } from './__generated__/LetterLive.ts';

/** Who else has this letter open. Being drawn is being seen by them. */
export default function HereNow({ projectId }: { projectId: string }) {
  const { t } = useLingui();
  const { data } = useSubscription(LetterPresenceDocument, { variables: { id: projectId }, fetchPolicy: 'no-cache' });
  const people = (data?.projectPresence.people ?? [])
    .filter((person) => person !== null)
    .filter((person) => !(person.__typename === 'Contact' && person.isViewer));
  if (people.length === 0) return null;
  return (
    <AvatarStack
      label={t`Here now`}
      people={people.map((person) => ({ ...person, pictureUrl: 'picture' in person ? person.picture : null, present: true }))}
      max={3}
      size={32}
    />
  );
}
