import type { CopyTable, CopyValue } from '@atelier/service-kit/load';
import type { Client } from '../src/clients/client.ts';
import { sortKey, wordsOf } from '../src/clients/search-word.ts';
import type { Contact } from '../src/contacts/contact.ts';

/** A client with its people, as seeds make them. */
export interface SeedClient {
  studioId: string;
  client: Client;
  contacts: readonly Contact[];
}

/** The tables of clients; `read` is called once for each of them, so that no more than one client is held at a time. */
export function tablesOf(read: () => Iterable<SeedClient>): CopyTable[] {
  return [
    {
      table: 'clients.clients',
      columns: [
        'studio_id',
        'id',
        'name',
        'name_key',
        'kind',
        'vat_id',
        'currency',
        'language',
        'payment_terms_days',
        'default_rate',
        'default_rate_currency',
        'notes',
        'created_by',
        'created_at',
        'archived_at',
        'trashed_at',
        'version',
      ],
      rows: rowsOf(read, clientRows),
    },
    {
      table: 'clients.contacts',
      columns: [
        'studio_id',
        'id',
        'client_id',
        'name',
        'name_key',
        'email',
        'phone',
        'roles',
        'created_by',
        'created_at',
        'removed_at',
        'version',
      ],
      rows: rowsOf(read, contactRows),
    },
    { table: 'clients.search_words', columns: ['studio_id', 'client_id', 'owner_id', 'word'], rows: rowsOf(read, wordRows) },
  ];
}

function* rowsOf(read: () => Iterable<SeedClient>, rows: (seed: SeedClient) => CopyValue[][]): Generator<CopyValue[]> {
  for (const seed of read()) yield* rows(seed);
}

const clientRows = ({ studioId, client: c }: SeedClient): CopyValue[][] => [
  [
    studioId,
    c.id,
    c.name,
    sortKey(c.name),
    c.kind,
    c.vatId,
    c.currency,
    c.language,
    c.paymentTermsDays,
    c.defaultRate?.amount ?? null,
    c.defaultRate?.currency ?? null,
    c.notes,
    c.createdBy,
    c.createdAt,
    c.archivedAt,
    c.trashedAt,
    c.version,
  ],
];

const contactRows = ({ studioId, contacts }: SeedClient): CopyValue[][] =>
  contacts.map((c) => [
    studioId,
    c.id,
    c.clientId,
    c.name,
    sortKey(c.name),
    c.email,
    c.phone,
    c.roles,
    c.createdBy,
    c.createdAt,
    c.removedAt,
    c.version,
  ]);

const wordRows = ({ studioId, client, contacts }: SeedClient): CopyValue[][] => [
  ...wordsOf(client.name).map((word) => [studioId, client.id, client.id, word]),
  ...contacts.flatMap((contact) => wordsOf(contact.name, contact.email ?? '').map((word) => [studioId, client.id, contact.id, word])),
];
