import { type InvalidInput, invalidInput } from '@atelier/service-kit/errors';

export interface Money {
  /** In the currency's smallest unit. */
  amount: bigint;
  currency: string;
}

/** Somebody the studio works for. Ids are plain UUIDs. */
export interface Client {
  id: string;
  name: string;
  kind: 'COMPANY' | 'PERSON';
  vatId: string | null;
  currency: string;
  /** BCP 47. */
  language: string;
  paymentTermsDays: number;
  /** For an hour. */
  defaultRate: Money | null;
  notes: string | null;
  /** The member who made it. */
  createdBy: string;
  createdAt: Date;
  archivedAt: Date | null;
  trashedAt: Date | null;
  version: number;
}

/** The lists that a client can stand in. */
export type Shelf = 'active' | 'archived' | 'trashed';

/** The fields that people write. */
export type ClientFields = Pick<Client, 'name' | 'kind' | 'vatId' | 'currency' | 'language' | 'paymentTermsDays' | 'defaultRate' | 'notes'>;

/** A change: what is undefined stays; null is refused where a client needs a value. */
export type ClientPatch = { [Field in keyof ClientFields]?: ClientFields[Field] | null | undefined };

/** What a new client starts from. */
export const blankClient: ClientFields = {
  name: '',
  kind: 'COMPANY',
  vatId: null,
  currency: 'EUR',
  language: 'en',
  paymentTermsDays: 14,
  defaultRate: null,
  notes: null,
};

const NAME_LENGTH = 120;
const VAT_ID_LENGTH = 32;
const NOTES_LENGTH = 10_000;
const LONGEST_TERMS = 365;

/** The fields with a change applied, tidied and checked. `InvalidInput` names the first field that can't be taken. */
export function clientFields(before: ClientFields, patch: ClientPatch): ClientFields | InvalidInput {
  for (const field of ['name', 'kind', 'currency', 'language', 'paymentTermsDays'] as const) {
    if (patch[field] === null) return refuse('REQUIRED', `A client needs a value for ${field}.`, field);
  }
  const pick = <Field extends keyof ClientFields>(field: Field): ClientFields[Field] =>
    patch[field] === undefined ? before[field] : (patch[field] as ClientFields[Field]);
  const tag = pick('language');
  const language = canonicalLanguage(tag);
  const after: ClientFields = {
    name: pick('name').trim(),
    kind: pick('kind'),
    vatId: textOrNull(pick('vatId')),
    currency: pick('currency'),
    language: language ?? tag,
    paymentTermsDays: pick('paymentTermsDays'),
    defaultRate: pick('defaultRate'),
    notes: textOrNull(pick('notes')),
  };
  if (after.name === '') return refuse('REQUIRED', 'Give the client a name.', 'name');
  if (after.name.length > NAME_LENGTH) return refuse('TOO_LONG', `A name has at most ${NAME_LENGTH} characters.`, 'name');
  if ((after.vatId?.length ?? 0) > VAT_ID_LENGTH)
    return refuse('TOO_LONG', `A tax number has at most ${VAT_ID_LENGTH} characters.`, 'vatId');
  if (language === null) return refuse('INVALID_LANGUAGE', 'A language is a tag such as en or es-MX.', 'language');
  if (after.paymentTermsDays < 0 || after.paymentTermsDays > LONGEST_TERMS)
    return refuse('INVALID_DAYS', `Payment terms are 0 to ${LONGEST_TERMS} days.`, 'paymentTermsDays');
  if (after.defaultRate && after.defaultRate.amount < 0n) return refuse('INVALID_AMOUNT', 'A rate is not below zero.', 'defaultRate');
  if ((after.notes?.length ?? 0) > NOTES_LENGTH)
    return refuse('TOO_LONG', `Notes have at most ${NOTES_LENGTH.toLocaleString('en')} characters.`, 'notes');
  return after;
}

/** What a viewer sees of clients: `name` is a contact's view of their own client. */
export type ClientSight = 'everything' | 'everythingButMoney' | 'name';

/** The client as it may be shown. */
export function clientSeen(client: Client, sight: ClientSight): Client {
  if (sight === 'everything') return client;
  if (sight === 'everythingButMoney') return { ...client, defaultRate: null };
  return { ...client, defaultRate: null, vatId: null, notes: null, archivedAt: null, trashedAt: null };
}

/** The names of the fields that differ, for the audit trail: values of notes and sums stay out of it. */
export function changedFields(before: ClientFields, after: ClientFields): string[] {
  const plain = (value: unknown) => JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each));
  return (Object.keys(blankClient) as (keyof ClientFields)[]).filter((field) => plain(before[field]) !== plain(after[field]));
}

function canonicalLanguage(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

const textOrNull = (text: string | null): string | null => text?.trim() || null;
const refuse = (code: string, message: string, field: string): InvalidInput => invalidInput(code, message, ['input', field]);
