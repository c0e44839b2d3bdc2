import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What a line says of a change, by the names that the log has for it. */
export const fieldWords: Record<string, MessageDescriptor> = {
  because: msg`Because`,
  by: msg`By`,
  contactId: msg`Contact`,
  currency: msg`Currency`,
  description: msg`What it is for`,
  device: msg`Device`,
  email: msg`E-mail`,
  expiresAt: msg`Ends`,
  factor: msg`Second factor`,
  formerOwner: msg`Owner before`,
  homepage: msg`Own pages`,
  locale: msg`Language`,
  logo: msg`Picture`,
  madeBy: msg`Made by`,
  name: msg`Name`,
  ownScopes: msg`May for itself`,
  previousEndsAt: msg`Old secret ends`,
  projectId: msg`Project`,
  provider: msg`Way in`,
  readyAt: msg`Works from`,
  redirectUris: msg`Sends people back to`,
  role: msg`Role`,
  scopes: msg`May`,
  secondFactorDays: msg`Days until a second factor is due`,
  sessions: msg`Devices`,
  slug: msg`Address`,
  tasksTo: msg`Tasks go to`,
  timeZone: msg`Time zone`,
};

const roles: Record<string, MessageDescriptor> = {
  owner: msg`Owner`,
  admin: msg`Admin`,
  manager: msg`Manager`,
  artist: msg`Artist`,
  accountant: msg`Accountant`,
  guest: msg`Guest`,
};

const scopes: Record<string, MessageDescriptor> = {
  'projects:read': msg`Read projects, tasks and comments`,
  'projects:write': msg`Change projects, tasks and comments`,
  'clients:read': msg`Read clients and contacts`,
  'clients:write': msg`Change clients and contacts`,
  'studio:read': msg`Read the studio and its members`,
  offline_access: msg`Go on when nobody is there`,
};

const providers: Record<string, MessageDescriptor> = {
  Google: msg`Google`,
  Apple: msg`Apple`,
  'another provider': msg`Another provider`,
};

/** The words that a field may hold. */
export const valueWords: Record<string, Record<string, MessageDescriptor>> = {
  because: { 'account deleted': msg`the account was deleted` },
  by: {
    password: msg`password`,
    'mailed link': msg`mailed link`,
    'password and code': msg`password and code`,
    'password and recovery code': msg`password and recovery code`,
    passkey: msg`passkey`,
    'second factor': msg`second factor`,
    link: msg`a link to hand over`,
    mail: msg`mail`,
    removal: msg`the app’s removal`,
    ...providers,
  },
  device: { new: msg`new` },
  factor: { 'authenticator app': msg`authenticator app`, passkey: msg`passkey` },
  formerOwner: roles,
  ownScopes: scopes,
  provider: providers,
  role: roles,
  scopes,
};

/** Fields that hold a moment. */
export const moments: ReadonlySet<string> = new Set(['expiresAt', 'previousEndsAt', 'readyAt']);
