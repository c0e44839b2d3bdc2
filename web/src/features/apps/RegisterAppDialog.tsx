import { useMutation } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import { referenceOf } from '../../graphql/errors.ts';
import { refetchShown } from '../../graphql/refetch.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { RegisterAppDocument } from './__generated__/Apps.ts';
import { AppFields, type Refusal, readApp } from './AppFields.tsx';
import { AppSecret } from './AppSecret.tsx';

const FORM_ID = 'app-form';

/** Registers an app: its name, where people come back to, what it may ask for; then shows its secret once. */
export default function RegisterAppDialog({ onClose }: { onClose: () => void }) {
  const [register, { loading, error }] = useMutation(RegisterAppDocument, refetchShown('AppSettings'));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [made, setMade] = useState<{ id: string; secret: string | null; name: string } | null>(null);
  if (made) {
    const description =
      made.secret === null ? (
        <Trans>It keeps no secret: it shows itself by its id and a fresh challenge each time.</Trans>
      ) : (
        <Trans>This is the only time that its secret is shown. Keep it where you keep passwords.</Trans>
      );
    return <AppSecret {...made} title={<Trans>{made.name} is registered</Trans>} description={description} onClose={onClose} />;
  }

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setRefusal(null);
    const input = { ...readApp(event.currentTarget), isConfidential: form.get('confidential') !== null };
    const { data } = await register({ variables: { input } }).catch(() => ({ data: undefined }));
    const result = data?.registerApp;
    if (result?.__typename === 'InvalidInput') setRefusal({ field: result.path?.at(-1) ?? 'name', message: result.message });
    if (result?.__typename === 'RegisterAppSuccess') setMade({ id: result.app.id, secret: result.secret ?? null, name: result.app.name });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={<Trans>Register an app</Trans>}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" form={FORM_ID} tone="primary" busy={loading}>
            <Trans>Register</Trans>
          </Button>
        </>
      }
    >
      <form id={FORM_ID} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <AppFields refusal={refusal} />
        {error && <ErrorPanel title={<Trans>The app was not registered</Trans>} reference={referenceOf(error)} />}
      </form>
    </Dialog>
  );
}
