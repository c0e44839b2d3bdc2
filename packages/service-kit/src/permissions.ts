import { forbidden, notFound, unauthenticated } from './errors.ts';
import { membershipOf, type Role, studioOf, type Viewer } from './viewer.ts';

/** Who may take an action. */
export interface Permission {
  /** The roles of the studio's people. */
  roles: readonly Role[];
  /** Whether a client's contact may; what they see of it is the rooms' matter. */
  contact?: boolean;
  /** The scope that an API key needs; a key without `scope` in the entry may not. */
  scope?: string;
  /** Whether any signed-in person may, in a studio or outside any. */
  person?: boolean;
  /** Whether another subgraph may, on its own behalf. */
  service?: boolean;
}

/** An entry of a subgraph's table: who may take an action, and what it is in plain words, for people who choose roles. */
export interface Entry extends Permission {
  /** A verb and what it acts on, as in "Invite people". One line. */
  says: string;
}

/** Answers who may do what. */
export interface Permissions<Action extends string> {
  readonly table: Readonly<Record<Action, Permission>>;
  /** Whether the viewer may; also what `viewerCan…` fields answer. */
  allows(viewer: Viewer, action: Action): boolean;
  /** @throws UNAUTHENTICATED for strangers, NOT_FOUND outside a studio, FORBIDDEN otherwise. */
  require(viewer: Viewer, action: Action): void;
}

/** A subgraph's table, with what its domain is called in plain words. Pages and documents are made from it. */
export interface DomainPermissions<Action extends string> extends Permissions<Action> {
  readonly domain: string;
  readonly table: Readonly<Record<Action, Entry>>;
}

/** Makes a subgraph's table of who may do what. */
export const definePermissions = <Action extends string>(
  domain: string,
  table: Readonly<Record<Action, Entry>>,
): DomainPermissions<Action> => ({ ...permissionsOf(table), domain, table });

/** Answers from a table. */
export function permissionsOf<Action extends string>(table: Readonly<Record<Action, Permission>>): Permissions<Action> {
  const allows = (viewer: Viewer, action: Action): boolean => {
    const permission = table[action];
    switch (viewer.kind) {
      case 'user':
        return permission.person === true || (viewer.studio !== null && permission.roles.includes(viewer.studio.role));
      case 'apiKey':
        return permission.scope !== undefined && viewer.scopes.includes(permission.scope) && permission.roles.includes(viewer.studio.role);
      case 'contact':
        return permission.contact === true;
      case 'service':
        return permission.service === true;
      default:
        return false;
    }
  };
  return {
    table,
    allows,
    require(viewer, action) {
      if (allows(viewer, action)) return;
      if (viewer.kind === 'anonymous') throw unauthenticated();
      if (studioOf(viewer) === null && membershipOf(viewer) === null) throw notFound();
      throw forbidden();
    },
  };
}
