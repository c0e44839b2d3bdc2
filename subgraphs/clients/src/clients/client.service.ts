import type { ActorRef } from '@atelier/service-kit/activity';
import { type Connection, connectionOf, cursorCodec, pageSize } from '@atelier/service-kit/connections';
import { badInput, type InvalidInput, notFound } from '@atelier/service-kit/errors';
import { encodeId, tryDecodeId, uuidv7 } from '@atelier/service-kit/ids';
import { requireStudio, studioOf } from '@atelier/service-kit/viewer';
import { z } from 'zod';
import { contactFields, newContact } from '../contacts/contact.ts';
import { permissions } from '../permissions.ts';
import type { Unit } from '../store.ts';
import { memberOf, type UseCases } from '../use-cases.ts';
import type { ClientKey } from './client.repository.ts';
import {
  blankClient,
  type Client,
  type ClientPatch,
  type ClientSight,
  changedFields,
  clientFields,
  clientSeen,
  type Shelf,
} from './client.ts';
import { rangesOf, sortKey, wordsOf } from './search-word.ts';

/** What a new client is made from; what is left out starts as usual. */
export interface NewClient extends ClientPatch {
  /** A global id of the caller's own; null lets the service make one. */
  id?: string | null | undefined;
  name: string;
  contact?: { name: string; email: string } | null | undefined;
}

export interface ClientFilter {
  text?: string | null | undefined;
  archived?: boolean | null | undefined;
  trashed?: boolean | null | undefined;
}

/** Somebody else's change came first. */
export interface ClientVersionConflict {
  __typename: 'ClientVersionConflict';
  message: string;
  code: 'VERSION_CONFLICT';
  path: null;
  client: Client;
}

export interface ClientService {
  /** Clients as the viewer sees them, in the order of their ids (plain UUIDs); null where they don't, or there is none. */
  findAll(ids: readonly string[]): Promise<(Client | null)[]>;
  /** Clients by name. @throws FORBIDDEN for guests and contacts, BAD_USER_INPUT for a forged cursor. */
  list(args: { first?: number | null; after?: string | null; filter?: ClientFilter | null }): Promise<Connection<Client>>;
  create(input: NewClient): Promise<Client | InvalidInput>;
  update(id: string, expectedVersion: number, patch: ClientPatch): Promise<Client | ClientVersionConflict | InvalidInput>;
  /** Archives a client or takes it back; a client that is where it should be stays as it is. */
  archive(id: string, archived: boolean): Promise<Client>;
  /** Puts a client in the trash and has it deleted when its time there is over. */
  trash(id: string): Promise<Client>;
  restore(id: string): Promise<Client>;
  /** Whether the viewer may change clients. */
  canUpdate(): boolean;
}

const cursors = cursorCodec<ClientKey>('clients.1', z.object({ name: z.string(), id: z.uuid() }));

/** The job that deletes a client whose time in the trash is over. */
export const PURGE_TASK = 'purge-client';

