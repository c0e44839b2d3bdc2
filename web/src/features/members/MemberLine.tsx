import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Role } from '../../graphql/__generated__/types.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { refetchShown } from '../../graphql/refetch.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Select } from '../../ui/Field.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { toast } from '../../ui/toast.ts';
import { Problem } from '../session/Problem.tsx';
import { ChangeMemberRoleDocument, type MemberLineFragment, RemoveMemberDocument } from './__generated__/Members.ts';
import { ROLES, useRoles } from './roles.tsx';

function RoleChoice({ member, asOwner }: { member: MemberLineFragment; asOwner: boolean }) {
  const { t } = useLingui();
  const roles = useRoles();
  const [change] = useMutation(ChangeMemberRoleDocument);
  const set = (role: Role) => {
    const before = member.role;
    const send = (next: Role, undo: boolean) =>
      change({
        variables: { input: { id: member.id, role: next } },
        optimisticResponse: {
          __typename: 'Mutation',
          changeMemberRole: { __typename: 'ChangeMemberRoleSuccess', member: { __typename: 'Member', id: member.id, role: next } },
        },
      }).then(
        ({ data }) => {
          const result = data?.changeMemberRole;
          if (result?.__typename === 'LastOwner') toast({ message: result.message, tone: 'problem' });
          else if (undo) toast({ message: t`${member.name} is now ${roles[next].name}`, undo: () => void send(before, false) });
        },
        () => toast({ message: t`${member.name} stays ${roles[before].name}: you may not change that.`, tone: 'problem' }),
      );
    void send(role, true);
  };
  // Who is an owner is the owners' to decide.
  const offered = ROLES.filter((role) => asOwner || role !== 'OWNER' || member.role === 'OWNER');
  return (
    <Select
      aria-label={t`Role of ${member.name}`}
      value={member.role}
      disabled={member.role === 'OWNER' && !asOwner}
      onChange={(event) => set(event.currentTarget.value as Role)}
      className="w-36"
    >
      {offered.map((role) => (
        <option key={role} value={role}>
          {roles[role].name}
        </option>
      ))}
    </Select>
  );
}

function LeaveDialog({ member, studioName, onClose }: { member: MemberLineFragment; studioName: string; onClose: () => void }) {
  const { t } = useLingui();
  const [remove, { loading, error }] = useMutation(RemoveMemberDocument, member.isViewer ? {} : refetchShown('MembersSettings'));
  const [refused, setRefused] = useState<string | null>(null);
  const go = async () => {
    const answer = await remove({ variables: { input: { id: member.id } } }).catch(() => null);
    const result = answer?.data?.removeMember;
    if (result?.__typename === 'LastOwner') setRefused(result.message);
    if (result?.__typename !== 'RemoveMemberSuccess') return;
    if (member.isViewer) {
      location.assign('/');
      return;
    }
    toast({ message: t`${member.name} is no longer a member` });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={member.isViewer ? <Trans>Leave {studioName}</Trans> : <Trans>Remove {member.name}</Trans>}
      description={
        member.isViewer ? (
          <Trans>You lose access to everything in it at once. To come back, somebody has to invite you. What you made stays.</Trans>
        ) : (
          <Trans>They lose access within seconds. To come back, they have to be invited. What they made stays under their name.</Trans>
        )
      }
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Stay</Trans>
          </Button>
          <Button tone="danger" busy={loading} onClick={() => void go()}>
            {member.isViewer ? <Trans>Leave the studio</Trans> : <Trans>Remove from the studio</Trans>}
          </Button>
        </>
      }
    >
      {refused && <Problem>{refused}</Problem>}
      {error && <ErrorPanel title={<Trans>Nothing was changed</Trans>} reference={referenceOf(error)} />}
    </Dialog>
  );
}

type MemberLineProps = { member: MemberLineFragment; mayManage: boolean; asOwner: boolean; studioName: string };

/** A member: who, since when, as what; for those who manage, the controls. */
export function MemberLine({ member, mayManage, asOwner, studioName }: MemberLineProps) {
  const { t } = useLingui();
  const roles = useRoles();
  const [leaving, setLeaving] = useState(false);
  const mayRemove = member.isViewer || (mayManage && (member.role !== 'OWNER' || asOwner));
  return (
    <li className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-2 border-b py-2">
      <Avatar size={32} decorative person={{ id: member.id, name: member.name, pictureUrl: member.picture }} />
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="name text-16">{member.name}</span>
          {member.isViewer && <span className="text-12 text-ink-3">{t`you`}</span>}
        </p>
        <p className="truncate text-13 text-ink-3">
          {member.email && <>{member.email} </>}
          <Trans>
            since <DateText at={member.joinedAt} />
          </Trans>
        </p>
      </div>
      {mayManage ? <RoleChoice member={member} asOwner={asOwner} /> : <span className="text-13 text-ink-2">{roles[member.role].name}</span>}
      {mayRemove ? (
        <Button
          size="small"
          tone="quiet"
          className="w-20"
          aria-label={member.isViewer ? t`Leave the studio` : t`Remove ${member.name}`}
          onClick={() => setLeaving(true)}
        >
          {member.isViewer ? <Trans>Leave</Trans> : <Trans>Remove</Trans>}
        </Button>
      ) : (
        mayManage && <span className="w-20" />
      )}
      {leaving && <LeaveDialog member={member} studioName={studioName} onClose={() => setLeaving(false)} />}
    </li>
  );
}
