import type { MessageDescriptor } from '@lingui/core';
import type { Role } from '../../graphql/__generated__/types.ts';

/** What may be done in one domain, and who may. */
export interface RoleTableDomain {
  /** The subgraph's name. */
  name: string;
  title: MessageDescriptor;
  entries: readonly RoleTableEntry[];
}

/** One thing that somebody may or may not do. */
export interface RoleTableEntry {
  /** The name by which the services ask. */
  action: string;
  says: MessageDescriptor;
  roles: readonly Role[];
  /** Whether a client may. */
  contact: boolean;
  /** The scope that an API key needs; null where no key may. */
  scope: string | null;
}

/** Whose column is looked at: a role, a client, or an API key. */
export type Holder = Role | 'CLIENT' | 'KEY';

/** Whether somebody may; a key still acts within its maker's role. */
export const may = (entry: RoleTableEntry, holder: Holder): boolean => {
  if (holder === 'CLIENT') return entry.contact;
  if (holder === 'KEY') return entry.scope !== null;
  return entry.roles.includes(holder);
};
