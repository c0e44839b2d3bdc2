import { WebSocket } from 'ws';

/** Clients that come, subscribe and go: some say goodbye, some complete first, some just vanish, one in ten waits for an event. */
const { url, id } = JSON.parse(process.argv[2] ?? '{}') as { url: string; id: string };
const query = 'subscription ($id: ID!) { projectChanged(id: $id) { ... on Changed { version node { ... on Project { name unread } } } } }';
const AT_ONCE = 32;
let rounds = 0;

function come(number: number): Promise<void> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    origin: url,
    headers: { cookie: 'sid=crowd' },
    perMessageDeflate: false,
  });
  const go = () => {
    const way = number % 3;
    if (way === 0) socket.terminate();
    else {
      if (way === 1) socket.send('{"id":"1","type":"complete"}');
      socket.close();
    }
  };
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', () => resolve());
    socket.on('open', () => socket.send('{"type":"connection_init","payload":{"studio":"ink"}}'));
    socket.on('message', (data: Buffer) => {
      if (data.includes('"connection_ack"')) {
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables: { id } } }));
        socket.send('{"type":"ping"}');
      } else if (data.includes('"error"')) reject(new Error(`A subscription was refused: ${data}`));
      else if (number % 10 !== 0 || data.includes('"next"')) go();
    });
  });
}

process.on('disconnect', () => process.exit());
process.on('message', async (count: number) => {
  const last = rounds + count;
  const comer = async () => {
    while (rounds < last) {
      rounds += 1;
      await come(rounds);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, comer));
  process.send?.('done');
});
process.send?.('ready');
