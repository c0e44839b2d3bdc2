import { seededRandom } from '@atelier/service-kit/demo';
import {
  type CopyTable,
  LOAD_FAMILY,
  LOAD_GIVEN,
  type LoadSize,
  loadClientId,
  loadContactId,
  loadCounts,
  loadMemberId,
  loadStudioId,
  loadStudios,
} from '@atelier/service-kit/load';
import { blankClient } from '../src/clients/client.ts';
import { newContact } from '../src/contacts/contact.ts';
import { type SeedClient, tablesOf } from './rows.ts';

const FIRST = [
  'Amber',
  'Birch',
  'Copper',
  'Drift',
  'Elder',
  'Fable',
  'Granite',
  'Heron',
  'Indigo',
  'Juniper',
  'Kestrel',
  'Linden',
  'Marble',
  'Night',
];
const SECOND = [
  'Arcade',
  'Books',
  'Coffee',
  'Dance',
  'Editions',
  'Films',
  'Gallery',
  'House',
  'Institute',
  'Journal',
  'Kitchen',
  'Library',
  'Museum',
];

const DAY_MS = 24 * 60 * 60 * 1000;

/** The clients of all studios of a load, made one after the other while they are copied. */
export function loadTables(size: LoadSize, { now }: { now: Date }): CopyTable[] {
  return tablesOf(() => seeds(size, now));
}

function* seeds(size: LoadSize, now: Date): Generator<SeedClient> {
  for (const studio of loadStudios(size)) {
    const random = seededRandom(studio + 2);
    const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? '';
    const studioId = loadStudioId(studio);
    const createdBy = loadMemberId(studio, 0);
    for (let n = 0; n < loadCounts.clients(studio); n += 1) {
      const made = { createdBy, createdAt: new Date(now.getTime() - Math.floor(random() * 900) * DAY_MS) };
      const id = loadClientId(studio, n);
      const client = {
        ...blankClient,
        ...made,
        id,
        name: `${pick(FIRST)} ${pick(SECOND)} ${n + 1}`,
        defaultRate: { amount: BigInt(4_000 + Math.floor(random() * 80) * 100), currency: 'EUR' },
        archivedAt: n % 9 === 8 ? now : null,
        trashedAt: null,
        version: 1,
      };
      const contacts = Array.from({ length: loadCounts.contacts(studio, n) }, (_, k) => {
        const name = `${pick(LOAD_GIVEN)} ${pick(LOAD_FAMILY)}`;
        const email = `${name.toLowerCase().replace(' ', '.')}.${n + 1}.${k}@load.example`;
        return newContact(
          { name, email, phone: null, roles: k === 0 ? ['APPROVER'] : ['PAYER'] },
          { ...made, id: loadContactId(studio, n, k), clientId: id },
        );
      });
      yield { studioId, client, contacts };
    }
  }
}
