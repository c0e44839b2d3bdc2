import { Plural, Trans } from '@lingui/react/macro';
import type { FrameFacts } from '../../app/frame.ts';
import { Banner } from '../../ui/Banner.tsx';
import { useNow } from '../../ui/DateText.tsx';
import { useUndoDeletion } from './useUndoDeletion.ts';

const DAY_MS = 86_400_000;

/** Tells everybody in a studio that it is about to go, and a person that their account is; who may undo it, can do so here. */
export default function LeavingNotice({ studio, user }: Pick<FrameFacts, 'studio' | 'user'>) {
  const { undoStudio, undoAccount, busy } = useUndoDeletion();
  const undo = (act: () => Promise<void>) => (
    <button type="button" className="link shrink-0" disabled={busy} onClick={() => void act()}>
      <Trans>Undo</Trans>
    </button>
  );
  return (
    <>
      {studio.deletion && (
        <Banner kind="degraded" action={studio.viewerCanDelete && undo(undoStudio)}>
          <Trans>This studio is going to be deleted.</Trans> <DaysLeft until={studio.deletion.dueAt} />{' '}
          {studio.deletion.requestedBy && <Trans>{studio.deletion.requestedBy.name} asked for it.</Trans>}
        </Banner>
      )}
      {user.deletion && (
        <Banner kind="degraded" action={undo(undoAccount)}>
          <Trans>Your account is going to be deleted.</Trans> <DaysLeft until={user.deletion.dueAt} />
        </Banner>
      )}
    </>
  );
}

function DaysLeft({ until }: { until: string }) {
  const days = Math.max(0, Math.ceil((new Date(until).getTime() - useNow().getTime()) / DAY_MS));
  return <Plural value={days} _0="It goes today." one="# day is left." other="# days are left." />;
}
