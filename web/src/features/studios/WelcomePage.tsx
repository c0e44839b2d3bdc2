import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Navigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { valuesOf } from '../../app/drafts.ts';
import { OutsideApi } from '../../app/OutsideApi.tsx';
import { referenceOf } from '../../graphql/errors.ts';
import { newId } from '../../graphql/ids.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { viewerZone } from '../../ui/time.ts';
import { StartPageDocument } from '../session/__generated__/StartPage.ts';
import { SessionLayout } from '../session/SessionLayout.tsx';
import { lastStudio } from '../session/session.ts';
import { CreateStudioDocument } from './__generated__/StudioChanges.ts';
import { CurrencySelect, LanguageSelect, TimeZoneSelect } from './choices.tsx';
import { slugFrom } from './slug.ts';

/* The currency of the browser's region, where it is one of the usual; a guess that the form shows. */
const REGION_CURRENCY: Record<string, string> = { US: 'USD', GB: 'GBP', CH: 'CHF', SE: 'SEK', MX: 'MXN', CA: 'CAD', AU: 'AUD', JP: 'JPY' };

function guess() {
  const { language } = navigator;
  const region = new Intl.Locale(language).region ?? '';
  return { locale: language, timeZone: viewerZone(), currency: REGION_CURRENCY[region] ?? 'EUR' };
}

type Refusal = { field: string; message: string; suggestion?: string };

function NewStudio() {
  const { t } = useLingui();
  const [create, { loading, error }] = useMutation(CreateStudioDocument);
  const [id] = useState(() => newId('studio'));
  const [start] = useState(guess);
  const [name, setName] = useState('');
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const slug = ownSlug ?? slugFrom(name);
  const errorOf = (field: string) => (refusal?.field === field ? refusal.message : undefined);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setRefusal(null);
    const { currency = '', timeZone = '', locale = '' } = valuesOf(event.currentTarget);
    const input = { id, name, currency, timeZone, locale, ...(slug && { slug }) };
    const { data } = await create({ variables: { input } }).catch(() => ({ data: undefined }));
    const result = data?.createStudio;
    if (result?.__typename === 'CreateStudioSuccess') {
      lastStudio.set(result.studio.slug);
      location.assign(`/s/${result.studio.slug}`);
    }
    if (result?.__typename === 'StudioSlugTaken') setRefusal({ field: 'slug', message: result.message, suggestion: result.suggestion });
    if (result?.__typename === 'InvalidInput') setRefusal({ field: result.path?.at(-1) ?? 'name', message: result.message });
  };

  return (
    <SessionLayout
      title={t`Your studio`}
      heading={<Trans>Your studio</Trans>}
      lead={<Trans>One artist or twenty people: everything you make, and everybody you make it for, has its place here.</Trans>}
    >
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <Field label={<Trans>Name</Trans>} hint={<Trans>As it stands on what you send to clients.</Trans>} error={errorOf('name')}>
          <TextInput
            required
            maxLength={80}
            autoComplete="organization"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </Field>
        <Field label={<Trans>Address</Trans>} hint={`${location.host}/s/${slug || '\u2026'}`} error={errorOf('slug')}>
          <TextInput
            value={slug}
            spellCheck={false}
            autoCapitalize="none"
            maxLength={40}
            onChange={(event) => setOwnSlug(event.currentTarget.value.toLowerCase())}
          />
        </Field>
        {refusal?.suggestion && (
          <div className="-mt-2">
            <Button
              size="small"
              onClick={() => {
                setOwnSlug(refusal.suggestion ?? null);
                setRefusal(null);
              }}
            >
              <Trans>Take {refusal.suggestion}</Trans>
            </Button>
          </div>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={<Trans>Currency</Trans>} error={errorOf('currency')}>
            <CurrencySelect name="currency" defaultValue={start.currency} present={start.currency} />
          </Field>
          <Field label={<Trans>Language</Trans>} error={errorOf('locale')}>
            <LanguageSelect name="locale" defaultValue={start.locale} present={start.locale} />
          </Field>
        </div>
        <Field
          label={<Trans>Time zone</Trans>}
          hint={<Trans>Decides what “today” is, and when something is late.</Trans>}
          error={errorOf('timeZone')}
        >
          <TimeZoneSelect name="timeZone" defaultValue={start.timeZone} present={start.timeZone} />
        </Field>
        {error && <ErrorPanel title={<Trans>The studio was not made</Trans>} reference={referenceOf(error)} />}
        <div className="pt-1">
          <Button type="submit" tone="primary" busy={loading}>
            <Trans>Open the studio</Trans>
          </Button>
        </div>
      </form>
    </SessionLayout>
  );
}

function Welcome() {
  const { data, error } = useQuery(StartPageDocument);
  if (error) throw error;
  if (!data) return null;
  if (!data.viewer?.user) return <Navigate to="/sign-in" search={{ back: '/welcome' }} replace />;
  return <NewStudio />;
}

/** A new studio: the person's first, or one more. */
export function WelcomePage() {
  return (
    <OutsideApi>
      <Welcome />
    </OutsideApi>
  );
}
