import type { ClientKind, UpdateClientInput } from '../../graphql/__generated__/types.ts';
import { fractionDigits } from '../../ui/money.ts';
import type { ClientFactsFragment } from './__generated__/ClientChanges.ts';

/** What the form of a client writes, as the API takes it. */
export type ClientFields = Required<
  Pick<UpdateClientInput, 'vatId' | 'defaultRate' | 'notes'> & {
    name: string;
    kind: ClientKind;
    currency: string;
    language: string;
    paymentTermsDays: number;
  }
>;

/** A sum as people type it, in minor units: `1.250,50` and `1,250.50` are the same. Null where it is no sum. */
export function parseSum(text: string, currency: string): number | null {
  const plain = text.trim().replace(/[\s\u2019']/g, '');
  const mark = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  const digits = fractionDigits(currency);
  // Three digits after a single mark are thousands, unless the currency itself has three.
  const decimal = mark >= 0 && (plain.length - mark - 1 !== 3 || digits === 3);
  const whole = (decimal ? plain.slice(0, mark) : plain).replace(/[.,]/g, '');
  const part = decimal ? plain.slice(mark + 1) : '';
  if (!/^\d{1,12}$/.test(whole) || !/^\d*$/.test(part) || part.length > digits) return null;
  return Number(whole + part.padEnd(digits, '0'));
}

/** A sum in minor units as a form shows it: `125000` in EUR is `1250.00`. */
export function printSum(amount: number, currency: string): string {
  return (amount / 10 ** fractionDigits(currency)).toFixed(fractionDigits(currency));
}

/** The values of the form as fields, or the name of the control whose value is no sum or number. */
export function fieldsOf(values: Record<string, string>): ClientFields | { wrong: 'rate' | 'paymentTermsDays' } {
  const currency = values.currency ?? '';
  const rate = (values.rate ?? '').trim();
  const amount = rate === '' ? null : parseSum(rate, currency);
  if (rate !== '' && amount === null) return { wrong: 'rate' };
  const paymentTermsDays = Number(values.paymentTermsDays ?? '14');
  if (!Number.isInteger(paymentTermsDays)) return { wrong: 'paymentTermsDays' };
  return {
    name: (values.name ?? '').trim(),
    kind: values.kind === 'PERSON' ? 'PERSON' : 'COMPANY',
    vatId: values.vatId?.trim() || null,
    currency,
    language: values.language ?? 'en',
    paymentTermsDays,
    defaultRate: amount === null ? null : { amount, currency },
    notes: values.notes?.trim() || null,
  };
}

/** The fields of a client as it is. */
export function fieldsOfClient(client: ClientFactsFragment): ClientFields {
  const { name, kind, vatId, currency, language, paymentTermsDays, defaultRate, notes } = client;
  return {
    name,
    kind,
    vatId,
    currency,
    language,
    paymentTermsDays,
    defaultRate: defaultRate && { amount: defaultRate.amount, currency: defaultRate.currency },
    notes,
  };
}

export type FieldName = keyof ClientFields;

/** The fields that differ, with their values in `after`. Only these are sent, so that two people can change different things. */
export function changesOf<Fields extends object>(before: Fields, after: Fields): Partial<Fields> {
  const differs = (name: keyof Fields) => JSON.stringify(before[name]) !== JSON.stringify(after[name]);
  const names = (Object.keys(after) as (keyof Fields)[]).filter(differs);
  return Object.fromEntries(names.map((name) => [name, after[name]])) as Partial<Fields>;
}

/** The names that both changed: where it is empty, both changes can stand. */
export function clashes<Fields extends object>(mine: Partial<Fields>, theirs: Partial<Fields>): (keyof Fields)[] {
  return (Object.keys(mine) as (keyof Fields)[]).filter(
    (name) => name in theirs && JSON.stringify(mine[name]) !== JSON.stringify(theirs[name]),
  );
}
