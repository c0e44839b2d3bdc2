/** Sends requests from a process of its own, so that what that costs is not counted: started by measure.ts, spoken to by messages. */
import { Agent, request } from 'node:http';

/** What to send, and how. */
export interface Order {
  url: string;
  headers: Record<string, string>;
  /** One a connection; each is sent over and over. `{n}` in it stands for how often it was sent, counted from `from`. */
  bodies: string[];
  from: number[];
  ms: number;
}

/** What came of it. */
export interface Sent {
  requests: number;
  medianMs: number;
  /** How often each body was sent. */
  counts: number[];
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function send({ url, headers }: Order, body: string): Promise<string> {
  return new Promise((done, fail) => {
    const outgoing = request(
      url,
      { method: 'POST', agent, headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', fail);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === 200 && !text.includes('"errors":[')) done(text);
          else fail(new Error(`${url} answered ${response.statusCode}: ${text.slice(0, 500)}`));
        });
      },
    );
    outgoing.on('error', fail);
    outgoing.end(body);
  });
}

async function carryOut(order: Order): Promise<Sent> {
  const until = performance.now() + order.ms;
  const times: number[] = [];
  const counts = order.bodies.map(() => 0);
  const work = async (body: string, index: number) => {
    for (let now = performance.now(); now < until; now = performance.now()) {
      await send(order, body.replaceAll('{n}', String((order.from[index] ?? 0) + (counts[index] ?? 0))));
      counts[index] = (counts[index] ?? 0) + 1;
      times.push(performance.now() - now);
    }
  };
  await Promise.all(order.bodies.map(work));
  times.sort((a, b) => a - b);
  return { requests: times.length, medianMs: times[Math.floor(times.length / 2)] ?? 0, counts };
}

process.on('message', (order: Order) => {
  carryOut(order).then(
    (sent) => process.send?.(sent),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
