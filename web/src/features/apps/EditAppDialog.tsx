import { useMutation } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import { useFrame } from '../../app/frame.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { toast } from '../../ui/toast.ts';
import { Problem } from '../session/Problem.tsx';
import { PictureField } from '../settings/PictureField.tsx';
import { type AppLineFragment, UpdateAppDocument } from './__generated__/Apps.ts';
import { AppFields, type Refusal, readApp } from './AppFields.tsx';
import { AppLogo } from './AppLogo.tsx';
import { AppSecret } from './AppSecret.tsx';

const FORM_ID = 'edit-app-form';

type EditAppDialogProps = { app: AppLineFragment; onPicture: () => void; onClose: () => void };

/** Changes what an app is called, looks like and may ask for; says what that means for those who let it in. */
export default function EditAppDialog({ app, onPicture, onClose }: EditAppDialogProps) {
  const { t } = useLingui();
  const frame = useFrame();
  const [update, { loading, error }] = useMutation(UpdateAppDocument);
  // What one began with: `app` follows what others make of it.
  const [start] = useState(app);
  const [base, setBase] = useState(app);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [wasFirst, setWasFirst] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  if (secret !== null) {
    return (
      <AppSecret
        title={<Trans>A new secret for {app.name}</Trans>}
        description={
          <Trans>It acts for itself from now on, so its older secrets have ended. This is the only time that the new one is shown.</Trans>
        }
        id={app.id}
        secret={secret}
        onClose={onClose}
      />
    );
  }
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setRefusal(null);
    const input = { id: app.id, expectedVersion: base.version, ...readApp(event.currentTarget) };
    const { data } = await update({ variables: { input } }).catch(() => ({ data: undefined }));
    const result = data?.updateApp;
    if (result?.__typename === 'InvalidInput') setRefusal({ field: result.path?.at(-1) ?? 'name', message: result.message });
    if (result?.__typename === 'AppVersionConflict') setBase(result.app);
    setWasFirst(result?.__typename === 'AppVersionConflict');
    if (result?.__typename !== 'UpdateAppSuccess') return;
    toast({ message: t`${result.app.name} is changed` });
    if (result.secret) setSecret(result.secret);
    else onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={<Trans>Change {app.name}</Trans>}
      description={
        <>
          {app.peopleCount > 0 && (
            <>
              <Plural value={app.peopleCount} one="One person has let it in." other="# people have let it in." />{' '}
            </>
          )}
          <Trans>What you take away it loses at once, for everybody. What you add it has to ask people for.</Trans>
        </>
      }
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" form={FORM_ID} tone="primary" busy={loading}>
            <Trans>Save</Trans>
          </Button>
        </>
      }
    >
      <div className="pb-4">
        <PictureField
          endpoint={`/media/app-logo?app=${app.id}`}
          studio={frame?.studio.slug ?? ''}
          label={t`Picture of the app`}
          preview={(chosen) => <AppLogo large name={app.name} logo={chosen ?? app.logo} />}
          hasPicture={app.logo !== null}
          hint={<Trans>People see it when they are asked. At most 2 MB.</Trans>}
          onChanged={onPicture}
        />
      </div>
      <form id={FORM_ID} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <AppFields app={start} now={wasFirst ? base : undefined} refusal={refusal} />
        {wasFirst && (
          <Problem>
            <Trans>Somebody changed the app meanwhile. What you typed is still here: look at it and save again.</Trans>
          </Problem>
        )}
        {error && <ErrorPanel title={<Trans>The app is as it was</Trans>} reference={referenceOf(error)} />}
      </form>
    </Dialog>
  );
}
