import type { ActorRef } from '@atelier/service-kit/activity';
import { isUniqueViolation } from '@atelier/service-kit/database';
import { badInput, type InvalidInput, invalidInput, notFound } from '@atelier/service-kit/errors';
import { tryDecodeId, uuidv7 } from '@atelier/service-kit/ids';
import { studioOf } from '@atelier/service-kit/viewer';
import { wordsOf } from '../clients/search-word.ts';
import { permissions } from '../permissions.ts';
import type { Unit } from '../store.ts';
import { memberOf, type UseCases } from '../use-cases.ts';
import { EMAIL_KEY } from './contact.repository.ts';
import { type Contact, type ContactPatch, contactFields, contactSeen, MOST_CONTACTS, newContact, removedContact } from './contact.ts';

/** What a new contact is made from; `clientId` is a plain UUID. */
export interface NewContact extends ContactPatch {
  /** A global id of the caller's own; null lets the service make one. */
  id?: string | null | undefined;
  clientId: string;
}

/** The client has somebody with this address. */
export interface ContactEmailTaken {
  __typename: 'ContactEmailTaken';
  message: string;
  code: 'CONTACT_EMAIL_TAKEN';
  path: string[];
  contact: Contact;
}

/** Somebody else's change came first. */
export interface ContactVersionConflict {
  __typename: 'ContactVersionConflict';
  message: string;
  code: 'VERSION_CONFLICT';
  path: null;
  contact: Contact;
}

export interface ContactService {
  /** Contacts as the viewer sees them, also removed ones, in the order of their ids (plain UUIDs); null where they don't, or there is none. */
  findAll(ids: readonly string[]): Promise<(Contact | null)[]>;
  /** The people of a client that the viewer sees, by name. */
  ofClient(clientId: string): Promise<Contact[]>;
  create(input: NewContact): Promise<Contact | ContactEmailTaken | InvalidInput>;
  update(
    id: string,
    expectedVersion: number,
    patch: ContactPatch,
  ): Promise<Contact | ContactEmailTaken | ContactVersionConflict | InvalidInput>;
  /** Takes a contact away; once more does nothing. */
  remove(id: string): Promise<void>;
  /** Whether a contact is the viewer. */
  isViewer(contact: Contact): boolean;
}

