import { useMutation } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { referenceOf } from '../../graphql/errors.ts';
import { refetchShown } from '../../graphql/refetch.ts';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { toast } from '../../ui/toast.ts';
import { useScopes } from '../settings/useScopes.ts';
import { type AppLineFragment, RemoveAppDocument } from './__generated__/Apps.ts';
import { AppLine, dot, Used } from './AppLine.tsx';

const EditAppDialog = lazy(() => import('./EditAppDialog.tsx'));
const RotateAppSecretDialog = lazy(() => import('./RotateAppSecretDialog.tsx'));

function RemoveDialog({ app, onClose }: { app: AppLineFragment; onClose: () => void }) {
  const { t } = useLingui();
  const [remove, { loading, error }] = useMutation(RemoveAppDocument, refetchShown('AppSettings'));
  const end = async () => {
    const answer = await remove({ variables: { input: { id: app.id } } }).catch(() => null);
    if (!answer) return;
    toast({ message: t`${app.name} is removed` });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={<Trans>Remove {app.name}</Trans>}
      description={<Trans>Everybody who has let it in loses it at once, in every studio. It cannot be brought back.</Trans>}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Keep it</Trans>
          </Button>
          <Button tone="danger" busy={loading} onClick={() => void end()}>
            <Trans>Remove the app</Trans>
          </Button>
        </>
      }
    >
      {error && <ErrorPanel title={<Trans>The app is still there</Trans>} reference={referenceOf(error)} />}
    </Dialog>
  );
}

function About({ app }: { app: AppLineFragment }) {
  const scopes = useScopes();
  const isOverlapping = app.previousSecretEndsAt && new Date(app.previousSecretEndsAt) > new Date();
  return (
    <>
      {app.description && <p className="text-13 text-ink-2">{app.description}</p>}
      <p className="font-mono text-12 break-all text-ink-3">{app.id}</p>
      {app.redirectUris.length > 0 && <p className="text-13 break-all text-ink-2">{app.redirectUris.join(', ')}</p>}
      <p className="text-13 text-ink-2">{[...new Set([...app.scopes, ...app.ownScopes])].map((scope) => scopes[scope]).join(', ')}</p>
      <p className="text-13 text-ink-3">
        <Plural value={app.peopleCount} _0="Nobody has let it in" one="One person has let it in" other="# people have let it in" />
        {app.ownScopes.length > 0 && (
          <>
            {dot}
            <Trans>Acts for itself</Trans>
            {dot}
            <Used at={app.lastUsedAt} />
          </>
        )}
        {isOverlapping && app.previousSecretEndsAt && (
          <>
            {dot}
            <Trans>
              The old secret works until <DateText at={app.previousSecretEndsAt} />
            </Trans>
          </>
        )}
      </p>
    </>
  );
}

/** What the studio has registered, with what can be done about each. */
export function RegisteredApps({ apps, onPicture }: { apps: readonly AppLineFragment[]; onPicture: () => void }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<{ what: 'edit' | 'rotate' | 'remove'; id: string } | null>(null);
  const app = apps.find(({ id }) => id === open?.id);
  const close = () => setOpen(null);
  return (
    <>
      <ul aria-label={t`Registered apps`} className="border-t">
        {apps.map((each) => (
          <AppLine
            key={each.id}
            name={each.name}
            logo={each.logo}
            action={
              <div className="flex flex-wrap gap-2">
                <Button size="small" aria-label={t`Change ${each.name}`} onClick={() => setOpen({ what: 'edit', id: each.id })}>
                  <Trans>Change</Trans>
                </Button>
                {each.viewerCanRotateSecret && (
                  <Button
                    size="small"
                    aria-label={t`A new secret for ${each.name}`}
                    onClick={() => setOpen({ what: 'rotate', id: each.id })}
                  >
                    <Trans>New secret</Trans>
                  </Button>
                )}
                <Button
                  size="small"
                  tone="danger"
                  aria-label={t`Remove ${each.name}`}
                  onClick={() => setOpen({ what: 'remove', id: each.id })}
                >
                  <Trans>Remove</Trans>
                </Button>
              </div>
            }
          >
            <About app={each} />
          </AppLine>
        ))}
      </ul>
      <Suspense>
        {app && open?.what === 'edit' && <EditAppDialog app={app} onPicture={onPicture} onClose={close} />}
        {app && open?.what === 'rotate' && <RotateAppSecretDialog app={app} onClose={close} />}
      </Suspense>
      {app && open?.what === 'remove' && <RemoveDialog app={app} onClose={close} />}
    </>
  );
}
