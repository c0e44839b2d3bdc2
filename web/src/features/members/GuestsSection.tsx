import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { referenceOf } from '../../graphql/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { Section } from '../settings/Section.tsx';
import { GuestsSettingsDocument } from './__generated__/Guests.ts';
import type { InvitationLineFragment } from './__generated__/Members.ts';
import { GuestGrants } from './GuestGrants.tsx';
import { InvitationLine } from './InvitationLine.tsx';
import { MemberLine } from './MemberLine.tsx';

type GuestsSectionProps = {
  /** Guests who are invited and have not joined. */
  invitations: readonly InvitationLineFragment[];
  mayManage: boolean;
  asOwner: boolean;
  studioName: string;
};

/** Guests with the projects that are open to them, and those who are invited as guests. */
export function GuestsSection({ invitations, mayManage, asOwner, studioName }: GuestsSectionProps) {
  const { t } = useLingui();
  const { data, error, loading, refetch, fetchMore } = useQuery(GuestsSettingsDocument, { fetchPolicy: 'cache-and-network' });
  const guests = data?.studio?.guests;
  const cursor = guests?.pageInfo.hasNextPage ? guests.pageInfo.endCursor : null;
  return (
    <Section
      wide
      title={
        <>
          <Trans>Guests</Trans> {guests && <span className="figures font-sans text-13 text-ink-3">{guests.totalCount}</span>}
        </>
      }
      lead={<Trans>Subcontractors. They see the projects that are open to them, and nothing else.</Trans>}
    >
      {error && !guests && (
        <ErrorPanel title={<Trans>The guests did not come</Trans>} reference={referenceOf(error)} onRetry={() => void refetch()} />
      )}
      {!guests && !error && <SkeletonRows rows={2} picture />}
      {guests && guests.nodes.length + invitations.length === 0 && (
        <p className="text-14 text-ink-2">
          <Trans>No guests. Invite somebody as a guest to open single projects to them.</Trans>
        </p>
      )}
      {guests && guests.nodes.length > 0 && (
        <ul aria-label={t`Guests`} className="border-t">
          {guests.nodes.map((guest) => (
            <MemberLine key={guest.id} member={guest} mayManage={mayManage} asOwner={asOwner} studioName={studioName}>
              <GuestGrants guest={guest} />
            </MemberLine>
          ))}
        </ul>
      )}
      {cursor && (
        <div className="pt-4">
          <Button busy={loading} onClick={() => void fetchMore({ variables: { after: cursor } }).catch(() => undefined)}>
            <Trans>Show more guests</Trans>
          </Button>
        </div>
      )}
      {invitations.length > 0 && (
        <ul aria-label={t`Guests who are invited`} className="border-t">
          {invitations.map((invitation) => (
            <InvitationLine key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
    </Section>
  );
}
