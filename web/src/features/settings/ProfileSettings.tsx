import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import { FrameDocument } from '../../app/__generated__/Frame.ts';
import { valuesOf } from '../../app/drafts.ts';
import { useFrame } from '../../app/frame.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { viewerZone } from '../../ui/time.ts';
import { toast } from '../../ui/toast.ts';
import { LanguageSelect, TimeZoneSelect } from '../studios/choices.tsx';
import { type ProfileFragment, ProfileSettingsDocument, UpdateProfileDocument } from './__generated__/Settings.ts';
import { PictureField } from './PictureField.tsx';
import { settingsRoute } from './routes.tsx';
import { Section } from './Section.tsx';

function ProfileForm({ user }: { user: ProfileFragment }) {
  const { t } = useLingui();
  const [update, { loading, error }] = useMutation(UpdateProfileDocument);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setErrors({});
    const { name = '', locale, timeZone } = valuesOf(event.currentTarget);
    const input = { name, locale: locale || null, timeZone: timeZone || null };
    const { data } = await update({ variables: { input } }).catch(() => ({ data: undefined }));
    const result = data?.updateProfile;
    if (result?.__typename === 'InvalidInput') setErrors({ [result.path?.at(-1) ?? 'name']: result.message });
    if (result?.__typename === 'UpdateProfileSuccess') toast({ message: t`Saved` });
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Field label={<Trans>Your name</Trans>} error={errors.name}>
        <TextInput name="name" required maxLength={80} autoComplete="name" defaultValue={user.name} />
      </Field>
      <Field label={<Trans>Language</Trans>} error={errors.locale}>
        <LanguageSelect name="locale" defaultValue={user.locale ?? ''} present={user.locale} none={t`As the browser`} />
      </Field>
      <Field label={<Trans>Time zone</Trans>} error={errors.timeZone}>
        <TimeZoneSelect
          name="timeZone"
          defaultValue={user.timeZone ?? ''}
          present={user.timeZone}
          none={t`As this device (${viewerZone().replaceAll('_', ' ')})`}
        />
      </Field>
      {error && <ErrorPanel title={<Trans>Nothing was saved</Trans>} reference={referenceOf(error)} />}
      <div>
        <Button type="submit" tone="primary" busy={loading}>
          <Trans>Save</Trans>
        </Button>
      </div>
    </form>
  );
}

/** What others see of the viewer, and in which language and zone they read. */
export function ProfileSettings() {
  const { t } = useLingui();
  const { studio } = settingsRoute.useParams();
  const frame = useFrame();
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(ProfileSettingsDocument);
  const user = data?.viewer?.user;
  if (error && !user) {
    return <ErrorPanel title={<Trans>Your profile did not come</Trans>} reference={referenceOf(error)} onRetry={() => void refetch()} />;
  }
  if (!user) return <SkeletonRows rows={5} />;
  const changed = () => {
    void refetch();
    void client.refetchQueries({ include: [FrameDocument] });
    toast({ message: t`Your picture is changed` });
  };
  return (
    <>
      <PageTitle parts={[t`Profile`, t`Settings`, frame?.studio.name]} />
      <Section title={<Trans>Picture</Trans>} lead={<Trans>Beside what you say and do, in the studio and for clients.</Trans>}>
        <PictureField
          endpoint="/media/user-picture"
          studio={studio}
          label={t`Your picture`}
          hasPicture={user.picture !== null}
          hint={<Trans>At most 2 MB. It becomes a circle around what matters most in it.</Trans>}
          preview={(chosen) => (
            <Avatar size={80} decorative person={{ id: user.id, name: user.name, pictureUrl: chosen ?? user.picture }} />
          )}
          onChanged={changed}
        />
      </Section>
      <Section title={<Trans>You</Trans>} lead={<Trans>Your address for signing in is under Security.</Trans>}>
        <ProfileForm user={user} />
      </Section>
    </>
  );
}
