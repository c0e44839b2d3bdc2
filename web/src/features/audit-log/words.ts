import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AuditLogFaultKind, AuditLogKind } from '../../graphql/__generated__/types.ts';
import type { Group } from './search.ts';

/** What happened. */
export const kinds: Record<AuditLogKind, MessageDescriptor> = {
  SIGNED_IN: msg`Signed in`,
  SIGNED_IN_FROM_NEW_DEVICE: msg`Signed in from a new device`,
  RECOVERY_CODE_USED: msg`Signed in with a recovery code`,
  SIGN_IN_FAILED: msg`Wrong password`,
  SIGNED_OUT: msg`Signed out`,
  SESSION_ENDED: msg`Signed a device out`,
  PASSWORD_CHANGED: msg`Changed their password`,
  EMAIL_CHANGED: msg`Changed their e-mail address`,
  SECOND_FACTOR_ADDED: msg`Set up a second factor`,
  SECOND_FACTOR_REMOVED: msg`Removed a second factor`,
  RECOVERY_CODES_RENEWED: msg`Had new recovery codes made`,
  RECOVERY_STARTED: msg`Said that all second factors are lost`,
  RECOVERY_STOPPED: msg`Stopped the loss of all second factors`,
  RECOVERY_DONE: msg`Took all second factors off`,
  PROVIDER_JOINED: msg`Joined a way to sign in`,
  PROVIDER_REMOVED: msg`Took a way to sign in off`,
  STUDIO_CREATED: msg`Made the studio`,
  STUDIO_CHANGED: msg`Changed the studio`,
  MEMBER_INVITED: msg`Invited somebody`,
  INVITATION_REVOKED: msg`Took an invitation back`,
  MEMBER_JOINED: msg`Joined`,
  MEMBER_ROLE_CHANGED: msg`Changed a role`,
  OWNERSHIP_TRANSFERRED: msg`Made somebody owner`,
  MEMBER_REMOVED: msg`Removed a member`,
  MEMBER_KEPT_OUT: msg`Was kept out for want of a second factor`,
  API_KEY_CREATED: msg`Made an API key`,
  API_KEY_ROTATED: msg`Gave an API key a new secret`,
  API_KEY_REVOKED: msg`Ended an API key`,
  APP_REGISTERED: msg`Registered an app`,
  APP_CHANGED: msg`Changed an app`,
  APP_SECRET_ROTATED: msg`Gave an app a new secret`,
  APP_REMOVED: msg`Removed an app`,
  APP_LET_IN: msg`Let an app in`,
  APP_SHUT_OUT: msg`Shut an app out`,
  APP_TOKEN_REPLAYED: msg`Used an app’s token a second time`,
  CLIENT_LINK_CREATED: msg`Made a client’s link`,
  CLIENT_LINK_USED: msg`Entered by a client’s link`,
  CLIENT_LINK_REVOKED: msg`Ended a client’s link`,
  AUDIT_LOG_DOWNLOADED: msg`Downloaded this log`,
  STUDIO_DELETION_REQUESTED: msg`Had the studio deleted in 14 days`,
  STUDIO_DELETION_CANCELLED: msg`Undid the studio’s deletion`,
  ACCOUNT_DELETION_REQUESTED: msg`Had their account deleted in 14 days`,
  ACCOUNT_DELETION_CANCELLED: msg`Account stays`,
  EXPORT_REQUESTED: msg`Asked for an export`,
  EXPORT_DOWNLOADED: msg`Downloaded an export`,
};

/** What one looks for. */
export const groups: Record<Group, MessageDescriptor> = {
  'signing-in': msg`Signing in and out`,
  accounts: msg`Passwords and factors`,
  people: msg`People and roles`,
  keys: msg`API keys`,
  apps: msg`Apps`,
  links: msg`Clients’ links`,
  studio: msg`The studio`,
};

/** What is wrong with a line. */
export const faults: Record<AuditLogFaultKind, MessageDescriptor> = {
  MISSING: msg`is gone`,
  CHANGED: msg`does not say what it said`,
  UNSIGNED: msg`was not written by Atelier`,
  UNLINKED: msg`does not follow the line before it`,
  UNEXPECTED: msg`was added behind the end`,
};
