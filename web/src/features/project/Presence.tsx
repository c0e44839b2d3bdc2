import { useSubscription } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { AvatarStack } from '../../ui/Avatar.tsx';
import { ProjectPresenceDocument } from './__generated__/ProjectPage.ts';

/** Who else has this project open now. Being drawn is being present. */
export function Presence({ projectId }: { projectId: string }) {
  const { t } = useLingui();
  const { data } = useSubscription(ProjectPresenceDocument, { variables: { id: projectId }, fetchPolicy: 'no-cache' });
  const people = (data?.projectPresence.people ?? []).flatMap((person) => (person && !person.isViewer ? [person] : []));
  if (people.length === 0) return null;
  return (
    <AvatarStack
      label={t`Here now`}
      people={people.map((person) => ({ ...person, pictureUrl: 'picture' in person ? person.picture : null, present: true }))}
    />
  );
}
