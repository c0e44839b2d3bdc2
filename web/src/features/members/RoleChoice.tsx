import { useMutation } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import type { Role } from '../../graphql/__generated__/types.ts';
import { codeOf } from '../../graphql/errors.ts';
import { refetchShown } from '../../graphql/refetch.ts';
import { Select } from '../../ui/Field.tsx';
import { toast } from '../../ui/toast.ts';
import { ROLES, useRoles } from '../session/roles.tsx';
import { ChangeMemberRoleDocument, type MemberLineFragment } from './__generated__/Members.ts';

const OwnershipDialog = lazy(() => import('./OwnershipDialog.tsx'));

/** A member's role, to be changed at once. Whoever is made an owner is asked about first. */
export function RoleChoice({ member, asOwner }: { member: MemberLineFragment; asOwner: boolean }) {
  const { t } = useLingui();
  const roles = useRoles();
  const [change] = useMutation(ChangeMemberRoleDocument, refetchShown('MembersSettings', 'GuestsSettings'));
  const [handingOver, setHandingOver] = useState(false);
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
          if (result && result.__typename !== 'ChangeMemberRoleSuccess') return toast({ message: result.message, tone: 'problem' });
          const message = t`${member.name} is now ${roles[next].name}`;
          // Who steps down as an owner cannot take that back themself.
          if (undo) toast({ message, ...(before !== 'OWNER' && { undo: () => void send(before, false) }) });
        },
        (error: unknown) => {
          const name = roles[before].name;
          const mayNot = codeOf(error) === 'FORBIDDEN';
          const message = mayNot
            ? t`${member.name} stays ${name}: you may not change that.`
            : t`${member.name} stays ${name}: the server did not agree. Try again.`;
          toast({ message, tone: 'problem' });
        },
      );
    if (role === 'OWNER') setHandingOver(true);
    else void send(role, true);
  };
  // Who is an owner is the owners' to decide.
  const offered = ROLES.filter((role) => asOwner || role !== 'OWNER' || member.role === 'OWNER');
  return (
    <>
      <Select
        aria-label={t`Role of ${member.name}`}
        value={member.role}
        disabled={member.role === 'OWNER' && !member.isViewer}
        onChange={(event) => set(event.currentTarget.value as Role)}
        className="w-36"
      >
        {offered.map((role) => (
          <option key={role} value={role}>
            {roles[role].name}
          </option>
        ))}
      </Select>
      {handingOver && (
        <Suspense>
          <OwnershipDialog memberId={member.id} onClose={() => setHandingOver(false)} />
        </Suspense>
      )}
    </>
  );
}
