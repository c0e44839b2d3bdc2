import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const fail = (message: string): never => {
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Whether a text is a day that exists, as `2026-11-22`. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function momentFrom(value: unknown): Date {
  if (typeof value !== 'string' || !MOMENT.test(value)) return fail('A DateTime looks like 2026-11-22T09:30:00Z.');
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) ? fail('This DateTime does not exist.') : moment;
}

function dayFrom(value: unknown): string {
  return typeof value === 'string' && isDay(value) ? value : fail('A Date looks like 2026-11-22 and must exist.');
}

function unitsFrom(value: unknown): bigint {
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    return fail('MinorUnits are a whole number of the smallest unit, for example cents.');
  return BigInt(value);
}

const currencies = new Set(Intl.supportedValuesOf('currency'));

function currencyFrom(value: unknown): string {
  return typeof value === 'string' && currencies.has(value) ? value : fail('A CurrencyCode is an ISO 4217 code such as EUR.');
}

const scalar = <Internal>(name: string, parse: (value: unknown) => Internal, serialize: (value: unknown) => unknown) =>
  new GraphQLScalarType<Internal, unknown>({
    name,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : node.kind === Kind.INT ? Number(node.value) : undefined),
    serialize,
  });

/** The scalars that every subgraph shares: DateTime is a Date inside, Date a 'YYYY-MM-DD' text, MinorUnits a bigint. */
export const scalars = {
  DateTime: scalar('DateTime', momentFrom, (value) => (value instanceof Date ? value.toISOString() : value)),
  Date: scalar('Date', dayFrom, (value) => value),
  MinorUnits: scalar('MinorUnits', unitsFrom, (value) => {
    const units = Number(value);
    return Number.isSafeInteger(units) ? units : fail('This sum is too large to be shown exactly.');
  }),
  CurrencyCode: scalar('CurrencyCode', currencyFrom, (value) => value),
};
