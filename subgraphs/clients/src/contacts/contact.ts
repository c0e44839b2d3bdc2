import { type InvalidInput, invalidInput } from '@atelier/service-kit/errors';

export type ContactRole = 'APPROVER' | 'PAYER';

/** A person at a client. Ids are plain UUIDs. */
export interface Contact {
  id: string;
  /** Null once the client was deleted for good, and for viewers who see the name only. */
  clientId: string | null;
  name: string;
  /** Null once removed, and for viewers who see the name only. */
  email: string | null;
  phone: string | null;
  roles: ContactRole[];
  /** The member who made it. */
  createdBy: string;
  createdAt: Date;
  removedAt: Date | null;
  version: number;
}

/** The fields that people write. */
export interface ContactFields {
  name: string;
  email: string;
  phone: string | null;
  roles: ContactRole[];
}

/** A change: what is undefined stays; null is refused where a contact needs a value. */
export type ContactPatch = { [Field in keyof ContactFields]?: ContactFields[Field] | null | undefined };

/** How many people a client has at most: they are shown without pages. */
export const MOST_CONTACTS = 100;

const NAME_LENGTH = 120;
const EMAIL_LENGTH = 254;
const PHONE_LENGTH = 40;
const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

/** The fields with a change applied, tidied and checked. `path` leads to the input that holds them. */
export function contactFields(before: ContactFields, patch: ContactPatch, path: string[] = ['input']): ContactFields | InvalidInput {
  const refuse = (code: string, message: string, field: string) => invalidInput(code, message, [...path, field]);
  for (const field of ['name', 'email', 'roles'] as const) {
    if (patch[field] === null) return refuse('REQUIRED', `A contact needs a value for ${field}.`, field);
  }
  const pick = <Field extends keyof ContactFields>(field: Field): ContactFields[Field] =>
    patch[field] === undefined ? before[field] : (patch[field] as ContactFields[Field]);
  const after: ContactFields = {
    name: pick('name').trim(),
    email: pick('email').trim(),
    phone: pick('phone')?.trim() || null,
    roles: [...new Set(pick('roles'))].sort(),
  };
  if (after.name === '') return refuse('REQUIRED', 'Give the person a name.', 'name');
  if (after.name.length > NAME_LENGTH) return refuse('TOO_LONG', `A name has at most ${NAME_LENGTH} characters.`, 'name');
  if (after.email === '') return refuse('REQUIRED', 'Give the person an address.', 'email');
  if (after.email.length > EMAIL_LENGTH) return refuse('TOO_LONG', `An address has at most ${EMAIL_LENGTH} characters.`, 'email');
  if (!ADDRESS.test(after.email)) return refuse('INVALID_EMAIL', 'An address looks like name@example.com.', 'email');
  if ((after.phone?.length ?? 0) > PHONE_LENGTH)
    return refuse('TOO_LONG', `A telephone number has at most ${PHONE_LENGTH} characters.`, 'phone');
  return after;
}

/** A contact who is new at a client. */
export function newContact(fields: ContactFields, made: Pick<Contact, 'id' | 'clientId' | 'createdBy' | 'createdAt'>): Contact {
  return { ...fields, ...made, removedAt: null, version: 1 };
}

/** What a viewer sees of a contact; `colleague` is a contact's view of the others at their client. */
export type ContactSight = 'everything' | 'colleague' | 'name';

/** The contact as they may be shown. */
export function contactSeen(contact: Contact, sight: ContactSight): Contact {
  if (sight === 'everything') return contact;
  return { ...contact, email: null, phone: null, roles: [], clientId: sight === 'colleague' ? contact.clientId : null };
}

/** The contact without what only matters while they are one; the name stays under what they wrote. */
export function removedContact(contact: Contact, at: Date): Contact {
  return { ...contact, email: null, phone: null, roles: [], removedAt: at, version: contact.version + 1 };
}
