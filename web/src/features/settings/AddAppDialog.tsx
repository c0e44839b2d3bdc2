import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useMemo } from 'react';
import { renderSVG } from 'uqr';
import { Button } from '../../ui/Button.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { auth } from '../session/auth.ts';
import { useAnswer } from '../session/useAnswer.ts';
import { useProblemWords } from '../session/useProblemWords.ts';

/** Shows an app its secret, and asks for the first code: without it nothing is switched on. */
export default function AddAppDialog({ totpURI, onClose }: { totpURI: string; onClose: (isOn: boolean) => void }) {
  const { t } = useLingui();
  const words = useProblemWords();
  const form = useId();
  const { busy, problem, ask, submit } = useAnswer();
  // Black on white in both themes: cameras of phones read nothing else as surely.
  const picture = useMemo(() => `data:image/svg+xml,${encodeURIComponent(renderSVG(totpURI, { border: 2 }))}`, [totpURI]);
  const secret = new URL(totpURI).searchParams.get('secret') ?? '';
  const check = submit(async ({ code = '' }) => {
    if (await ask(() => auth.code(code))) onClose(true);
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose(false)}
      title={<Trans>Set up an authenticator app</Trans>}
      description={<Trans>Scan the picture with the app, then type the code that it shows. Until then nothing changes.</Trans>}
      actions={
        <>
          <Button onClick={() => onClose(false)}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" form={form} tone="primary" busy={busy}>
            <Trans>Switch it on</Trans>
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-start gap-4">
          <img src={picture} width={176} height={176} alt={t`The secret, for the camera of your app`} className="rounded-4" />
          <div className="min-w-0 flex-1 basis-48 text-13 text-ink-2">
            <p>
              <Trans>No camera at hand? Type this into the app:</Trans>
            </p>
            <code className="mt-2 block rounded-4 bg-surface-2 px-3 py-2 font-mono text-13 break-all select-all">
              {secret.replaceAll(/.{4}(?=.)/g, '$& ')}
            </code>
          </div>
        </div>
        <form id={form} onSubmit={check} className="flex flex-col gap-3">
          <Field label={<Trans>Code that the app shows</Trans>} error={problem && words(problem)}>
            <TextInput name="code" className="figures" inputMode="numeric" autoComplete="one-time-code" maxLength={10} required autoFocus />
          </Field>
        </form>
      </div>
    </Dialog>
  );
}
