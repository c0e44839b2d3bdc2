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

/** What ends and what stays when a member leaves, counted. */
export interface Leaving {
  apiKeys: number;
  appGrants: number;
  appsOnTheirOwn: number;
  clientLinks: number;
  invitations: number;
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
 * Whether somebody may give a member a new role. Owners and admins change the others; nobody but an owner themself takes ownership
 * away, and nobody gets it this way: an owner hands it over, after a fresh proof.
 */
export function changeRole(
  acting: Acting,
  target: Target,
  role: Role,
  owners: number,
): 'allowed' | 'forbidden' | 'last-owner' | 'by-transfer' {
  if (acting.role !== 'owner' && acting.role !== 'admin') return 'forbidden';
  if (role === target.role) return 'allowed';
  if (target.role === 'owner' && target.id !== acting.memberId) return 'forbidden';
  if (role === 'owner') return acting.role === 'owner' ? 'by-transfer' : 'forbidden';
  return leavesNoOwner(target, owners) ? 'last-owner' : 'allowed';
}

/** Whether somebody may make a member an owner. */
export function transferOwnership(acting: Acting, target: Target): 'allowed' | 'forbidden' | 'already-owner' {
  if (acting.role !== 'owner') return 'forbidden';
  return target.role === 'owner' ? 'already-owner' : 'allowed';
}

/** Whether somebody can take on the open tasks of a member who leaves. A guest cannot: they see few projects. */
export const canSucceed = (target: Target, successor: Target): boolean => successor.id !== target.id && successor.role !== 'guest';

/** Whether somebody may take a member out: everybody may leave, owners and admins may remove all but owners. */
export function remove(acting: Acting, target: Target, owners: number): 'allowed' | 'forbidden' | 'last-owner' {
  const leaves = target.id === acting.memberId;
  if (!leaves && acting.role !== 'owner' && acting.role !== 'admin') return 'forbidden';
  if (!leaves && target.role === 'owner') return 'forbidden';
  return leavesNoOwner(target, owners) ? 'last-owner' : 'allowed';
}
