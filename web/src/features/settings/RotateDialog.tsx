import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { Dialog } from '../../ui/Overlay.tsx';

const FORM_ID = 'rotate-form';
const HOUR = 3_600_000;
/** The server takes a week at most, by its own clock. */
const MARGIN = 60_000;

type RotateDialogProps = {
  /** Of what gets a new secret. */
  name: string;
  lead: ReactNode;
  /** What went wrong, where something did. */
  failure: ReactNode;
  busy: boolean;
  /** Makes the new secret; resolves with why the moment is refused at which the old one ends, or with null. */
  onRotate: (previousEndsAt: string) => Promise<string | null>;
  onClose: () => void;
};

/** Asks until when an old secret works on beside the new one. */
export function RotateDialog({ name, lead, failure, busy, onRotate, onClose }: RotateDialogProps) {
  const { t } = useLingui();
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const hours = Number(new FormData(event.currentTarget).get('hours'));
    setRefusal(null);
    setRefusal(await onRotate(new Date(Date.now() + Math.max(0, hours * HOUR - MARGIN)).toISOString()));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={<Trans>A new secret for {name}</Trans>}
      description={lead}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" form={FORM_ID} tone="primary" busy={busy}>
            <Trans>Make a new secret</Trans>
          </Button>
        </>
      }
    >
      <form id={FORM_ID} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <Field label={<Trans>The old secret works</Trans>} error={refusal ?? undefined}>
          <Select name="hours" defaultValue="24">
            <option value="0">{t`Not any more`}</option>
            <option value="1">{t`One hour more`}</option>
            <option value="24">{t`One day more`}</option>
            <option value="168">{t`One week more`}</option>
          </Select>
        </Field>
        {failure}
      </form>
    </Dialog>
  );
}
