import { Supergraph } from '@apollo/federation-internals';
import { type ConstDirectiveNode, type FieldDefinitionNode, type GraphQLSchema, Kind, parse } from 'graphql';
import { resolvableKeysFirst } from './execute/resolvable-keys.ts';
import { plannerNames } from './execute/response-names.ts';
import { type StandIns, withStandIns } from './execute/stand-ins.ts';
import { type AccessRules, readAccess } from './protect/access.ts';
import { type Prices, readPrices } from './protect/prices.ts';

/** Where a live field's events come from: the id of its subject is an argument, the viewer, or the active studio. */
export interface LiveField {
  name: string;
  /** The subgraph that the events come from. */
  source: string;
  /** `project`: the kind of what is watched, and, in capitals, the type of what is watched. */
  subject: string;
  id: { argument: string } | 'viewer' | 'studio';
  /** No row stands behind its payload, so there is nothing to replay. */
  ephemeral: boolean;
}

/** What the router reads out of the committed supergraph beside what the gateway does. */
export interface SupergraphFacts {
  /** As the planner is given it. */
  supergraph: Supergraph;
  /** Fields of it that clients do not see. */
  standIns: StandIns;
  /** Names of fields that the planner adds to what a client asks for. */
  plannerNames: ReadonlySet<string>;
  /** The subgraph that owns each Node type, by type: the one whose answer says whether a viewer may see a thing. */
  owners: ReadonlyMap<string, string>;
  liveFields: ReadonlyMap<string, LiveField>;
  /** The schema of the virtual subgraph, which the router serves itself; null where every subgraph is a service. */
  liveSchema: GraphQLSchema | null;
  /** Who may ask for which field of a root. */
  access: AccessRules;
  /** What things cost; null where nothing has a price. */
  prices: Prices | null;
}

/** What Apollo's planner gets wrong is kept from it. */
function build(given: string): Pick<SupergraphFacts, 'supergraph' | 'standIns' | 'plannerNames'> {
  const { supergraphSdl, standIns } = withStandIns(resolvableKeysFirst(given));
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false });
  return { supergraph, standIns, plannerNames: plannerNames(given) };
}

/** The subgraph that no process serves: live fields, `node` and `nodes` over stubs of all entities. */
export const liveSubgraph = 'live';

/** Reads the supergraph. Throws when it holds no `live` subgraph or a live field without a channel. */
export function readSupergraph(supergraphSdl: string): SupergraphFacts {
  const planned = build(supergraphSdl);
  const live = planned.supergraph.subgraphs().get(liveSubgraph);
  if (!live) throw new Error('The supergraph holds no subgraph "live": compose it anew.');
  const graphs = new Map<string, string>();
  const owners = new Map<string, string>();
  const liveFields = new Map<string, LiveField>();
  const document = parse(supergraphSdl, { noLocation: true });
  const { definitions } = document;
  for (const node of definitions) {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') continue;
    for (const value of node.values ?? []) graphs.set(value.name.value, text(directive(value, 'join__graph'), 'name') ?? value.name.value);
  }
  for (const node of definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    if (node.name.value === 'Subscription') for (const field of node.fields ?? []) liveFields.set(field.name.value, liveField(field));
    for (const each of node.directives ?? []) {
      if (each.name.value !== 'join__implements' || text(each, 'interface') !== 'Node') continue;
      const name = graphs.get(text(each, 'graph') ?? '');
      if (name && name !== liveSubgraph) owners.set(node.name.value, name);
    }
  }
  return {
    ...planned,
    owners,
    liveFields,
    liveSchema: live.schema.toGraphQLJSSchema(),
    access: readAccess(document),
    prices: readPrices(document),
  };
}

/** Reads a supergraph that is not ours: nothing of it is live, and none of its types has an owner to ask. */
export function readForeignSupergraph(supergraphSdl: string): SupergraphFacts {
  const planned = build(supergraphSdl);
  return { ...planned, owners: new Map(), liveFields: new Map(), liveSchema: null, access: new Map(), prices: null };
}

function liveField(field: FieldDefinitionNode): LiveField {
  const channel = directive(field, 'channel');
  const subject = text(channel, 'subject');
  const id = text(channel, 'id');
  const source = text(channel, 'source');
  if (!subject || !source || !id?.startsWith('$')) throw new Error(`Subscription.${field.name.value} names no channel.`);
  const which = id.slice(1);
  return {
    name: field.name.value,
    source,
    subject,
    id: which === 'viewer' || which === 'studio' ? which : { argument: which },
    ephemeral: directive(field, 'ephemeral') !== undefined,
  };
}

function directive(node: { directives?: readonly ConstDirectiveNode[] }, name: string): ConstDirectiveNode | undefined {
  return node.directives?.find((each) => each.name.value === name);
}

function text(node: ConstDirectiveNode | undefined, argument: string): string | undefined {
  const value = node?.arguments?.find((each) => each.name.value === argument)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

/** The names of the subgraphs that processes serve. */
export function subgraphsOf(supergraphSdl: string): string[] {
  const { supergraph } = readSupergraph(supergraphSdl);
  return supergraph
    .subgraphsMetadata()
    .map(({ name }) => name)
    .filter((name) => name !== liveSubgraph);
}
