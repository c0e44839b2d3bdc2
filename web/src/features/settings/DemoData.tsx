import { useMutation } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { referenceOf } from '../../graphql/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { announce } from '../session/session.ts';
import { RemoveDemoDataDocument } from './__generated__/Settings.ts';
import { Section } from './Section.tsx';

/** The demo, and the way to be rid of it. It cannot be taken back, so it is the one thing here that asks. */
export function DemoData({ mayRemove }: { mayRemove: boolean }) {
  const [asking, setAsking] = useState(false);
  const [remove, { loading, error }] = useMutation(RemoveDemoDataDocument);
  const go = async () => {
    const answer = await remove().catch(() => null);
    if (!answer) return;
    // The person may have been of the demo: the start page knows where to go from here.
    announce('signed-out');
    location.assign('/');
  };
  return (
    <Section title={<Trans>Demo data</Trans>} lead={<Trans>This studio was filled for you to look at.</Trans>}>
      {mayRemove ? (
        <Button tone="danger" onClick={() => setAsking(true)}>
          <Trans>Remove the demo data</Trans>
        </Button>
      ) : (
        <p className="text-14 text-ink-2">
          <Trans>Its owner can remove it.</Trans>
        </p>
      )}
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={<Trans>Remove the demo data</Trans>}
        description={
          <Trans>
            The demo studios go, with all their clients, projects, tasks and comments, and the demo people with them. If you are one of
            them, you are signed out. This cannot be taken back; what you made in studios of your own stays.
          </Trans>
        }
        actions={
          <>
            <Button onClick={() => setAsking(false)}>
              <Trans>Keep it</Trans>
            </Button>
            <Button tone="danger" busy={loading} onClick={() => void go()}>
              <Trans>Remove it for good</Trans>
            </Button>
          </>
        }
      >
        {error && <ErrorPanel title={<Trans>The demo is still here</Trans>} reference={referenceOf(error)} />}
      </Dialog>
    </Section>
  );
}
