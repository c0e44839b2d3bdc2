/** Sends requests from a process of its own, so that what that costs is not counted: started by measure.ts, spoken to by messages. */
import { once } from 'node:events';
import { Agent, request } from 'node:http';

/** What to send, and how. */
export interface Order {
  url: string;
  headers: Record<string, string>[];
  /** One a connection, as the headers; each is sent over and over. `{n}` in it stands for how often it was sent, counted from `from`. */
  bodies: string[];
  from: number[];
  /** Sent once a connection before, whatever comes of it: connections between others' processes that rested too long are closed by now. */
  wake: string;
  /** So long, */
  ms: number;
  /** and at least so many. */
  least: number;
}

/** What came of it. */
export interface Sent {
  requests: number;
  /** Answered with an error, or not at all: a gateway may catch a connection that its subgraph closes at that moment. */
  failed: number;
  /** Of the first that failed. */
  failure: string | null;
  medianMs: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function send(url: string, headers: Record<string, string>, body: string): Promise<string> {
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
  const { url, headers, wake } = order;
  await Promise.allSettled(order.headers.map((each) => send(url, each, wake)));
  // Only now does the count begin.
  process.send?.('begin');
  await once(process, 'message');
  const until = performance.now() + order.ms;
  const times: number[] = [];
  const counts = order.bodies.map(() => 0);
  const failures: string[] = [];
  const work = async (body: string, index: number) => {
    for (let now = performance.now(); now < until || times.length < order.least; now = performance.now()) {
      try {
        await send(url, headers[index] ?? {}, body.replaceAll('{n}', String((order.from[index] ?? 0) + (counts[index] ?? 0))));
      } catch (error) {
        failures.push(String(error));
        // Whether it was counted nobody knows: this connection would be out of step.
        if (body.includes('{n}')) return;
      }
      counts[index] = (counts[index] ?? 0) + 1;
      times.push(performance.now() - now);
    }
  };
  await Promise.all(order.bodies.map(work));
  times.sort((a, b) => a - b);
  return {
    requests: times.length,
    failed: failures.length,
    failure: failures[0] ?? null,
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
  };
}

process.on('message', (order: Order | 'go') => {
  if (order === 'go') return;
  carryOut(order).then(
    (sent) => process.send?.(sent),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
