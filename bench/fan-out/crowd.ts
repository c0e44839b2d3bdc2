import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { Standing } from './orders.ts';

/** What a crowd is to do: open sockets, or say when each of them has heard `heard` events. */
export type CrowdOrder = ({ open: number } & Standing) | { heard: number };

const query = `subscription ($id: ID!) { projectChanged(id: $id) {
  __typename
  ... on Changed { version at node { __typename id ... on Project { name note unread lead { id name } } } }
  ... on Dropped { version id } } }`;

/** Sockets that listen, in a process of their own: what they cost is not counted. */
let sockets = 0;
let received = 0;
let sample = '';
let wanted: number | null = null;
const tell = () => {
  if (wanted === null || received < wanted * sockets) return;
  wanted = null;
  process.send?.({ received, sample });
};

function open({ port, id, origin }: Standing): Promise<void> {
  const socket = new WebSocket(`ws://localhost:${port}/graphql`, 'graphql-transport-ws', {
    origin,
    headers: { cookie: 'sid=crowd' },
    perMessageDeflate: false,
  });
  return new Promise((ready, fail) => {
    let isSubscribed = false;
    socket.on('error', fail);
    socket.on('open', () => socket.send('{"type":"connection_init","payload":{"studio":"ink"}}'));
    socket.on('close', (code) => fail(new Error(`A socket was closed with ${code}.`)));
    socket.on('message', (data: Buffer) => {
      if (!isSubscribed) {
        isSubscribed = true;
        // An id as graphql-ws's own client makes it.
        socket.send(JSON.stringify({ id: randomUUID(), type: 'subscribe', payload: { query, variables: { id } } }));
        // Whatever was sent before a ping has been read when the pong comes.
        socket.send('{"type":"ping"}');
      } else if (data.length < 20) ready();
      else if (data.includes('"type":"error"')) fail(new Error(`A subscription was refused: ${data}`));
      else {
        received += 1;
        if (received === 1) sample = data.toString();
        tell();
      }
    });
  });
}

process.on('disconnect', () => process.exit());
process.on('message', async (order: CrowdOrder) => {
  if ('heard' in order) {
    wanted = order.heard;
    tell();
    return;
  }
  for (; sockets < order.open; sockets += 50)
    await Promise.all(Array.from({ length: Math.min(50, order.open - sockets) }, () => open(order)));
  sockets = order.open;
  process.send?.('open');
});
