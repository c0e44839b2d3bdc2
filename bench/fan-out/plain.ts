import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { serveOrders } from './orders.ts';

/** graphql-ws as its documents set it up: `useServer` over `ws`, graphql-js, and one event stream for all. */
const schema = buildSchema(`
  interface Node { id: ID! }
  type Query { viewerKind: String! }
  type Subscription { projectChanged(id: ID!): LiveEvent! }
  union LiveEvent = Changed | Dropped
  type Changed { version: Int! at: String! node: Node }
  type Dropped { version: Int! id: ID! }
  type Project implements Node { id: ID! name: String! note: String unread: Int lead: Member }
  type Member implements Node { id: ID! name: String! }
`);
const id = 'project_0000000000000000000001';
const node = {
  __typename: 'Project',
  id,
  name: 'Harbour mural',
  note: 'Paint for the whole wall',
  unread: 3,
  lead: { __typename: 'Member', id: 'member_0000000000000000000001', name: 'Ada Lovelace' },
};
const listeners = new Set<(version: number) => void>();
let version = 0;

/** What a subscriber hears, from now on. */
async function* changes(): AsyncGenerator<Record<string, unknown>> {
  const waiting: number[] = [];
  let wake = () => {};
  const listener = (heard: number) => {
    waiting.push(heard);
    wake();
  };
  listeners.add(listener);
  try {
    for (;;) {
      for (let heard = waiting.shift(); heard !== undefined; heard = waiting.shift()) {
        yield { projectChanged: { __typename: 'Changed', version: heard, at: '2026-11-22T10:00:00.000Z', node } };
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    listeners.delete(listener);
  }
}

const server = createServer();
const sockets = new WebSocketServer({ server, path: '/graphql' });
useServer(
  {
    schema,
    roots: {
      subscription: {
        projectChanged(args: { id: string }) {
          if (args.id !== id) throw new GraphQLError('Not found.');
          return changes();
        },
      },
    },
  },
  sockets,
);
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const { port } = server.address() as AddressInfo;

serveOrders({
  port,
  id,
  origin: `http://localhost:${port}`,
  emit() {
    version += 1;
    for (const listener of listeners) listener(version);
  },
  async stop() {
    for (const socket of sockets.clients) socket.terminate();
    server.close();
  },
});
