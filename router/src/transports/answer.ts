import type { SubgraphRequest } from '@atelier/service-kit/peers';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { isObject } from '../execute/types.ts';
import { TransportError } from './transport.ts';

/**
 * What a subgraph sent, as an answer to `request`. Nothing in it is trusted: it must have the shape that GraphQL gives answers, and
 * one entity for each representation, so that data never shifts to another entity. What its fields hold is the executor's to check.
 * @throws TransportError for what is no answer
 */
export function readAnswer(request: SubgraphRequest, text: string, status: number): FormattedExecutionResult {
  const parsed = parse(text, status);
  if (!isObject(parsed)) throw foreign(`it sent ${kindOf(parsed)}`, status);
  const hasData = Object.hasOwn(parsed, 'data');
  const data = hasData ? parsed.data : undefined;
  const errors = Object.hasOwn(parsed, 'errors') ? readErrors(parsed.errors) : undefined;
  if (!hasData && errors === undefined) throw foreign('it sent JSON without data and errors', status);
  if (data !== null && data !== undefined && !isObject(data)) throw noAnswer(`its data is ${kindOf(data)}`);
  if (data) checkEntities(request, data, errors !== undefined);
  else if (errors === undefined) throw noAnswer('it sent neither data nor errors');
  return errors === undefined ? { data } : hasData ? { data, errors } : { errors };
}

function parse(text: string, status: number): unknown {
  try {
    return mayHoldProto(text) ? JSON.parse(text, withoutProto) : JSON.parse(text);
  } catch {
    throw foreign('it sent no JSON', status);
  }
}

/** No field is called `__proto__`, so it is an attempt on whoever merges the answer. Its letters may be escaped. */
const mayHoldProto = (text: string) => text.includes('__proto__') || (text.includes('\\u00') && /\\u00(?:5f|6f|7[024])/i.test(text));
const withoutProto = (key: string, value: unknown) => (key === '__proto__' ? undefined : value);

function checkEntities({ query, variables }: SubgraphRequest, data: Record<string, unknown>, hasErrors: boolean): void {
  const representations = variables?.representations;
  if (!Array.isArray(representations) || !query.includes('_entities(')) return;
  const entities = Object.hasOwn(data, '_entities') ? data._entities : undefined;
  if (Array.isArray(entities) && entities.length === representations.length) return;
  if ((entities === null || entities === undefined) && hasErrors) return;
  const sent = Array.isArray(entities) ? String(entities.length) : kindOf(entities);
  throw noAnswer(`it was asked for ${representations.length} entities and sent ${sent}`);
}

/** Undefined when there is none: `errors: null` and `errors: []` are how some servers say so. */
function readErrors(errors: unknown): GraphQLFormattedError[] | undefined {
  if (errors === null || errors === undefined) return undefined;
  if (!Array.isArray(errors)) throw noAnswer(`its errors are ${kindOf(errors)}`);
  return errors.length === 0 ? undefined : errors.map(readError);
}

function readError(error: unknown): GraphQLFormattedError {
  const { message, path, extensions } = isObject(error) ? error : {};
  return {
    message: typeof message === 'string' ? message : 'an error without a message',
    ...(Array.isArray(path) && path.every(isPathKey) ? { path } : {}),
    ...(isObject(extensions) ? { extensions } : {}),
  };
}

const isPathKey = (key: unknown): key is string | number => typeof key === 'string' || typeof key === 'number';
const kindOf = (value: unknown) =>
  value === null ? 'null' : Array.isArray(value) ? 'a list' : value === undefined ? 'none' : `a ${typeof value}`;
/** Whatever sent this is no GraphQL server; a 4xx of that kind is about the one request. */
const foreign = (what: string, status: number) =>
  new TransportError('answer', `no GraphQL answer: ${what}, with status ${status}`, { status, isIll: status < 400 || status >= 500 });
const noAnswer = (what: string) => new TransportError('answer', `no GraphQL answer: ${what}`);
