import type { Subgraph } from '../testing/subgraphs.ts';

const shared = `
  scalar Any
  enum Colour { RED GREEN BLUE }
  input Where { text: String colours: [Colour!] near: Where flag: Boolean = true }`;

/** A schema with a bit of all that GraphQL has: lists of lists, nulls and not, unions, interfaces of interfaces, scalars of any kind. */
export const wildSubgraphs: Record<string, Subgraph> = {
  a: {
    sdl: `${shared}
      type Query {
        things(where: Where, first: Int! = 2): [Thing!]! grid: [[Thing]] cube: [[[Int!]]!] strict: Strict! any: Any node: Node nodes: [Node!]
        tree: Tree @shareable colours: [[Colour]!] one(where: Where!): Thing
      }
      type Mutation { paint(where: Where!, times: Int = 1): Thing }
      union Thing = Box | Ball | Note
      interface Node { id: ID! label(in: Colour = RED): String }
      interface Solid implements Node { id: ID! label(in: Colour = RED): String weight: Float }
      type Box implements Solid & Node @key(fields: "id") { id: ID! label(in: Colour = RED): String weight: Float inside: [[Thing!]] sides: [[Float!]!]! }
      type Ball implements Solid & Node @key(fields: "id code") { id: ID! code: String! label(in: Colour = RED): String weight: Float twin: Ball! colour: Colour }
      type Note { text: String! about: Node any: [Any] }
      type Strict @key(fields: "id") { id: ID! must: Strict! may: Strict all: [Strict!]! }
      type Tree @key(fields: "id") { id: ID! right: [Tree] box: Box! value(at: Where): Any }`,
  },
  b: {
    sdl: `${shared}
      type Query { tree: Tree @shareable bees: [Box] }
      type Mutation { wash(id: ID!): Box }
      type Tree @key(fields: "id") { id: ID! left: Tree deep: [[Tree]!] }
      interface Priced { price(in: Colour): Int! }
      type Box implements Priced @key(fields: "id") { id: ID! price(in: Colour): Int! lid: Lid next: Box nexts: [[Box!]] }
      type Ball implements Priced @key(fields: "id code") { id: ID! code: String! price(in: Colour): Int! holder: Box }
      type Lid { of: Box! colour: Colour! any: Any }
      type Strict @key(fields: "id") { id: ID! number: Int! maybe: Int box: Box }`,
  },
  c: {
    sdl: `type Box @key(fields: "id") { id: ID! price(in: Colour): Int! @external dear: Boolean @requires(fields: "price") tags: [[String]!] }
      type Strict @key(fields: "id") { id: ID! number: Int! @external maybe: Int @external sum: Int! @requires(fields: "number maybe") friend: Strict }
      enum Colour { RED GREEN BLUE }`,
  },
};
