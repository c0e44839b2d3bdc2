import { type InvalidInput, invalidInput } from '@atelier/service-kit/errors';
import type { Role } from '@atelier/service-kit/viewer';

/** How long an invitation is good. */
export const INVITATION_DAYS = 7;
/** The most projects that an invitation can open to a guest. */
export const PROJECT_LIMIT = 50;

/** An invitation that waits for an answer. */
export interface Invitation {
  id: string;
  studioId: string;
  email: string;
  role: Exclude<Role, 'owner'>;
  projectIds: string[];
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
}

/** Whom to invite, as it is stored. */
export type NewInvitation = Pick<Invitation, 'email' | 'role' | 'projectIds'>;

// As the HTML standard has it for input type=email: what people's mail programs accept.
const EMAIL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** Checks whom somebody wants to invite, and brings the address to its stored form. */
export function checkInvitation(given: { email: string; role: Role; projectIds: readonly string[] }): NewInvitation | InvalidInput {
  const email = given.email.trim().toLowerCase();
  const { role } = given;
  if (email.length > 254 || !EMAIL.test(email)) {
    return invalidInput('INVALID_EMAIL', 'This is not an e-mail address. It looks like name@example.com.', ['input', 'email']);
  }
  if (role === 'owner') {
    return invalidInput(
      'INVALID_ROLE',
      'Ownership cannot be given by invitation. Invite an admin, and make them owner once they are here.',
      ['input', 'role'],
    );
  }
  const projectIds = [...new Set(given.projectIds)];
  if (projectIds.length > PROJECT_LIMIT) {
    return invalidInput('TOO_LONG', `An invitation opens at most ${PROJECT_LIMIT} projects; open the others later.`, [
      'input',
      'projectIds',
    ]);
  }
  if (projectIds.length > 0 && role !== 'guest') {
    return invalidInput('INVALID_ROLE', 'Only a guest needs projects opened; everybody else sees them all.', ['input', 'projectIds']);
  }
  return { email, role, projectIds };
}

/** Whether an invitation can still be accepted. */
export const isOpen = (invitation: Pick<Invitation, 'expiresAt'>, now: Date): boolean => invitation.expiresAt > now;

/** When an invitation that is sent now ends. */
export const endOf = (now: Date): Date => new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
