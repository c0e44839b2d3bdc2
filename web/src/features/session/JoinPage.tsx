import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { OutsideApi } from '../../app/OutsideApi.tsx';
import { referenceOf } from '../../graphql/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { AcceptInvitationDocument, JoinPageDocument, type JoinPageQuery } from './__generated__/JoinPage.ts';
import { auth } from './auth.ts';
import { Problem } from './Problem.tsx';
import { useRoles } from './roles.tsx';
import { joinRoute } from './routes.tsx';
import { SessionLayout } from './SessionLayout.tsx';
import { SignUpForm } from './SignUpForm.tsx';
import { announce, lastStudio } from './session.ts';
import { VerificationSent } from './VerificationSent.tsx';

type Invitation = NonNullable<JoinPageQuery['invitation']>;

function NotGood() {
  const { t } = useLingui();
  return (
    <SessionLayout
      title={t`Invitation`}
      heading={<Trans>This invitation is no longer good</Trans>}
      lead={<Trans>It ended, was used, or was taken back. Ask whoever invited you for a new one.</Trans>}
    >
      <Button asChild>
        <Link to="/">
          <Trans>Back to the start</Trans>
        </Link>
      </Button>
    </SessionLayout>
  );
}

/** Signed in with another address than the one that was invited: says so before anybody presses anything. */
function WrongAddress({ invited, present }: { invited: string; present: string }) {
  const leave = async () => {
    await auth.signOut();
    announce('signed-out');
    location.reload();
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="text-14 text-ink-2">
        <Trans>
          The invitation was sent to <strong className="font-medium text-ink-1">{invited}</strong>, and you are signed in as{' '}
          <strong className="font-medium text-ink-1">{present}</strong>. Go on with the invited address, or ask for an invitation to this
          one.
        </Trans>
      </p>
      <div>
        <Button tone="primary" onClick={() => void leave()}>
          <Trans>Go on as {invited}</Trans>
        </Button>
      </div>
    </div>
  );
}

function Accept({ token, invitation, name }: { token: string; invitation: Invitation; name: string }) {
  const [accept, { loading, error }] = useMutation(AcceptInvitationDocument);
  const [refused, setRefused] = useState<string | null>(null);
  const join = async () => {
    const { data } = await accept({ variables: { input: { token } } }).catch(() => ({ data: undefined }));
    const result = data?.acceptInvitation;
    if (result?.__typename === 'InvitationNotUsable') setRefused(result.message);
    if (result?.__typename !== 'AcceptInvitationSuccess') return;
    const slug = result.member.studio?.slug;
    if (slug) lastStudio.set(slug);
    location.assign(slug ? `/s/${slug}` : '/');
  };
  return (
    <div className="flex flex-col gap-4">
      {refused && <Problem>{refused}</Problem>}
      {error && <ErrorPanel title={<Trans>You have not joined yet</Trans>} reference={referenceOf(error)} />}
      <div>
        <Button tone="primary" busy={loading} onClick={() => void join()}>
          <Trans>Join {invitation.studioName}</Trans>
        </Button>
      </div>
      <p className="text-13 text-ink-3">
        <Trans>You join as {name}.</Trans>
      </p>
    </div>
  );
}

function Join() {
  const { t } = useLingui();
  const { token } = joinRoute.useParams();
  const { data, error } = useQuery(JoinPageDocument, { variables: { token }, fetchPolicy: 'network-only' });
  const [sentTo, setSentTo] = useState<string | null>(null);
  const roles = useRoles();
  if (error) throw error;
  if (!data) {
    return (
      <SessionLayout title={t`Invitation`} heading={<Skeleton className="h-10 w-72" />}>
        <Skeleton className="h-9 w-40" />
      </SessionLayout>
    );
  }
  const { invitation, viewer } = data;
  if (!invitation) return <NotGood />;
  const here = `/join/${token}`;
  if (sentTo) return <VerificationSent email={sentTo} callbackURL={here} />;
  const person = viewer?.user;
  const role = roles[invitation.role];
  return (
    <SessionLayout
      title={t`Join ${invitation.studioName}`}
      heading={
        <>
          {invitation.studioLogo && <img src={invitation.studioLogo} alt="" className="mb-4 block max-h-12 max-w-40" />}
          {invitation.studioName}
        </>
      }
      lead={
        <>
          <p>
            <Trans>
              {invitation.invitedBy} invites you to work here as <strong className="font-medium text-ink-1">{role.name}</strong>.
            </Trans>{' '}
            {role.explanation}
          </p>
          <p className="pt-2 text-13 text-ink-3">
            <Trans>
              The invitation ends <DateText at={invitation.expiresAt} />.
            </Trans>
          </p>
        </>
      }
      foot={
        !person && (
          <Trans>
            Have an account already?{' '}
            <Link to="/sign-in" search={{ back: here, email: invitation.email }} className="link">
              Sign in
            </Link>
          </Trans>
        )
      }
    >
      {!person && <SignUpForm email={invitation.email} fixedEmail callbackURL={here} onSent={setSentTo} />}
      {person && person.email === invitation.email && <Accept token={token} invitation={invitation} name={person.name} />}
      {person && person.email !== invitation.email && <WrongAddress invited={invitation.email} present={person.email} />}
    </SessionLayout>
  );
}

/** An invitation: who invites to which studio. It signs up or in on the way, and joins. */
export function JoinPage() {
  return (
    <OutsideApi>
      <Join />
    </OutsideApi>
  );
}
