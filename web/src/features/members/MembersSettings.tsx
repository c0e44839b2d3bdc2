import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { UserPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useFrame } from '../../app/frame.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { ROLES, useRoles } from '../session/roles.tsx';
import { settingsRoute } from '../settings/routes.tsx';
import { Section } from '../settings/Section.tsx';
import { MembersSettingsDocument } from './__generated__/Members.ts';
import { GuestsSection } from './GuestsSection.tsx';
import { InvitationLine } from './InvitationLine.tsx';
import { MemberLine } from './MemberLine.tsx';

const InviteDialog = lazy(() => import('./InviteDialog.tsx'));
const OwnershipDialog = lazy(() => import('./OwnershipDialog.tsx'));

function Roles() {
  const roles = useRoles();
  return (
    <dl className="divide-y divide-line border-y">
      {ROLES.map((role) => (
        <div key={role} className="grid gap-x-6 py-2 sm:grid-cols-[7rem_minmax(0,1fr)]">
          <dt className="text-14 font-medium">{roles[role].name}</dt>
          <dd className="text-14 text-ink-2">{roles[role].explanation}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Who works in the studio and as what; who is invited. */
export function MembersSettings() {
  const { t } = useLingui();
  const frame = useFrame();
  const { studio: slug } = settingsRoute.useParams();
  const [inviting, setInviting] = useState(false);
  const [handingOver, setHandingOver] = useState(false);
  const { data, error, loading, refetch, fetchMore } = useQuery(MembersSettingsDocument);
  const studio = data?.studio;
  if (error && !studio) {
    return <ErrorPanel title={<Trans>The members did not come</Trans>} reference={referenceOf(error)} onRetry={() => void refetch()} />;
  }
  if (!studio) return <SkeletonRows rows={6} picture />;
  const { members, invitations, viewerCanManageMembers: mayManage } = studio;
  const cursor = members.pageInfo.hasNextPage ? members.pageInfo.endCursor : null;
  // The list knows a role that has just changed; the frame stands as it was opened.
  const myRole = members.nodes.find(({ isViewer }) => isViewer)?.role ?? frame?.member.role;
  const invited = invitations ?? [];
  const colleagues = invited.filter(({ role }) => role !== 'GUEST');
  return (
    <>
      <PageTitle parts={[t`Members`, t`Settings`, frame?.studio.name]} />
      <Section
        wide
        title={
          <>
            <Trans>Members</Trans> <span className="figures font-sans text-13 text-ink-3">{members.totalCount}</span>
          </>
        }
        lead={<Trans>What people made stays when they leave.</Trans>}
      >
        {mayManage && (
          <div className="flex flex-wrap gap-2 pb-4">
            <Button tone="primary" icon={<UserPlus size={16} strokeWidth={1.5} aria-hidden />} onClick={() => setInviting(true)}>
              <Trans>Invite somebody</Trans>
            </Button>
            {myRole === 'OWNER' && (
              <Button onClick={() => setHandingOver(true)}>
                <Trans>Hand ownership over</Trans>
              </Button>
            )}
          </div>
        )}
        <ul aria-label={t`Members`} className="border-t">
          {members.nodes.map((member) => (
            <MemberLine key={member.id} member={member} mayManage={mayManage} asOwner={myRole === 'OWNER'} studioName={studio.name} />
          ))}
        </ul>
        {cursor && (
          <div className="pt-4">
            <Button busy={loading} onClick={() => void fetchMore({ variables: { after: cursor } }).catch(() => undefined)}>
              <Trans>Show more</Trans>
            </Button>
          </div>
        )}
      </Section>
      {myRole !== 'GUEST' && (
        <GuestsSection
          invitations={invited.filter(({ role }) => role === 'GUEST')}
          mayManage={mayManage}
          asOwner={myRole === 'OWNER'}
          studioName={studio.name}
        />
      )}
      {colleagues.length > 0 && (
        <Section wide title={<Trans>Invited</Trans>} lead={<Trans>An invitation ends after seven days.</Trans>}>
          <ul aria-label={t`Invited`} className="border-t">
            {colleagues.map((invitation) => (
              <InvitationLine key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        </Section>
      )}
      <Section wide title={<Trans>Roles</Trans>} lead={<Trans>What each of them opens.</Trans>}>
        <Roles />
        <p className="pt-4 text-14">
          <Link to="/s/$studio/settings/members/roles" params={{ studio: slug }} className="underline underline-offset-2">
            <Trans>What each role may do, one by one</Trans>
          </Link>
        </p>
      </Section>
      {inviting && (
        <Suspense>
          <InviteDialog onClose={() => setInviting(false)} />
        </Suspense>
      )}
      {handingOver && (
        <Suspense>
          <OwnershipDialog onClose={() => setHandingOver(false)} />
        </Suspense>
      )}
    </>
  );
}
