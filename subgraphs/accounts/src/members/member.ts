import type { Role } from '@atelier/service-kit/viewer';

/** A person in a studio, with what of their account colleagues may know. */
export interface Member {
  id: string;
  studioId: string;
  userId: string;
  role: Role;
  joinedAt: Date;
  name: string;
  email: string;
  picture: string | null;
}

/** Who acts on a membership: their own membership and role. */
interface Acting {
  memberId: string;
  role: Role;
}

type Target = Pick<Member, 'id' | 'role'>;

/** Nothing may leave a studio without an owner. `owners` counts them before the change. */
const leavesNoOwner = (target: Target, owners: number): boolean => target.role === 'owner' && owners <= 1;

/**
 * Whether somebody may give a member a new role. Owners and admins change the others; ownership is given by owners, and
 * nobody but an owner themself takes it away.
 */
export function changeRole(acting: Acting, target: Target, role: Role, owners: number): 'allowed' | 'forbidden' | 'last-owner' {
  if (acting.role !== 'owner' && acting.role !== 'admin') return 'forbidden';
  if (role === target.role) return 'allowed';
  if (target.role === 'owner' && target.id !== acting.memberId) return 'forbidden';
  if (role === 'owner' && acting.role !== 'owner') return 'forbidden';
  return leavesNoOwner(target, owners) ? 'last-owner' : 'allowed';
}

/** Whether somebody may take a member out: everybody may leave, owners and admins may remove all but owners. */
export function remove(acting: Acting, target: Target, owners: number): 'allowed' | 'forbidden' | 'last-owner' {
  const leaves = target.id === acting.memberId;
  if (!leaves && acting.role !== 'owner' && acting.role !== 'admin') return 'forbidden';
  if (!leaves && target.role === 'owner') return 'forbidden';
  return leavesNoOwner(target, owners) ? 'last-owner' : 'allowed';
}
