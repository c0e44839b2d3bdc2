import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import type { ApiKeyScope } from '../../graphql/__generated__/types.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { refetchShown } from '../../graphql/refetch.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Field, FieldGroup, Select, TextInput } from '../../ui/Field.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { Checkbox } from '../../ui/Toggle.tsx';
import { CreateApiKeyDocument } from './__generated__/Settings.ts';
import { Secret } from './Secret.tsx';
import { SCOPES } from './scopes.ts';
import { useScopes } from './useScopes.ts';

const FORM_ID = 'api-key-form';
const DAY = 86_400_000;

/** Makes a key: what for, what it may do, until when; then shows its secret once. */
export default function CreateApiKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const scopes = useScopes();
  const [create, { loading, error }] = useMutation(CreateApiKeyDocument, refetchShown('ApiKeySettings'));
  const [refusal, setRefusal] = useState<{ field: string; message: string } | null>(null);
  const [made, setMade] = useState<{ secret: string; name: string } | null>(null);
  if (made) return <Secret {...made} onClose={onClose} />;

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const days = Number(form.get('days'));
    const chosen = form.getAll('scopes') as ApiKeyScope[];
    if (chosen.length === 0) {
      setRefusal({ field: 'scopes', message: t`Choose at least one thing that the key may do.` });
      return;
    }
    setRefusal(null);
    const input = {
      name: String(form.get('name')),
      scopes: chosen,
      expiresAt: days > 0 ? new Date(Date.now() + days * DAY).toISOString() : null,
    };
    const { data } = await create({ variables: { input } }).catch(() => ({ data: undefined }));
    const result = data?.createApiKey;
    if (result?.__typename === 'InvalidInput') setRefusal({ field: result.path?.at(-1) ?? 'name', message: result.message });
    if (result?.__typename === 'CreateApiKeySuccess') setMade({ secret: result.secret, name: result.apiKey.name });
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={<Trans>New key</Trans>}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" form={FORM_ID} tone="primary" busy={loading}>
            <Trans>Make the key</Trans>
          </Button>
        </>
      }
    >
      <form id={FORM_ID} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <Field
          label={<Trans>What it is for</Trans>}
          hint={<Trans>So that you know later which one to end.</Trans>}
          error={refusal?.field === 'name' ? refusal.message : undefined}
        >
          <TextInput name="name" required maxLength={60} autoComplete="off" />
        </Field>
        <FieldGroup legend={<Trans>What it may do</Trans>} error={refusal?.field === 'scopes' ? refusal.message : undefined}>
          {SCOPES.map((scope) => (
            <Checkbox key={scope} name="scopes" value={scope} label={scopes[scope]} />
          ))}
        </FieldGroup>
        <Field label={<Trans>Until when</Trans>} error={refusal?.field === 'expiresAt' ? refusal.message : undefined}>
          <Select name="days" defaultValue="90">
            <option value="30">{t`30 days`}</option>
            <option value="90">{t`90 days`}</option>
            <option value="365">{t`One year`}</option>
            <option value="0">{t`Without an end`}</option>
          </Select>
        </Field>
        {error && <ErrorPanel title={<Trans>The key was not made</Trans>} reference={referenceOf(error)} />}
      </form>
    </Dialog>
  );
}
