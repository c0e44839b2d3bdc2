import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type GraphQLField, type GraphQLInputType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType } from 'graphql';
import { type Accounts, startAccounts } from '../testing/accounts.ts';
import { aMember, aStudio } from '../testing/people.ts';
import { SCOPES } from './api-key.ts';

// What is a person's own says that a person must be signed in.
const REFUSED = new Set(['FORBIDDEN', 'UNAUTHENTICATED']);

let domain: Accounts;
let key: Viewer;
beforeAll(async () => {
  domain = await startAccounts();
  const studio = await aStudio(domain);
  const { viewer } = await aMember(domain, studio, 'owner');
  if (viewer.kind !== 'user' || viewer.studio === null) throw new Error('No member.');
  key = { kind: 'apiKey', keyId: uuidv7(), userId: viewer.userId, scopes: [...SCOPES], studio: viewer.studio };
});
afterAll(() => domain.stop());

/** `projectId` is of a Project. */
const kindBy = (field: string): string | null => (/^\w+Id$/.test(field) ? field.charAt(0).toUpperCase() + field.slice(1, -2) : null);

/** The least that a type takes; other ids are of a kind of thing. */
function least(type: GraphQLInputType, kind: string): unknown {
  if (isNonNullType(type)) return least(type.ofType, kind);
  if (isListType(type)) return [least(type.ofType, kind)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
    return Object.fromEntries(needed.map((field) => [field.name, least(field.type, kindBy(field.name) ?? kind)]));
  }
  return { ID: encodeId(kind, uuidv7()), Int: 1, Boolean: true, DateTime: '2030-01-01T00:00:00Z' }[type.name] ?? 'text';
}

async function codesOf({ name, args }: GraphQLField<unknown, unknown>, kind: string): Promise<string[]> {
  const variables = Object.fromEntries(args.map((argument) => [argument.name, least(argument.type, kind)]));
  const declared = args.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const given = args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const [head, call] = args.length > 0 ? [`(${declared})`, `(${given})`] : ['', ''];
  const { data, codes } = await domain.ask(key, `mutation ${head} { ${name}${call} { __typename } }`, variables);
  return data?.[name] ? ['DONE'] : codes.map(String);
}

test('an owner’s key with every scope changes nothing of accounts', async () => {
  const { schema } = domain.subgraph;
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const kinds = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'),
  );
  expect(mutations.length).toBeGreaterThan(30);
  const told: Record<string, string[]> = {};
  for (const mutation of mutations) {
    const codes = new Set<string>();
    for (const { name } of kinds) for (const code of await codesOf(mutation, name)) codes.add(code);
    // Ids of another kind are found nowhere.
    told[mutation.name] = [...codes].filter((code) => code !== 'NOT_FOUND').map((code) => (REFUSED.has(code) ? 'refused' : code));
  }
  expect(told).toEqual(Object.fromEntries(mutations.map(({ name }) => [name, ['refused']])));
});
