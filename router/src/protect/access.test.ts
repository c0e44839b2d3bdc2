import { anonymous, type Viewer } from '@atelier/service-kit/viewer';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { compileAccess, readAccess } from './access.ts';
import { fragmentsOf, operationOf } from './testing/documents.ts';

const rules = readAccess(
  parse(`
  type Query {
    open: Int
    things: Int @join__field(graph: A) @access(action: "thing.read", roles: ["owner", "guest"], contact: true, scope: "things:read")
    money: Int @access(action: "thing.money", roles: ["owner"])
  }
  type Mutation {
    make: Int @access(action: "thing.make", roles: ["owner"], scope: "things:write")
    profile: Int @access(action: "profile.update", roles: ["owner"], person: true)
  }
  type Subscription { changed: Int @access(action: "thing.read", roles: ["owner"], scope: "things:read") }`),
);
const studio = { id: 's', memberId: 'm' };
const viewers: Record<string, Viewer> = {
  anonymous,
  outside: { kind: 'user', userId: 'u', sessionId: 's', studio: null },
  owner: { kind: 'user', userId: 'u', sessionId: 's', studio: { ...studio, role: 'owner' } },
  guest: { kind: 'user', userId: 'u', sessionId: 's', studio: { ...studio, role: 'guest' } },
  contact: { kind: 'contact', contactId: 'c', sessionId: 's', studioId: 's' },
  reader: { kind: 'apiKey', keyId: 'k', userId: 'u', scopes: ['things:read'], studio: { ...studio, role: 'owner' } },
  writer: { kind: 'apiKey', keyId: 'k', userId: 'u', scopes: ['things:write'], studio: { ...studio, role: 'guest' } },
};
const codes = (text: string, who: string, variables: Record<string, unknown> = {}) => {
  const document = parse(text);
  const refused = compileAccess(rules, operationOf(document), fragmentsOf(document))?.refusal(viewers[who] ?? anonymous, variables);
  return (refused ?? []).map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`);
};

describe('who may ask for a field of the root', () => {
  const cases: [string, string, string[]][] = [
    ['{ things }', 'anonymous', ['things UNAUTHENTICATED']],
    ['{ things }', 'outside', ['things NOT_FOUND']],
    ['{ things }', 'guest', []],
    ['{ things }', 'contact', []],
    ['{ things }', 'reader', []],
    ['{ things }', 'writer', ['things FORBIDDEN']],
    ['{ m: money }', 'guest', ['m FORBIDDEN']],
    ['{ money }', 'reader', ['money FORBIDDEN']],
    ['mutation { make }', 'owner', []],
    ['mutation { make }', 'reader', ['make FORBIDDEN']],
    ['mutation { make }', 'writer', ['make FORBIDDEN']],
    ['mutation { profile }', 'outside', []],
    ['mutation { profile }', 'contact', ['profile FORBIDDEN']],
    ['mutation { profile }', 'reader', ['profile FORBIDDEN']],
    ['subscription { changed }', 'guest', ['changed FORBIDDEN']],
  ];
  test.each(cases)('%s by %s: %j', (text, who, expected) => {
    expect(codes(text, who)).toEqual(expected);
  });

  test('a query is refused when nothing of it may be asked for; else it runs, and tells field by field', () => {
    expect(codes('{ open money }', 'guest')).toEqual([]);
    expect(codes('{ things money }', 'guest')).toEqual([]);
    expect(codes('{ __typename money things }', 'anonymous')).toEqual(['money UNAUTHENTICATED', 'things UNAUTHENTICATED']);
  });

  test('a mutation is refused whole when one field of it is', () => {
    expect(codes('mutation { profile make }', 'guest')).toEqual(['make FORBIDDEN']);
  });

  test('neither fragments nor names hide a field, and what is left out is not asked for', () => {
    expect(codes('mutation { ...__schema } fragment __schema on Mutation { ... { x: make } }', 'guest')).toEqual(['x FORBIDDEN']);
    const query = 'mutation ($do: Boolean = true) { profile make @include(if: $do) }';
    expect(codes(query, 'guest')).toEqual(['make FORBIDDEN']);
    expect(codes(query, 'guest', { do: false })).toEqual([]);
  });

  test('an operation without ruled fields needs no check, whatever JavaScript calls its objects’ own', () => {
    const document = parse('{ open constructor }');
    expect(compileAccess(rules, operationOf(document), fragmentsOf(document))).toBeNull();
  });

  test('a supergraph whose rules were not written out is refused', () => {
    expect(() => readAccess(parse('type Query { a: Int @access(action: "b") }'))).toThrow('Query.a says not who may');
  });
});
