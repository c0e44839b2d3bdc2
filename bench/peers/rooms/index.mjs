import { GraphQLScalarType } from 'graphql';
import { encodeId } from '../lib/ids.mjs';
import { messaging } from './messaging.mjs';
import { accounts, clients } from './people.mjs';
import { projects } from './projects.mjs';

const rooms = { accounts, clients, projects, messaging };

const scalars = {
  DateTime: new GraphQLScalarType({ name: 'DateTime', serialize: (value) => (value instanceof Date ? value.toISOString() : value) }),
};

const stub = (type, id) => ({ __typename: type, id: encodeId(type, id) });

/** The resolvers of one subgraph: what another owns is named by its key. */
export const subgraphResolvers = (name) => ({ ...scalars, ...rooms[name](stub) });

/** All resolvers in one schema: what another room owns is read at once. */
export function monolithResolvers() {
  const load = (type, id, context) => context.load(type, id);
  const merged = { ...scalars };
  for (const room of Object.values(rooms)) {
    for (const [type, fields] of Object.entries(room(load))) {
      const { __resolveReference, ...rest } = fields;
      merged[type] = { ...merged[type], ...rest };
    }
  }
  return merged;
}
