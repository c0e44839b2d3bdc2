import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import { FrameDocument } from '../../app/__generated__/Frame.ts';
import { valuesOf } from '../../app/drafts.ts';
import { placesOf, useFrame } from '../../app/frame.ts';
import { StudioMark } from '../../app/StudioSwitcher.tsx';
import { referenceOf } from '../../graphql/errors.ts';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { toast } from '../../ui/toast.ts';
import { changesOf } from '../clients/client-fields.ts';
import { useChecklist } from '../onboarding/useChecklist.ts';
import { Problem } from '../session/Problem.tsx';
import { type StudioSettingsFragment, UpdateStudioDocument } from '../studios/__generated__/StudioChanges.ts';
import { CurrencySelect, LanguageSelect, TimeZoneSelect } from '../studios/choices.tsx';
import { StudioSettingsPageDocument } from './__generated__/Settings.ts';
import { DeleteStudio } from './DeleteStudio.tsx';
import { DemoData } from './DemoData.tsx';
import { PictureField } from './PictureField.tsx';
import { RequireSecondFactor } from './RequireSecondFactor.tsx';
import { settingsRoute } from './routes.tsx';
import { Section } from './Section.tsx';

const fieldsOf = ({ name, slug, currency, timeZone, locale }: StudioSettingsFragment) => ({ name, slug, currency, timeZone, locale });
type Fields = ReturnType<typeof fieldsOf>;

function StudioForm({ studio }: { studio: StudioSettingsFragment }) {
  const { t } = useLingui();
  const [update, { loading, error }] = useMutation(UpdateStudioDocument);
  const [errors, setErrors] = useState<Record<string, string>>({});
  // What the person began from: somebody else's change must not pass for theirs.
  const [base, setBase] = useState(studio);
  const off = !studio.viewerCanUpdate;

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setErrors({});
    const values = { ...fieldsOf(base), ...valuesOf(event.currentTarget) };
    const changes = changesOf(fieldsOf(base), fieldsOf({ ...base, ...values }));
    if (Object.keys(changes).length === 0) return;
    const { data } = await update({ variables: { input: { expectedVersion: base.version, ...changes } } }).catch(() => ({
      data: undefined,
    }));
    const result = data?.updateStudio;
    switch (result?.__typename) {
      case 'UpdateStudioSuccess':
        setBase(result.studio);
        toast({ message: t`Saved` });
        // Every address of the app has the studio's name in it.
        if (result.studio.slug !== studio.slug) location.assign(`/s/${result.studio.slug}/settings/studio`);
        return;
      case 'StudioSlugTaken':
        setErrors({ slug: t`${result.message} Free is: ${result.suggestion}` });
        return;
      case 'InvalidInput':
        setErrors({ [result.path?.at(-1) ?? 'name']: result.message });
        return;
      case 'StudioVersionConflict': {
        const theirs = changesOf(fieldsOf(base), fieldsOf(result.studio));
        const told = Object.fromEntries(
          (Object.keys(theirs) as (keyof Fields)[]).map((field) => [
            field,
            t`Somebody changed this to ${theirs[field] ?? ''}. Save again to keep yours.`,
          ]),
        );
        setBase(result.studio);
        setErrors({ ...told, form: t`Somebody changed the studio meanwhile. What you typed is still here: look at it and save again.` });
      }
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Field label={<Trans>Name</Trans>} error={errors.name}>
        <TextInput name="name" required maxLength={80} defaultValue={studio.name} disabled={off} />
      </Field>
      <Field
        label={<Trans>Address</Trans>}
        hint={
          <Trans>
            {location.host}/s/{studio.slug}. A new one makes old links to pages of the studio stop; links of clients go on.
          </Trans>
        }
        error={errors.slug}
      >
        <TextInput
          name="slug"
          required
          minLength={3}
          maxLength={40}
          spellCheck={false}
          autoCapitalize="none"
          defaultValue={studio.slug}
          disabled={off}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={<Trans>Currency</Trans>} error={errors.currency}>
          <CurrencySelect name="currency" defaultValue={studio.currency} present={studio.currency} disabled={off} />
        </Field>
        <Field label={<Trans>Language</Trans>} error={errors.locale}>
          <LanguageSelect name="locale" defaultValue={studio.locale} present={studio.locale} disabled={off} />
        </Field>
      </div>
      <Field
        label={<Trans>Time zone</Trans>}
        hint={<Trans>Decides what “today” is, and when something is late.</Trans>}
        error={errors.timeZone}
      >
        <TimeZoneSelect name="timeZone" defaultValue={studio.timeZone} present={studio.timeZone} disabled={off} />
      </Field>
      {errors.form && <Problem>{errors.form}</Problem>}
      {error && <ErrorPanel title={<Trans>Nothing was saved</Trans>} reference={referenceOf(error)} />}
      {off ? (
        <p className="text-13 text-ink-3">
          <Trans>Owners and admins change these.</Trans>
        </p>
      ) : (
        <div>
          <Button type="submit" tone="primary" busy={loading}>
            <Trans>Save</Trans>
          </Button>
        </div>
      )}
    </form>
  );
}

