import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useFrame } from '../../app/frame.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { refetchShown } from '../../graphql/refetch.ts';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { toast } from '../../ui/toast.ts';
import { Section } from '../settings/Section.tsx';
import { useScopes } from '../settings/useScopes.ts';
import { type AppGrantLineFragment, AppSettingsDocument, RevokeAppGrantDocument } from './__generated__/Apps.ts';
import { AppLine, dot, Used } from './AppLine.tsx';
import { RegisteredApps } from './RegisteredApps.tsx';

const RegisterAppDialog = lazy(() => import('./RegisterAppDialog.tsx'));

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
        <AppLine
          key={grant.id}
          name={grant.appName}
          logo={grant.appLogo}
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
              Let in <DateText at={grant.createdAt} />
            </Trans>
            {dot}
            <Used at={grant.lastUsedAt} />
          </p>
        </AppLine>
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
          {studio.apps.length > 0 && <RegisteredApps apps={studio.apps} onPicture={() => void refetch()} />}
        </Section>
      )}
      {registering && (
        <Suspense>
          <RegisterAppDialog onClose={() => setRegistering(false)} />
        </Suspense>
      )}
    </>
  );
}
