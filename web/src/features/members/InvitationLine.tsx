import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Mail } from 'lucide-react';
import { refetchShown } from '../../graphql/refetch.ts';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { toast } from '../../ui/toast.ts';
import { useRoles } from '../session/roles.tsx';
import {
  type InvitationLineFragment,
  InviteMemberDocument,
  ResendInvitationDocument,
  RevokeInvitationDocument,
} from './__generated__/Members.ts';

/** An invitation that waits: sent again with a new link, or taken back. */
export function InvitationLine({ invitation }: { invitation: InvitationLineFragment }) {
  const { t } = useLingui();
  const roles = useRoles();
  const [invite] = useMutation(InviteMemberDocument, refetchShown('MembersSettings'));
  const [revoke, revoking] = useMutation(RevokeInvitationDocument, refetchShown('MembersSettings'));
  const { email, role } = invitation;
  const [resend, resending] = useMutation(ResendInvitationDocument, refetchShown('MembersSettings'));
  const projects = invitation.projects.filter((project) => project !== null);
  const failed = () => toast({ message: t`The invitation of ${email} is as it was: the server did not agree.`, tone: 'problem' });
  const mailed = () => toast({ message: t`Mailed to ${email} with a new link; the old one has ended` });
  const again = () => resend({ variables: { input: { id: invitation.id } } }).then(mailed, failed);
  // As it was, its projects too; only the link is another one.
  const inviteAnew = () =>
    invite({
      variables: { input: { email, role, ...(role === 'GUEST' && { projectIds: projects.map(({ id }) => id) }) } },
    }).then(({ data }) => {
      const result = data?.inviteMember;
      if (result?.__typename === 'InviteMemberSuccess') mailed();
      else if (result) toast({ message: result.message, tone: 'problem' });
    }, failed);
  const takeBack = () =>
    revoke({ variables: { input: { id: invitation.id } } }).then(
      () => toast({ message: t`The invitation of ${email} is taken back`, undo: () => void inviteAnew() }),
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
        {role === 'GUEST' && (
          <p className="text-13 text-ink-2">
            {projects.length === 0 ? (
              <Trans>No project is opened to them yet.</Trans>
            ) : (
              <Trans>
                Will see <span className="name text-14">{projects.map(({ name }) => name).join(', ')}</span>
              </Trans>
            )}
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2 max-sm:basis-full">
        <Button size="small" busy={resending.loading} aria-label={t`Mail the invitation of ${email} again`} onClick={() => void again()}>
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
      </div>
    </li>
  );
}
