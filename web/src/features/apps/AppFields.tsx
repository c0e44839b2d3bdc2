import { Trans, useLingui } from '@lingui/react/macro';
import type { ApiKeyScope } from '../../graphql/__generated__/types.ts';
import { Field, FieldGroup, Textarea, TextInput } from '../../ui/Field.tsx';
import { Checkbox } from '../../ui/Toggle.tsx';
import { SCOPES } from '../settings/scopes.ts';
import { useScopes } from '../settings/useScopes.ts';
import type { AppLineFragment } from './__generated__/Apps.ts';

/** What the server did not take, and at which field. */
export type Refusal = { field: string; message: string };

/** Reads a form that holds AppFields. */
export function readApp(element: HTMLFormElement) {
  const form = new FormData(element);
  const chosen = form.getAll('scopes') as ApiKeyScope[];
  return {
    name: String(form.get('name')),
    description: String(form.get('description')) || null,
    homepage: String(form.get('homepage')) || null,
    redirectUris: String(form.get('redirectUris')).split(/\s+/).filter(Boolean),
    scopes: chosen,
    ownScopes: form.get('alone') === null ? [] : chosen,
  };
}

type AppFieldsProps = {
  /** As it is when one begins; left out for a new one. */
  app?: AppLineFragment;
  /** As somebody else has made it meanwhile. */
  now?: AppLineFragment | undefined;
  refusal: Refusal | null;
};

type Words = (app: AppLineFragment) => string;

/** What somebody else has changed meanwhile, by field, as it is now. */
function changesBetween(before: AppLineFragment | undefined, now: AppLineFragment | undefined, scopes: Words): Record<string, string> {
  const texts = (app: AppLineFragment) => ({
    name: app.name,
    description: app.description ?? '',
    homepage: app.homepage ?? '',
    redirectUris: app.redirectUris.join(' '),
    scopes: scopes(app),
  });
  if (before === undefined || now === undefined) return {};
  const was: Record<string, string> = texts(before);
  return Object.fromEntries(Object.entries(texts(now)).filter(([field, text]) => text !== was[field]));
}

/** What is said of an app: its name, where people come back to, what it may ask for. Whether it keeps a secret is said once, when it is new. */
export function AppFields({ app, now, refusal }: AppFieldsProps) {
  const { t } = useLingui();
  const scopes = useScopes();
  const words = (given: AppLineFragment) => given.scopes.map((scope) => scopes[scope]).join('; ');
  const theirs = changesBetween(app, now, words);
  const wrong = (field: string) => {
    if (refusal?.field === field) return refusal.message;
    const theirsNow = theirs[field];
    return theirsNow === undefined ? undefined : t`Somebody changed this to ${theirsNow}. Save again to keep yours.`;
  };
  return (
    <>
      <Field label={<Trans>Name</Trans>} hint={<Trans>People see it when they are asked.</Trans>} error={wrong('name')}>
        <TextInput name="name" required maxLength={60} autoComplete="off" defaultValue={app?.name} />
      </Field>
      <Field
        label={<Trans>What it is for</Trans>}
        hint={<Trans>One sentence, for those who are asked.</Trans>}
        error={wrong('description')}
      >
        <TextInput name="description" maxLength={200} autoComplete="off" defaultValue={app?.description ?? ''} />
      </Field>
      <Field label={<Trans>Its own pages</Trans>} error={wrong('homepage')}>
        <TextInput name="homepage" type="url" placeholder={t`https://`} autoComplete="off" defaultValue={app?.homepage ?? ''} />
      </Field>
      <Field
        label={<Trans>Addresses to come back to</Trans>}
        hint={<Trans>One in a line. They are compared letter by letter.</Trans>}
        error={wrong('redirectUris')}
      >
        <Textarea name="redirectUris" rows={2} defaultValue={app?.redirectUris.join('\n')} />
      </Field>
      <FieldGroup legend={<Trans>What it may ask for</Trans>} error={wrong('scopes')}>
        {SCOPES.map((scope) => (
          <Checkbox
            key={scope}
            name="scopes"
            value={scope}
            label={scopes[scope]}
            defaultChecked={app ? app.scopes.includes(scope) || app.ownScopes.includes(scope) : undefined}
          />
        ))}
      </FieldGroup>
      <FieldGroup legend={<Trans>How it works</Trans>} error={wrong('ownScopes')}>
        {!app && <Checkbox name="confidential" value="yes" defaultChecked label={t`It runs on a server and keeps a secret`} />}
        {(app === undefined || app.viewerCanExtendOwnScopes || app.ownScopes.length > 0) && (
          <Checkbox
            name="alone"
            value="yes"
            label={t`It may do the same for itself in this studio, as whoever registered it`}
            defaultChecked={app ? app.ownScopes.length > 0 : undefined}
          />
        )}
      </FieldGroup>
    </>
  );
}
