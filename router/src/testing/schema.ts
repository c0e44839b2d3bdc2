import { composeServices } from '@apollo/composition';
import { type DocumentNode, parse } from 'graphql';

const kit = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@composeDirective", "@listSize"])
interface Node { id: ID! }
scalar DateTime
`;
/** Announces what is said about access, as the shared SDL of the product does. */
const access = `extend schema @link(url: "https://atelier.studio/specs/access/v1.0", import: ["@access"]) @composeDirective(name: "@access")
directive @access(action: String!, roles: [String!], contact: Boolean, scope: String, person: Boolean) on FIELD_DEFINITION
`;

/** Three small subgraphs of a studio, and the live one over them. */
export const documents: Record<string, DocumentNode> = {
  projects: parse(`${kit}${access}
    type Query { project(id: ID!): Project viewerKind: String! broken: String projects: [Project!]! @listSize(assumedSize: 10)
      page(first: Int = 20): [Project!]! @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)
      ledger: [Project!]! @access(action: "ledger.read", roles: ["owner"], scope: "ledger:read")
    }
    type Mutation { renameProject(id: ID!, name: String!): Project closeLedger: Project @access(action: "ledger.close", roles: ["owner"]) }
    type Project implements Node @key(fields: "id") { id: ID! name: String! note: String lead: Member tasks: [Task!]! parent: Project
      page(first: Int = 20): [Project!]! @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false) }
    type Task implements Node @key(fields: "id") { id: ID! title: String! assignee: Member }
    type Member @key(fields: "id", resolvable: false) { id: ID! }`),
  accounts: parse(`${kit}
    type Query { me: Member studioName: String }
    type Studio implements Node @key(fields: "id") { id: ID! name: String! }
    type Member implements Node @key(fields: "id") { id: ID! name: String! }
    type Contact implements Node @key(fields: "id") { id: ID! name: String! }`),
  messaging: parse(`${kit}
    type Query { unreadTotal: Int }
    type Project @key(fields: "id") { id: ID! unread: Int }`),
  live: parse(`${kit}${access}
    extend schema @link(url: "https://atelier.studio/specs/live/v1.0", import: ["@channel", "@ephemeral"])
      @composeDirective(name: "@channel") @composeDirective(name: "@ephemeral")
    directive @channel(subject: String!, id: String!, source: String) on FIELD_DEFINITION
    directive @ephemeral on FIELD_DEFINITION
    type Query { node(id: ID!): Node nodes(ids: [ID!]!): [Node]! }
    type Subscription {
      projectChanged(id: ID!, after: Int): LiveEvent! @channel(subject: "project", id: "$id", source: "projects")
      studioChanged(after: Int): LiveEvent! @channel(subject: "studio", id: "$studio", source: "projects")
      ledgerChanged(after: Int): LiveEvent! @channel(subject: "studio", id: "$studio", source: "projects") @access(action: "ledger.read", roles: ["owner"], scope: "ledger:read")
      viewerChanged(after: Int): LiveEvent! @channel(subject: "person", id: "$viewer", source: "projects")
      projectPresence(id: ID!): Presence! @channel(subject: "project", id: "$id", source: "projects") @ephemeral
    }
    union LiveEvent = Changed | Dropped | Resync
    type Changed { version: Int! at: DateTime! node: Node }
    type Dropped { version: Int! id: ID! }
    type Resync { version: Int! }
    type Presence { people: [Actor]! }
    union Actor = Member | Contact
    ${['Project', 'Task', 'Studio', 'Member', 'Contact'].map((name) => `type ${name} implements Node @key(fields: "id", resolvable: false) { id: ID! }`).join('\n')}`),
};

/** The supergraph of the small subgraphs. */
export function composeSmall(): string {
  const result = composeServices(Object.entries(documents).map(([name, typeDefs]) => ({ name, typeDefs, url: `http://${name}.invalid` })));
  if (result.errors) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}