/** Use cases of clients, for one request. */
export function clientService(useCases: UseCases): ClientService {
  const { viewer, viewerToken, store, peers, trashDays } = useCases;

  const sight = (): ClientSight => (permissions.allows(viewer, 'client.readMoney') ? 'everything' : 'everythingButMoney');

  const studioCurrency = async (): Promise<string> => {
    const id = encodeId('Studio', requireStudio(viewer));
    const [studio] = await peers.entities<{ currency: string }>(viewerToken, 'Studio', [id], '{ id currency }');
    if (!studio) throw notFound();
    return studio.currency;
  };

  /** Locks a client that is there, changes it, and writes what happened; null from `change` leaves all as it is. */
  const changeOne = async (id: string, verb: string, change: (client: Client, now: Date) => Partial<Client> | null): Promise<Client> => {
    permissions.require(viewer, 'client.write');
    const actor = memberOf(viewer);
    return store.write(async (unit) => {
      const before = await unit.clients.lock(id);
      if (before === null) throw notFound();
      const changes = change(before, unit.now);
      if (changes === null) return before;
      const after = { ...before, ...changes, version: before.version + 1 };
      await unit.clients.save(after);
      if (verb === 'client.trashed') {
        const runAt = new Date(unit.now.getTime() + trashDays * DAY_MS);
        await unit.later(PURGE_TASK, { studioId: requireStudio(viewer), clientId: id }, { runAt, key: `${PURGE_TASK}:${id}` });
      }
      await recordChange(unit, actor, verb, before, after);
      return after;
    });
  };

  return {
    async findAll(ids) {
      if (studioOf(viewer) === null) return ids.map(() => null);
      if (viewer.kind === 'contact') {
        const [clients, self] = await Promise.all([store.read.clients.byIds(ids), store.read.contacts.byId(viewer.contactId)]);
        const own = self?.removedAt === null ? self.clientId : null;
        return clients.map((client) => (client !== null && client.id === own ? clientSeen(client, 'name') : null));
      }
      if (!permissions.allows(viewer, 'client.read')) return ids.map(() => null);
      const clients = await store.read.clients.byIds(ids);
      return clients.map((client) => client && clientSeen(client, sight()));
    },

    async list({ first, after, filter }) {
      permissions.require(viewer, 'client.list');
      const size = pageSize(first);
      const key = cursors.decode(after);
      const text = filter?.text?.trim() ?? '';
      const selection = { shelf: shelfOf(filter), ranges: rangesOf(text) };
      const isHopeless = text !== '' && selection.ranges.length === 0;
      const rows = isHopeless ? [] : await store.read.clients.page(selection, key, size + 1);
      return connectionOf({
        rows: rows.map((client) => clientSeen(client, sight())),
        first: size,
        after,
        cursor: (client) => cursors.encode({ name: sortKey(client.name), id: client.id }),
        totalCount: () => (isHopeless ? 0 : store.read.clients.count(selection)),
      });
    },

    async create({ id: globalId, contact, ...patch }) {
      permissions.require(viewer, 'client.write');
      const actor = memberOf(viewer);
      const id = globalId ? tryDecodeId(globalId, 'Client') : uuidv7();
      if (id === null) throw badInput('An id of your own looks like client_ and 22 letters or digits.', ['input', 'id']);
      const currency = patch.currency ?? (await studioCurrency());
      const fields = clientFields(blankClient, { ...patch, currency });
      if ('__typename' in fields) return fields;
      const person = contact ? contactFields({ name: '', email: '', phone: null, roles: [] }, contact, ['input', 'contact']) : null;
      if (person && '__typename' in person) return person;
      return store.write(async (unit) => {
        const client = { ...fields, id, createdBy: actor.id, createdAt: unit.now, archivedAt: null, trashedAt: null, version: 1 };
        if (!(await unit.clients.insert(client))) {
          const existing = await unit.clients.byId(id);
          if (existing?.createdBy === actor.id) return existing;
          throw badInput('This id is taken. Choose another one, or leave it out.', ['input', 'id']);
        }
        await unit.clients.setWords(id, id, wordsOf(client.name));
        if (person) {
          const first = newContact(person, { id: uuidv7(), clientId: id, createdBy: actor.id, createdAt: unit.now });
          await unit.contacts.insert(first);
          await unit.clients.setWords(id, first.id, wordsOf(person.name, person.email));
        }
        await unit.record(actor, {
          entity: { typename: 'Client', id },
          verb: 'client.created',
          after: { name: client.name },
          audienceBefore: [],
          audienceAfter: ['team'],
        });
        return client;
      });
    },

    async update(id, expectedVersion, patch) {
      permissions.require(viewer, 'client.write');
      const actor = memberOf(viewer);
      return store.write(async (unit) => {
        const before = await unit.clients.lock(id);
        if (before === null) throw notFound();
        if (before.version !== expectedVersion) return versionConflict(before);
        const fields = clientFields(before, patch);
        if ('__typename' in fields) return fields;
        const changed = changedFields(before, fields);
        if (changed.length === 0) return before;
        const after = { ...before, ...fields, version: before.version + 1 };
        await unit.clients.save(after);
        if (after.name !== before.name) await unit.clients.setWords(id, id, wordsOf(after.name));
        await recordChange(unit, actor, 'client.updated', before, after);
        return after;
      });
    },

    archive: (id, archived) =>
      changeOne(id, archived ? 'client.archived' : 'client.unarchived', (client, now) =>
        (client.archivedAt !== null) === archived ? null : { archivedAt: archived ? now : null },
      ),

    trash: (id) => changeOne(id, 'client.trashed', (client, now) => (client.trashedAt ? null : { trashedAt: now })),

    restore: (id) => changeOne(id, 'client.restored', (client) => (client.trashedAt ? { trashedAt: null } : null)),

    canUpdate: () => permissions.allows(viewer, 'client.write'),
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;

function recordChange(unit: Unit, actor: ActorRef, verb: string, before: Client, after: Client): Promise<void> {
  return unit.record(actor, {
    entity: { typename: 'Client', id: after.id },
    verb,
    before: { name: before.name },
    after: { name: after.name, changed: changedFields(before, after) },
    audienceBefore: ['team'],
    audienceAfter: ['team'],
    ...(verb === 'client.trashed' ? { event: { type: verb, data: { clientId: after.id } } } : {}),
  });
}

function shelfOf(filter: ClientFilter | null | undefined): Shelf {
  if (filter?.trashed) return 'trashed';
  return filter?.archived ? 'archived' : 'active';
}

const versionConflict = (client: Client): ClientVersionConflict => ({
  __typename: 'ClientVersionConflict',
  message: 'Somebody changed this client in the meantime. Nothing of yours was saved; look at what changed and try again.',
  code: 'VERSION_CONFLICT',
  path: null,
  client,
});
