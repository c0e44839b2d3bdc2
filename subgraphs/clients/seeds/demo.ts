import { demoId } from '@atelier/service-kit/demo';
import type { CopyTable } from '@atelier/service-kit/load';
import { blankClient, type Client } from '../src/clients/client.ts';
import { type ContactRole, newContact } from '../src/contacts/contact.ts';
import { type SeedClient, tablesOf } from './rows.ts';

type Person = readonly [key: string, name: string, email: string, ...roles: ContactRole[]];

interface Story extends Partial<Omit<Client, 'id'>> {
  /** Its id is `demoId('client:<key>')`, its people's `demoId('contact:<person's key>')`. */
  key: string;
  name: string;
  /** Days since it was made. */
  age: number;
  archivedDaysAgo?: number;
  trashedDaysAgo?: number;
  people: readonly Person[];
}

const euros = (amount: bigint) => ({ amount, currency: 'EUR' });

/** An illustrator who works alone. */
const marisol: readonly Story[] = [
  {
    key: 'harbour-museum',
    name: 'Harbour Museum',
    age: 420,
    vatId: 'ESQ0000000A',
    paymentTermsDays: 30,
    defaultRate: euros(7_500n),
    notes: 'Captions always go through the education team. They like paper proofs.',
    people: [
      ['ines-vidal', 'Inés Vidal', 'ines.vidal@harbourmuseum.example', 'APPROVER'],
      ['tomas-rey', 'Tomás Rey', 'accounts@harbourmuseum.example', 'PAYER'],
    ],
  },
  {
    key: 'lantern-books',
    name: 'Paper Lantern Books',
    age: 310,
    vatId: 'FR00000000000',
    paymentTermsDays: 45,
    defaultRate: euros(6_800n),
    notes: 'Half on signing, half on final files. Trim size 240 by 280 mm.',
    people: [
      ['odile-marchand', 'Odile Marchand', 'odile@lanternbooks.example', 'APPROVER'],
      ['jun-okada', 'Jun Okada', 'jun@lanternbooks.example'],
    ],
  },
  {
    key: 'kettle-coffee',
    name: 'Kettle Street Coffee',
    age: 95,
    language: 'es',
    defaultRate: euros(6_000n),
    notes: 'New bag every season. Printer needs three spot colours at most.',
    people: [['bruno-salas', 'Bruno Salas', 'bruno@kettlestreet.example', 'APPROVER', 'PAYER']],
  },
  {
    key: 'wren',
    name: 'Matilda Wren',
    kind: 'PERSON',
    age: 40,
    currency: 'GBP',
    defaultRate: null,
    notes: 'Portrait of two whippets, as a present. Do not write to the house address.',
    people: [['matilda-wren', 'Matilda Wren', 'matilda@wren.example', 'APPROVER', 'PAYER']],
  },
  {
    key: 'night-ferry',
    name: 'Night Ferry Records',
    age: 700,
    archivedDaysAgo: 120,
    people: [['sol-adeyemi', 'Sol Adeyemi', 'sol@nightferry.example', 'APPROVER']],
  },
  {
    key: 'old-mill',
    name: 'Old Mill Festival',
    age: 510,
    trashedDaysAgo: 6,
    people: [['greta-holm', 'Greta Holm', 'greta@oldmill.example']],
  },
];

/** An agency of a few people. */
const northlight: readonly Story[] = [
  {
    key: 'lowtide-festival',
    name: 'Lowtide Theatre Festival',
    age: 260,
    paymentTermsDays: 30,
    defaultRate: euros(11_000n),
    notes: 'Everything is due ten days before the programme goes to print.',
    people: [
      ['petra-lund', 'Petra Lund', 'petra@lowtide.example', 'APPROVER'],
      ['amir-haddad', 'Amir Haddad', 'amir@lowtide.example', 'PAYER'],
      ['nell-byrne', 'Nell Byrne', 'nell@lowtide.example'],
    ],
  },
  {
    key: 'longshore-records',
    name: 'Longshore Records',
    age: 180,
    currency: 'GBP',
    defaultRate: { amount: 9_500n, currency: 'GBP' },
    notes: 'Sleeves, not singles: nothing below twelve inches.',
    people: [['dee-castle', 'Dee Castle', 'dee@longshore.example', 'APPROVER', 'PAYER']],
  },
  {
    key: 'fernhouse-garden',
    name: 'Fernhouse Botanical Garden',
    age: 130,
    paymentTermsDays: 21,
    defaultRate: euros(10_500n),
    notes: 'Latin names are checked by the curator before anything is set.',
    people: [
      ['ravi-menon', 'Ravi Menon', 'ravi@fernhouse.example', 'APPROVER'],
      ['lotte-brandt', 'Lotte Brandt', 'lotte@fernhouse.example', 'PAYER'],
    ],
  },
  {
    key: 'velo-works',
    name: 'Tern Cycle Works',
    age: 60,
    defaultRate: euros(12_000n),
    people: [['kaspar-roth', 'Kaspar Roth', 'kaspar@terncycles.example', 'APPROVER']],
  },
];

const DAY_MS = 24 * 60 * 60 * 1000;

/** The clients of the two demo studios. The same `now` gives the same rows. */
export function demoTables({ now }: { now: Date }): CopyTable[] {
  return tablesOf(() => [
    ...marisol.map((story) => seedOf('marisol', story, now)),
    ...northlight.map((story) => seedOf('northlight', story, now)),
  ]);
}

function seedOf(studio: string, story: Story, now: Date): SeedClient {
  const { key, age, archivedDaysAgo, trashedDaysAgo, people, ...fields } = story;
  const daysAgo = (days: number | undefined) => (days === undefined ? null : new Date(now.getTime() - days * DAY_MS));
  const made = { createdBy: demoId(`member:${studio}`), createdAt: daysAgo(age) ?? now };
  const id = demoId(`client:${key}`);
  return {
    studioId: demoId(`studio:${studio}`),
    client: {
      ...blankClient,
      archivedAt: daysAgo(archivedDaysAgo),
      trashedAt: daysAgo(trashedDaysAgo),
      version: 1,
      ...made,
      ...fields,
      id,
    },
    contacts: people.map(([person, name, email, ...roles]) =>
      newContact({ name, email, phone: null, roles: [...roles].sort() }, { ...made, id: demoId(`contact:${person}`), clientId: id }),
    ),
  };
}
