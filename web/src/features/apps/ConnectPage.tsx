import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { OutsideApi } from '../../app/OutsideApi.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Problem } from '../session/Problem.tsx';
import { useRoles } from '../session/roles.tsx';
import { SessionLayout } from '../session/SessionLayout.tsx';
import { lastStudio } from '../session/session.ts';
import { useScopes } from '../settings/useScopes.ts';
import { ConnectPageDocument, type ConnectPageQuery } from './__generated__/Apps.ts';
import { AppLogo } from './AppLogo.tsx';
import { type AppRequest, answer, readRequest } from './request.ts';
import { connectRoute } from './routes.tsx';

type Person = NonNullable<NonNullable<ConnectPageQuery['viewer']>['user']>;

function NotGood({ error }: { error?: string }) {
  const { t } = useLingui();
  const reasons: Record<string, string> = {
    invalid_redirect: t`It wants you to come back to an address that its makers have not registered.`,
    invalid_redirect_uri: t`It wants you to come back to an address that its makers have not registered.`,
    invalid_client: t`It is not registered here, or no longer.`,
    invalid_scope: t`It asks for more than its makers have registered.`,
    invalid_request: t`Its question is not complete.`,
    unsupported_response_type: t`It asks for an answer in a way that is not offered here.`,
  };
  const reason = error !== undefined && Object.hasOwn(reasons, error) ? reasons[error] : undefined;
  return (
    <SessionLayout
      title={t`Let an app in`}
      heading={<Trans>This app cannot be let in</Trans>}
      lead={
        <>
          {reason ?? <Trans>It asked in a way that is not known here, or it is no longer registered.</Trans>}{' '}
          <Trans>Nothing was given to it. Tell whoever makes the app.</Trans>
        </>
      }
    >
      {error && (
        <p className="pb-6 text-13 text-ink-3">
          <Trans>
            For them: <code className="font-mono text-12">{error.slice(0, 60)}</code>
          </Trans>
        </p>
      )}
      <Button asChild>
        <Link to="/">
          <Trans>Back to the start</Trans>
        </Link>
      </Button>
    </SessionLayout>
  );
}

function Scopes({ request }: { request: AppRequest }) {
  const { t } = useLingui();
  const scopes = useScopes();
  const lines = [...request.scopes.map((scope) => scopes[scope]), ...(request.goesOn ? [t`Go on when you have left`] : [])];
  return (
    <ul aria-label={t`What it asks for`} className="border-t">
      {lines.map((line) => (
        <li key={line} className="flex items-start gap-2 border-b py-2 text-14">
          <Check size={16} strokeWidth={1.5} aria-hidden className="mt-0.5 shrink-0 text-ink-3" />
          {line}
        </li>
      ))}
    </ul>
  );
}

function Question({ request, name, person }: { request: AppRequest; name: string; person: Person }) {
  const roles = useRoles();
  const memberships = person.memberships.flatMap(({ role, studio }) => (role && studio ? [{ role, studio }] : []));
  const last = lastStudio.get();
  const [slug, setSlug] = useState(memberships.find(({ studio }) => studio.slug === last)?.studio.slug ?? memberships[0]?.studio.slug);
  const [busy, setBusy] = useState<'yes' | 'no' | null>(null);
  const [failed, setFailed] = useState(false);
  const chosen = memberships.find(({ studio }) => studio.slug === slug);
  const say = async (accept: boolean) => {
    setBusy(accept ? 'yes' : 'no');
    setFailed(false);
    const url = await answer(request, accept, accept ? (slug ?? null) : null);
    if (url !== null) location.assign(url);
    else {
      setBusy(null);
      setFailed(true);
    }
  };
  return (
    <div className="flex flex-col gap-6">
      <Scopes request={request} />
      {memberships.length > 1 && (
        <Field label={<Trans>In which studio</Trans>}>
          <Select name="studio" value={slug} onChange={(event) => setSlug(event.currentTarget.value)}>
            {memberships.map(({ studio }) => (
              <option key={studio.id} value={studio.slug}>
                {studio.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {chosen ? (
        <p className="text-14 text-ink-2">
          <Trans>
            In <strong className="font-medium text-ink-1">{chosen.studio.name}</strong> only, and never more than you may there yourself as{' '}
            {roles[chosen.role].name}. You take it back at any time: in the settings of the studio, under Apps.
          </Trans>
        </p>
      ) : (
        <p className="text-14 text-ink-2">
          <Trans>You belong to no studio yet, so there is nothing that the app could work with.</Trans>
        </p>
      )}
      {failed && (
        <Problem>
          <Trans>That did not work. The question may be too old: go back to {name} and begin anew.</Trans>
        </Problem>
      )}
      <div className="flex flex-wrap gap-2">
        {chosen && (
          <Button tone="primary" busy={busy === 'yes'} onClick={() => void say(true)}>
            <Trans>Let {name} in</Trans>
          </Button>
        )}
        <Button busy={busy === 'no'} onClick={() => void say(false)}>
          <Trans>Refuse</Trans>
        </Button>
      </div>
      <p className="text-13 text-ink-3">
        <Trans>
          You are signed in as {person.email}. Either way you go back to {request.backTo}.
        </Trans>
      </p>
    </div>
  );
}

function Connect({ request }: { request: AppRequest }) {
  const { t } = useLingui();
  const { data, error } = useQuery(ConnectPageDocument, { variables: { id: request.clientId }, fetchPolicy: 'network-only' });
  if (error && !data) throw error;
  if (!data) {
    return (
      <SessionLayout title={t`Let an app in`} heading={<Skeleton className="h-10 w-72" />}>
        <Skeleton className="h-40 w-full" />
      </SessionLayout>
    );
  }
  const { askingApp: app, viewer } = data;
  const person = viewer?.user;
  if (!app || !person) return <NotGood />;
  return (
    <SessionLayout
      title={t`Let ${app.name} in`}
      heading={<Trans>Let {app.name} in?</Trans>}
      lead={
        <Trans>
          <strong className="font-medium text-ink-1">{app.name}</strong> is not ours: the studio{' '}
          <strong className="font-medium text-ink-1">{app.studioName}</strong> made it. It asks to work with your studio in your name:
        </Trans>
      }
    >
      <div className="flex items-start gap-4 pb-6">
        <AppLogo large name={app.name} logo={app.logo} />
        <div className="min-w-0 text-14 text-ink-2">
          {app.description && <p>{app.description}</p>}
          {app.homepage && (
            <p>
              <a href={app.homepage} target="_blank" rel="noreferrer" className="link break-all">
                {app.homepage}
              </a>
            </p>
          )}
        </div>
      </div>
      <Question request={request} name={app.name} person={person} />
    </SessionLayout>
  );
}

/** An app of somebody else asks a person: what it may, in which studio, yes or no. */
export function ConnectPage() {
  const { request: signed, error } = connectRoute.useSearch();
  const request = readRequest(signed);
  if (request === null) return <NotGood error={error} />;
  return (
    <OutsideApi>
      <Connect request={request} />
    </OutsideApi>
  );
}
