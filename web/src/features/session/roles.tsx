import { useLingui } from '@lingui/react/macro';
import type { Role } from '../../graphql/__generated__/types.ts';

/** The roles, the most powerful first. */
export const ROLES: readonly Role[] = ['OWNER', 'ADMIN', 'MANAGER', 'ARTIST', 'ACCOUNTANT', 'GUEST'];

/** Those that an invitation can give. */
export const INVITED_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'OWNER');

/** Each role by its name and what it lets a person do. */
export function useRoles(): Record<Role, { name: string; explanation: string }> {
  const { t } = useLingui();
  return {
    OWNER: { name: t`Owner`, explanation: t`Everything, and decides who else is an owner.` },
    ADMIN: { name: t`Admin`, explanation: t`Everything but ownership: settings, people, keys, all of the work.` },
    MANAGER: { name: t`Manager`, explanation: t`Runs projects and clients, with everything in them.` },
    ARTIST: { name: t`Artist`, explanation: t`Works on all projects, sees clients, shares work with them.` },
    ACCOUNTANT: { name: t`Accountant`, explanation: t`Reads projects and clients, works on money, comments.` },
    GUEST: { name: t`Guest`, explanation: t`Sees and works on the projects that are opened to them, and nothing else.` },
  };
}
