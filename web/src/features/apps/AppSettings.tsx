import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Plus } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useFrame } from '../../app/frame.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { refetchShown } from '../../graphql/refetch.ts';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { toast } from '../../ui/toast.ts';
import { Section } from '../settings/Section.tsx';
import { useScopes } from '../settings/useScopes.ts';
import {
  type AppGrantLineFragment,
  type AppLineFragment,
  AppSettingsDocument,
  RemoveAppDocument,
  RevokeAppGrantDocument,
} from './__generated__/Apps.ts';

const RegisterAppDialog = lazy(() => import('./RegisterAppDialog.tsx'));
const dot = <span aria-hidden>{' \u00b7 '}</span>;

function Used({ at }: { at: string | null | undefined }) {
  return at ? (
    <Trans>
      Used <DateText at={at} />
    </Trans>
  ) : (
    <Trans>Never used</Trans>
  );
}

function Line({ title, children, action }: { title: ReactNode; children: ReactNode; action: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="text-14 font-medium">{title}</p>
        {children}
      </div>
      {action}
    </li>
  );
}

function Grants({ label, grants, own }: { label: string; grants: readonly AppGrantLineFragment[]; own: boolean }) {
  const { t } = useLingui();
  const scopes = useScopes();
  const [revoke, { loading }] = useMutation(RevokeAppGrantDocument, refetchShown('AppSettings'));
  const end = (grant: AppGrantLineFragment) =>
    void revoke({ variables: { input: { id: grant.id } } }).then(
      () => toast({ message: t`${grant.appName} is out` }),
      () => toast({ message: t`${grant.appName} is still in: the server did not agree. Try again.`, tone: 'problem' }),
    );
  if (grants.length === 0) {
    return <p className="text-14 text-ink-2">{own ? <Trans>You have let no app in.</Trans> : <Trans>Nobody has let an app in.</Trans>}</p>;
  }
  return (
    <ul aria-label={label} className="border-t">
      {grants.map((grant) => (
        <Line
          key={grant.id}
          title={grant.appName}
          action={
            <Button
              size="small"
              tone="danger"
              busy={loading}
              aria-label={own ? t`Shut ${grant.appName} out of ${grant.studioName}` : t`Shut ${grant.appName} of ${grant.member?.name} out`}
              onClick={() => end(grant)}
            >
              <Trans>Shut out</Trans>
            </Button>
          }
        >
          <p className="text-13 text-ink-2">
            {own ? <Trans>In {grant.studioName}</Trans> : <Trans>Let in by {grant.member?.name}</Trans>}
            {dot}
            {grant.scopes.map((scope) => scopes[scope]).join(', ')}
          </p>
          <p className="text-13 text-ink-3">
            <Trans>
              Since <DateText at={grant.createdAt} />
            </Trans>
            {dot}
            <Used at={grant.lastUsedAt} />
          </p>
        </Line>
      ))}
    </ul>
  );
}

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

function Registered({ apps, onRemove }: { apps: readonly AppLineFragment[]; onRemove: (app: AppLineFragment) => void }) {
  const { t } = useLingui();
  const scopes = useScopes();
  return (
    <ul aria-label={t`Registered apps`} className="border-t">
      {apps.map((app) => (
        <Line
          key={app.id}
          title={app.name}
          action={
            <Button size="small" tone="danger" aria-label={t`Remove ${app.name}`} onClick={() => onRemove(app)}>
              <Trans>Remove</Trans>
            </Button>
          }
        >
          <p className="font-mono text-12 break-all text-ink-3">{app.id}</p>
          {app.redirectUris.length > 0 && <p className="text-13 break-all text-ink-2">{app.redirectUris.join(', ')}</p>}
          <p className="text-13 text-ink-2">{[...new Set([...app.scopes, ...app.ownScopes])].map((scope) => scopes[scope]).join(', ')}</p>
          {app.ownScopes.length > 0 && (
            <p className="text-13 text-ink-3">
              <Trans>Acts for itself</Trans>
              {dot}
              <Used at={app.lastUsedAt} />
            </p>
          )}
        </Line>
      ))}
    </ul>
  );
}

/** Apps of others: what the person let in, what colleagues let in, and what the studio has registered. */
export function AppSettings() {
  const { t } = useLingui();
  const frame = useFrame();
  const { data, error, refetch } = useQuery(AppSettingsDocument);
  const [registering, setRegistering] = useState(false);
  const [removing, setRemoving] = useState<AppLineFragment | null>(null);
  if (error && !data) {
    return <ErrorPanel title={<Trans>The apps did not come</Trans>} reference={referenceOf(error)} onRetry={() => void refetch()} />;
  }
  if (!data) return <SkeletonRows rows={5} />;
  const { studio, viewer } = data;
  return (
    <>
      <PageTitle parts={[t`Apps`, t`Settings`, frame?.studio.name]} />
      <Section
        wide
        title={<Trans>Apps that you let in</Trans>}
        lead={<Trans>Programs of others that work in your name, in all of your studios. One that you shut out stops at once.</Trans>}
      >
        <Grants own label={t`Apps that you let in`} grants={viewer?.user?.appGrants ?? []} />
      </Section>
      {studio?.appGrants && (
        <Section
          wide
          title={<Trans>In this studio</Trans>}
          lead={<Trans>What its people have let in. None may more than that person.</Trans>}
        >
          <Grants own={false} label={t`Apps in this studio`} grants={studio.appGrants} />
        </Section>
      )}
      {studio?.apps && (
        <Section
          wide
          title={<Trans>Registered apps</Trans>}
          lead={<Trans>Programs that this studio makes for others. Each asks people before it may anything.</Trans>}
        >
          <div className="pb-3">
            <Button icon={<Plus size={16} strokeWidth={1.5} aria-hidden />} onClick={() => setRegistering(true)}>
              <Trans>Register an app</Trans>
            </Button>
          </div>
          {studio.apps.length > 0 && <Registered apps={studio.apps} onRemove={setRemoving} />}
        </Section>
      )}
      {registering && (
        <Suspense>
          <RegisterAppDialog onClose={() => setRegistering(false)} />
        </Suspense>
      )}
      {removing && <RemoveDialog app={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}