/** Use cases of contacts, for one request. */
export function contactService({ viewer, store }: UseCases): ContactService {
  /** The viewer's own row, while they are somebody's contact. */
  const self = async (): Promise<Contact | null> => {
    const found = viewer.kind === 'contact' ? await store.read.contacts.byId(viewer.contactId) : null;
    return found?.removedAt === null ? found : null;
  };

  const seen = (contact: Contact, own: Contact | null): Contact | null => {
    if (own !== null) {
      if (contact.clientId === null || contact.clientId !== own.clientId) return null;
      return contactSeen(contact, contact.id === own.id ? 'everything' : 'colleague');
    }
    if (permissions.allows(viewer, 'contact.read')) return contact;
    return permissions.allows(viewer, 'contact.readName') ? contactSeen(contact, 'name') : null;
  };

  /** An address that is taken is found out by the index; the transaction is over by then. */
  const unlessTaken = async <T>(clientId: () => string | null, email: string, work: () => Promise<T>): Promise<T | ContactEmailTaken> => {
    try {
      return await work();
    } catch (error) {
      const client = clientId();
      if (!isUniqueViolation(error, EMAIL_KEY) || client === null) throw error;
      const contact = await store.read.contacts.withEmail(client, email);
      if (contact === null) throw error;
      return {
        __typename: 'ContactEmailTaken',
        message: `${contact.name} has this address already. Change ${contact.name} instead, or give another address.`,
        code: 'CONTACT_EMAIL_TAKEN',
        path: ['input', 'email'],
        contact,
      };
    }
  };

  return {
    async findAll(ids) {
      if (studioOf(viewer) === null) return ids.map(() => null);
      const [contacts, own] = await Promise.all([store.read.contacts.byIds(ids), self()]);
      return contacts.map((contact) => contact && seen(contact, own));
    },

    async ofClient(clientId) {
      const [people, own] = await Promise.all([store.read.contacts.ofClient(clientId), self()]);
      return people.flatMap((contact) => seen(contact, own) ?? []);
    },

    async create({ id: globalId, clientId, ...patch }) {
      permissions.require(viewer, 'contact.write');
      const actor = memberOf(viewer);
      const id = globalId ? tryDecodeId(globalId, 'Contact') : uuidv7();
      if (id === null) throw badInput('An id of your own looks like contact_ and 22 letters or digits.', ['input', 'id']);
      const fields = contactFields({ name: '', email: '', phone: null, roles: [] }, patch);
      if ('__typename' in fields) return fields;
      const create = () =>
        store.write(async (unit) => {
          if ((await unit.clients.lock(clientId)) === null) throw notFound();
          const others = await unit.contacts.ofClient(clientId);
          const contact = newContact(fields, { id, clientId, createdBy: actor.id, createdAt: unit.now });
          if (others.length >= MOST_CONTACTS && !others.some((other) => other.id === id)) {
            return invalidInput('TOO_MANY', `A client has at most ${MOST_CONTACTS} contacts. Take one away first.`, ['input', 'clientId']);
          }
          if (!(await unit.contacts.insert(contact))) {
            const existing = await unit.contacts.byId(id);
            if (existing?.createdBy === actor.id && existing.clientId === clientId && existing.removedAt === null) return existing;
            throw badInput('This id is taken. Choose another one, or leave it out.', ['input', 'id']);
          }
          await unit.clients.setWords(clientId, id, wordsOf(fields.name, fields.email));
          await record(unit, actor, 'contact.created', null, contact);
          return contact;
        });
      return unlessTaken(() => clientId, fields.email, create);
    },

    async update(id, expectedVersion, patch) {
      permissions.require(viewer, 'contact.write');
      const actor = memberOf(viewer);
      let clientId: string | null = null;
      const update = () =>
        store.write(async (unit) => {
          const before = await unit.contacts.lock(id);
          if (before === null || before.removedAt !== null || before.email === null || before.clientId === null) throw notFound();
          clientId = before.clientId;
          if (before.version !== expectedVersion) return versionConflict(before);
          const fields = contactFields({ name: before.name, email: before.email, phone: before.phone, roles: before.roles }, patch);
          if ('__typename' in fields) return fields;
          const after = { ...before, ...fields, version: before.version + 1 };
          await unit.contacts.save(after);
          await unit.clients.setWords(before.clientId, id, wordsOf(fields.name, fields.email));
          await record(unit, actor, 'contact.updated', before, after);
          return after;
        });
      return unlessTaken(() => clientId, patch.email ?? '', update);
    },

    async remove(id) {
      permissions.require(viewer, 'contact.write');
      const actor = memberOf(viewer);
      await store.write(async (unit) => {
        const before = await unit.contacts.lock(id);
        if (before === null) throw notFound();
        if (before.removedAt !== null || before.clientId === null) return;
        const after = removedContact(before, unit.now);
        await unit.contacts.save(after);
        await unit.clients.setWords(before.clientId, id, []);
        await record(unit, actor, 'contact.removed', before, after);
      });
    },

    isViewer: (contact) => viewer.kind === 'contact' && viewer.contactId === contact.id,
  };
}

/** Addresses and numbers stay out of the audit trail: it outlives the contact. */
function record(unit: Unit, actor: ActorRef, verb: string, before: Contact | null, after: Contact): Promise<void> {
  return unit.record(actor, {
    entity: { typename: 'Contact', id: after.id },
    verb,
    before: before && { name: before.name },
    after: { name: after.name, clientId: after.clientId },
    audienceBefore: before === null ? [] : ['team'],
    audienceAfter: ['team'],
    ...(verb === 'contact.removed' ? { event: { type: verb, data: { contactId: after.id } } } : {}),
  });
}

const versionConflict = (contact: Contact): ContactVersionConflict => ({
  __typename: 'ContactVersionConflict',
  message: 'Somebody changed this person in the meantime. Nothing of yours was saved; look at what changed and try again.',
  code: 'VERSION_CONFLICT',
  path: null,
  contact,
});
