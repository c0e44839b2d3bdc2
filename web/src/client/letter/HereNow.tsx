import { useSubscription } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { AvatarStack } from '../../ui/Avatar.tsx';
import { Switch } from '../../ui/Toggle.tsx';
import { keep, kept } from '../keep.ts';
import { signal } from '../signal.ts';
import { LetterPresenceDocument } from './__generated__/LetterLive.ts';

/** Whether the studio may see that the reader is here. Chosen on this device; at first it may. */
export const isSeen = signal(kept('unseen') === null);

/** Who else has this letter open. Being drawn is being seen by them. */
export function HereNow({ projectId }: { projectId: string }) {
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

/** Says that the studio sees when the reader is here, and lets them be here unseen. */
export function SeenSwitch({ studio, seen }: { studio: string; seen: boolean }) {
  const { t } = useLingui();
  return (
    <div className="border-t border-line px-6 py-5 sm:px-12">
      <Switch
        checked={seen}
        onChange={({ target }) => {
          keep('unseen', target.checked ? null : 'yes');
          isSeen.set(target.checked);
        }}
        label={t`${studio} sees when I am here`}
        hint={seen ? t`You see when they are here, too.` : t`You are here unseen, and do not see who else is.`}
      />
    </div>
  );
}
