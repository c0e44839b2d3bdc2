import { useLingui } from '@lingui/react/macro';
import { Switch } from '../../ui/Toggle.tsx';
import { keep, kept } from '../keep.ts';
import { signal } from '../signal.ts';

/** Whether the studio may see that the reader is here. Chosen on this device; at first it may. */
export const isSeen = signal(kept('unseen') === null);

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
