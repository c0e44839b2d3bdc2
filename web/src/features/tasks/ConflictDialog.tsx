import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import type { Words } from './useTaskWords.ts';

type ConflictDialogProps = {
  theirs: Words;
  yours: Words;
  who: string | null;
  onTheirs: () => void;
  onYours: () => void;
  /** Closed without a choice: what was typed stays in the form. */
  onClose: () => void;
};

function Version({ heading, words }: { heading: ReactNode; words: Words }) {
  return (
    <section className="min-w-0 flex-1 border-t pt-3">
      <h3 className="pb-1 text-12 text-ink-3">{heading}</h3>
      <p className="font-medium break-words">{words.title}</p>
      <p className="max-h-48 overflow-y-auto pt-1 text-14 break-words whitespace-pre-wrap text-ink-2">{words.description}</p>
    </section>
  );
}

/** Two people wrote at once: both versions side by side, and a choice. */
export function ConflictDialog({ theirs, yours, who, onTheirs, onYours, onClose }: ConflictDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={who ? <Trans>{who} changed this, too</Trans> : <Trans>Somebody changed this, too</Trans>}
      description={<Trans>Nothing is lost. Choose which version stays; close this to go on writing yours.</Trans>}
      actions={
        <>
          <Button onClick={onTheirs}>
            <Trans>Keep theirs</Trans>
          </Button>
          <Button tone="primary" onClick={onYours}>
            <Trans>Save mine</Trans>
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 sm:flex-row">
        <Version heading={<Trans>Theirs</Trans>} words={theirs} />
        <Version heading={<Trans>Yours</Trans>} words={yours} />
      </div>
    </Dialog>
  );
}