function FirstSteps({ studioId, mayShow }: { studioId: string; mayShow: boolean }) {
  const { t } = useLingui();
  const checklist = useChecklist(studioId, mayShow);
  if (!mayShow || !checklist.dismissed) return null;
  return (
    <Section title={<Trans>First steps</Trans>} lead={<Trans>The list on Home that you put away.</Trans>}>
      <Button
        onClick={() => {
          checklist.bringBack();
          toast({ message: t`The first steps are on Home again` });
        }}
      >
        <Trans>Show them again</Trans>
      </Button>
    </Section>
  );
}

/** What the studio is called, looks like and counts in. */
export function StudioSettings() {
  const { t } = useLingui();
  const { studio: slug } = settingsRoute.useParams();
  const frame = useFrame();
  const { data, error, refetch, client } = useQuery(StudioSettingsPageDocument);
  const studio = data?.studio;
  if (error && !studio) {
    return <ErrorPanel title={<Trans>The studio did not come</Trans>} reference={referenceOf(error)} onRetry={() => void refetch()} />;
  }
  if (!studio) return <SkeletonRows rows={6} />;
  return (
    <>
      <PageTitle parts={[t`Studio`, t`Settings`, frame?.studio.name]} />
      <Section title={<Trans>Logo</Trans>} lead={<Trans>On what clients see of you.</Trans>}>
        {studio.viewerCanUpdate ? (
          <PictureField
            endpoint="/media/studio-logo"
            studio={slug}
            label={t`The studio’s logo`}
            hasPicture={studio.logo !== null}
            hint={<Trans>At most 2 MB. It keeps its shape.</Trans>}
            preview={(chosen) => <LogoPreview name={studio.name} url={chosen ?? studio.logo} />}
            onChanged={() => {
              void refetch();
              void client.refetchQueries({ include: [FrameDocument] });
              toast({ message: t`The logo is changed` });
            }}
          />
        ) : (
          <LogoPreview name={studio.name} url={studio.logo} />
        )}
      </Section>
      <Section title={<Trans>Studio</Trans>} lead={<Trans>What new things start from. Nothing that exists is changed by it.</Trans>}>
        <StudioForm studio={studio} />
      </Section>
      {frame?.member.role === 'OWNER' && <RequireSecondFactor />}
      {studio.hasDemoData && <DemoData mayRemove={frame?.member.role === 'OWNER'} />}
      <FirstSteps studioId={studio.id} mayShow={placesOf(frame?.member.role).studioSettings} />
      {frame?.member.role === 'OWNER' && <DeleteStudio />}
    </>
  );
}

function LogoPreview({ name, url }: { name: string; url: string | null }) {
  if (!url) return <StudioMark name={name} logo={null} />;
  return <img src={url} alt="" className="max-h-16 max-w-48 rounded-4 bg-surface-1 p-2 inset-ring inset-ring-line" />;
}
