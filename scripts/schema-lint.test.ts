import { describe, expect, test } from '@jest/globals';
import { parse, Source } from 'graphql';
import { lintSchema } from './schema-lint.ts';

const clean = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  "A thing." interface Node { "Its id." id: ID! }
  "Went wrong." interface UserError { "What." message: String! }
  "Somebody." type Member implements Node @key(fields: "id") { "Its id." id: ID! "Their name." name: String! }
`;
/** Lints `sdl` as subgraph `projects` beside an `accounts` that owns Member. */
const lint = (sdl: string) =>
  lintSchema([
    { name: 'accounts', document: parse(new Source(clean, 'accounts.graphql')) },
    { name: 'projects', document: parse(new Source(sdl, 'projects.graphql')) },
  ]);
const stub = 'type Member @key(fields: "id", resolvable: false) { id: ID! }';

describe('the schema lint', () => {
  test('finds nothing in a schema that keeps the rules', () => {
    expect(
      lint(`${stub}
        "A project." type Project implements Node @key(fields: "id") { "Its id." id: ID! "Who." lead: Member "All." team: [Member]! @listSize(assumedSize: 5) }
        type Mutation { "Renames it." rename(input: RenameInput!): RenameResult! @access(action: "a", roles: []) "Ends all." endAll: EndAllResult! @access(action: "a", roles: []) }
        "What." input RenameInput { "Which." id: ID! }
        "Done." type RenameSuccess { "It." project: Project! }
        "Too long." type TooLong implements UserError { "What." message: String! }
        "What came of it." union RenameResult = RenameSuccess | TooLong
        "Done." type EndAllSuccess { "How many." count: Int! }
        "What came of it." union EndAllResult = EndAllSuccess`),
    ).toEqual([]);
  });

  const planted: [string, string, string][] = [
    ['a type without a description', 'type Thing { "A." a: Int }', 'projects.graphql:1 Thing has no description.'],
    ['a field without a description', '"A." type Thing { a: Int }', 'Thing.a has no description.'],
    ['an argument without a description', '"A." type Thing { "A." a(b: Int): Int }', 'Thing.a(b:) has no description.'],
    ['an enum value without a description', '"A." enum Kind { A }', 'Kind.A has no description.'],
    ['an input field without a description', '"A." input In { a: Int }', 'In.a has no description.'],
    [
      'a field into another subgraph that is not null',
      `${stub} "A." type T { "A." m: Member! }`,
      'T.m leads into another subgraph (Member)',
    ],
    ['a list of stubs that are not null', `${stub} "A." type T { "A." m: [Member!] }`, 'T.m leads into another subgraph (Member)'],
    [
      'a union of stubs in a list that are not null',
      `${stub} "A." union Who = Member "A." type T { "A." m: [Who!]! }`,
      'T.m leads into another subgraph (Who)',
    ],
    [
      'a field that is added to another subgraph’s type and not null',
      'type Member @key(fields: "id") { id: ID! "A." unread: Int! }',
      "Member.unread is added to another subgraph's Member",
    ],
    [
      'arguments inside @requires',
      `type Member @key(fields: "id") { id: ID! "A." size(in: Int): Int @external "A." area: Int @requires(fields: "size(in: 1)") }`,
      '@requires of Member.area has arguments',
    ],
    ['a nested key', '"A." type T @key(fields: "a { id }") { "A." a: T }', 'The key of T is not flat'],
    [
      'a newer Federation',
      'extend schema @link(url: "https://specs.apollo.dev/federation/v2.15", import: [])',
      '@link to Federation v2.15 does not compose',
    ],
    ['a directive that the gateway does not start on', '"A." type T { "A." a: Int @authenticated }', '@authenticated is not supported'],
    ['a second owner', '"A." type Member implements Node @key(fields: "id") { "A." id: ID! }', 'Member is a Node of accounts already'],
    ['a mutation with loose arguments', 'type Mutation { "A." a(b: Int): AResult! }', 'Mutation.a takes one argument'],
    [
      'a mutation that returns no union',
      'type Mutation { "A." a(input: I!): Boolean! }',
      'Mutation.a returns a union AResult!, not Boolean.',
    ],
    [
      'a result without success',
      'type Mutation { "A." a(input: I!): AResult! } "A." type B { "A." b: Int } "A." union AResult = B',
      'AResult has no member ASuccess.',
    ],
    [
      'a failure that is no UserError',
      'type Mutation { "A." a(input: I!): AResult! } "A." type ASuccess { "A." b: Int } "A." type B { "A." b: Int } "A." union AResult = ASuccess | B',
      'B says what went wrong in AResult: it implements UserError.',
    ],
    ['a mutation that anybody may ask for', 'type Mutation { "A." a(input: I!): AResult! }', 'Mutation.a has no @access'],
    ['a live field that anybody may ask for', 'type Subscription { "A." a: Int }', 'Subscription.a has no @access'],
    ['an entry that the table does not have', 'type Query { "A." a: Int @access(action: "b") }', 'permissions.ts has no entry "b"'],
    ['access below the root', '"A." type T { "A." a: Int @access(action: "b", roles: []) }', 'T.a is no field of a root'],
    ['a list of things of any length', '"A." type T { "A." a: [T!]! }', 'T.a has no @listSize'],
  ];
  test.each(planted)('finds %s', (_what, sdl, finding) => {
    expect(lint(sdl)).toContainEqual(expect.stringContaining(finding));
  });
});
