import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Mail } from 'lucide-react';
import { refetchShown } from '../../graphql/refetch.ts';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { toast } from '../../ui/toast.ts';
import { type InvitationLineFragment, InviteMemberDocument, RevokeInvitationDocument } from './__generated__/Members.ts';
import { useRoles } from './roles.tsx';

/** An invitation that waits: sent again with a new link, or taken back. */
export function InvitationLine({ invitation }: { invitation: InvitationLineFragment }) {
  const { t } = useLingui();
  const roles = useRoles();
  const [invite, inviting] = useMutation(InviteMemberDocument, refetchShown('MembersSettings'));
  const [revoke, revoking] = useMutation(RevokeInvitationDocument, refetchShown('MembersSettings'));
  const { email, role } = invitation;
  const failed = () => toast({ message: t`The invitation of ${email} is as it was: the server did not agree.`, tone: 'problem' });
  const again = () =>
    invite({ variables: { input: { email, role } } }).then(({ data }) => {
      const result = data?.inviteMember;
      if (result?.__typename === 'InviteMemberSuccess') toast({ message: t`Mailed to ${email} with a new link; the old one has ended` });
      else if (result) toast({ message: result.message, tone: 'problem' });
    }, failed);
  const takeBack = () =>
    revoke({ variables: { input: { id: invitation.id } } }).then(
      () => toast({ message: t`The invitation of ${email} is taken back`, undo: () => void again() }),
      failed,
    );
  return (
    <li className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-2 border-b py-2">
      <span aria-hidden className="grid size-8 place-items-center rounded-full text-ink-3 inset-ring inset-ring-line-strong">
        <Mail size={14} strokeWidth={1.5} />
      </span>
      <div className="min-w-0 flex-1 basis-48">
        <p className="truncate text-14">{email}</p>
        <p className="text-13 text-ink-3">
          {roles[role].name}
          <span aria-hidden>{' \u00b7 '}</span>
          {invitation.invitedBy ? <Trans>invited by {invitation.invitedBy.name}</Trans> : <Trans>invited</Trans>}{' '}
          <DateText at={invitation.createdAt} />
          <span aria-hidden>{' \u00b7 '}</span>
          <Trans>
            ends <DateText at={invitation.expiresAt} />
          </Trans>
        </p>
      </div>
      <Button size="small" busy={inviting.loading} aria-label={t`Mail the invitation of ${email} again`} onClick={() => void again()}>
        <Trans>Mail again</Trans>
      </Button>
      <Button
        size="small"
        tone="quiet"
        busy={revoking.loading}
        aria-label={t`Take back the invitation of ${email}`}
        onClick={() => void takeBack()}
      >
        <Trans>Take back</Trans>
      </Button>
    </li>
  );
}
