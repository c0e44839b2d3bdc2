import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import type { ApiKeyScope } from '../../graphql/__generated__/types.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { refetchShown } from '../../graphql/refetch.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Field, Textarea, TextInput } from '../../ui/Field.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { Checkbox } from '../../ui/Toggle.tsx';
import { Problem } from '../session/Problem.tsx';
import { SCOPES } from '../settings/scopes.ts';
import { useScopes } from '../settings/useScopes.ts';
import { RegisterAppDocument } from './__generated__/Apps.ts';

const FORM_ID = 'app-form';

function Made({ id, secret, name, onClose }: { id: string; secret: string | null; name: string; onClose: () => void }) {
  const { t } = useLingui();
  const code = 'block rounded-4 bg-surface-2 px-3 py-2 font-mono text-13 break-all select-all';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={<Trans>{name} is registered</Trans>}
      description={
        secret === null ? (
          <Trans>It keeps no secret: it shows itself by its id and a fresh challenge each time.</Trans>
        ) : (
          <Trans>This is the only time that its secret is shown. Keep it where you keep passwords.</Trans>
        )
      }
      actions={
        <Button tone="primary" onClick={onClose}>
          <Trans>I have kept it</Trans>
        </Button>
      }
    >
      <dl className="flex flex-col gap-3 text-13">
        <div>
          <dt className="pb-1 font-medium">{t`Id of the app`}</dt>
          <dd>
            <code className={code}>{id}</code>
          </dd>
        </div>
        {secret !== null && (
          <div>
            <dt className="pb-1 font-medium">{t`Secret`}</dt>
            <dd>
              <code className={code}>{secret}</code>
            </dd>
          </div>
        )}
      </dl>
    </Dialog>
  );
}

/** Registers an app: its name, where people come back to, what it may ask for; then shows its secret once. */
export default function RegisterAppDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const scopes = useScopes();
  const [register, { loading, error }] = useMutation(RegisterAppDocument, refetchShown('AppSettings'));
  const [refusal, setRefusal] = useState<{ field: string; message: string } | null>(null);
  const [made, setMade] = useState<{ id: string; secret: string | null; name: string } | null>(null);
  if (made) return <Made {...made} onClose={onClose} />;

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setRefusal(null);
    const chosen = form.getAll('scopes') as ApiKeyScope[];
    const input = {
      name: String(form.get('name')),
      homepage: String(form.get('homepage')) || null,
      redirectUris: String(form.get('redirectUris')).split(/\s+/).filter(Boolean),
      scopes: chosen,
      ownScopes: form.get('alone') === null ? [] : chosen,
      isConfidential: form.get('confidential') !== null,
    };
    const { data } = await register({ variables: { input } }).catch(() => ({ data: undefined }));
    const result = data?.registerApp;
    if (result?.__typename === 'InvalidInput') setRefusal({ field: result.path?.at(-1) ?? 'name', message: result.message });
    if (result?.__typename === 'RegisterAppSuccess') setMade({ id: result.app.id, secret: result.secret ?? null, name: result.app.name });
  };
  const wrong = (field: string) => (refusal?.field === field ? refusal.message : undefined);

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
        <Field label={<Trans>Name</Trans>} hint={<Trans>People see it when they are asked.</Trans>} error={wrong('name')}>
          <TextInput name="name" required maxLength={60} autoComplete="off" />
        </Field>
        <Field label={<Trans>Its own pages</Trans>} error={wrong('homepage')}>
          <TextInput name="homepage" type="url" placeholder={t`https://`} autoComplete="off" />
        </Field>
        <Field
          label={<Trans>Addresses to come back to</Trans>}
          hint={<Trans>One in a line. They are compared letter by letter.</Trans>}
          error={wrong('redirectUris')}
        >
          <Textarea name="redirectUris" rows={2} />
        </Field>
        <fieldset className="flex flex-col">
          <legend className="pb-1 text-13 font-medium">
            <Trans>What it may ask for</Trans>
          </legend>
          {SCOPES.map((scope) => (
            <Checkbox key={scope} name="scopes" value={scope} label={scopes[scope]} />
          ))}
        </fieldset>
        {refusal?.field === 'scopes' && <Problem>{refusal.message}</Problem>}
        <fieldset className="flex flex-col">
          <legend className="pb-1 text-13 font-medium">
            <Trans>How it works</Trans>
          </legend>
          <Checkbox name="confidential" value="yes" defaultChecked label={t`It runs on a server and keeps a secret`} />
          <Checkbox name="alone" value="yes" label={t`It may do the same for itself in this studio, as me`} />
        </fieldset>
        {refusal?.field === 'ownScopes' && <Problem>{refusal.message}</Problem>}
        {error && <ErrorPanel title={<Trans>The app was not registered</Trans>} reference={referenceOf(error)} />}
      </form>
    </Dialog>
  );
}
