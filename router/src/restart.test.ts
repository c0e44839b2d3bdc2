import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { composeSubgraphs, type ServedSubgraph, type Subgraph, serveSubgraph } from './testing/subgraphs.ts';

const program = join(import.meta.dirname, 'standalone.ts');
const subgraph = (fields: string): Subgraph => ({
  sdl: `type Query { ${fields} }`,
  resolvers: { Query: { slow: () => new Promise((resolve) => setTimeout(resolve, 20, 'done')), more: () => 'more' } },
});

let folder: string;
let served: ServedSubgraph;
let path: string;
const children = new Set<ChildProcess>();

const done = '{"data":{"slow":"done"}}';

/** A router process. */
interface Process {
  child: ChildProcess;
  port: number;
  said(): string;
  /** Resolves when it has said this. */
  told(words: string | RegExp): Promise<RegExpExecArray>;
}

async function start(): Promise<Process> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [program], {
    env: { PATH, HOME, SUPERGRAPH_PATH: path, PORT: '0', ROUTER_AUTH: 'none', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  let said = '';
  const heard = new EventEmitter();
  for (const output of [child.stdout, child.stderr]) {
    output.on('data', (chunk: Buffer) => {
      said += String(chunk);
      heard.emit('more');
    });
  }
  const told = async (words: string | RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = new RegExp(words, 'm').exec(said);
      if (found) return found;
      await once(heard, 'more');
    }
  };
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the router ended with ${code}: ${said}`)));
  // It ends at some time, and after its start that is nobody's fault.
  ended.catch(() => undefined);
  const [, port] = await Promise.race([told(/^Ready on http:\/\/localhost:(\d+)/), ended]);
  return { child, port: Number(port), said: () => said, told };
}

async function stop({ child }: Process): Promise<void> {
  const ended = once(child, 'exit') as Promise<[number | null]>;
  child.kill('SIGTERM');
  expect((await ended)[0]).toBe(0);
}

/** One request over a kept connection, as a balancer or a browser holds them. */
const send = (agent: Agent, port: number, path: string, body?: string) =>
  new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const headers = body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {};
    request({ agent, port, path, host: '127.0.0.1', method: body ? 'POST' : 'GET', headers }, (response) => {
      text(response).then((answer) => resolve({ status: response.statusCode, text: answer }), reject);
    })
      .on('error', reject)
      .end(body);
  });
const ask = (agent: Agent, port: number, query: string) => send(agent, port, '/graphql', JSON.stringify({ query }));

beforeAll(async () => {
  served = await serveSubgraph(subgraph('slow: String more: String'));
  folder = mkdtempSync(join(tmpdir(), 'router-'));
  path = join(folder, 'supergraph.graphql');
  writeFileSync(path, composeSubgraphs({ a: subgraph('slow: String') }, { a: served.url }));
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await served.close();
  rmSync(folder, { recursive: true });
});

describe('a deploy', () => {
  test('that restarts one router after the other under load fails no request', async () => {
    const routers = [await start(), await start()];
    /** What the balancer takes for ready. */
    let ready = [...routers];
    let isOver = false;
    const failures: unknown[] = [];
    let answered = 0;
    const balancer = async () => {
      const agent = new Agent({ keepAlive: false });
      while (!isOver) {
        const asked = routers.map((router) =>
          send(agent, router.port, '/health/ready').then(
            ({ status }) => status === 200,
            () => false,
          ),
        );
        const isReady = await Promise.all(asked);
        ready = routers.filter((_, index) => isReady[index]);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const client = async (index: number) => {
      const agents = new Map<number, Agent>();
      for (let turn = index; !isOver; turn += 1) {
        const { port } = ready[turn % ready.length] ?? { port: 0 };
        const agent = agents.get(port) ?? new Agent({ keepAlive: true });
        agents.set(port, agent);
        try {
          const answer = await ask(agent, port, '{ slow }');
          if (answer.status === 200 && answer.text.trim() === done) answered += 1;
          else failures.push(answer);
        } catch (error) {
          // No connection was made, so nothing was lost: every balancer goes on to the next then.
          if (!(error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED')) failures.push(error);
        }
      }
      for (const agent of agents.values()) agent.destroy();
    };
    const running = [balancer(), ...Array.from({ length: 12 }, (_, index) => client(index))];
    for (const old of [...routers]) {
      routers.push(await start());
      await stop(old);
      routers.splice(routers.indexOf(old), 1);
    }
    isOver = true;
    await Promise.all(running);
    expect(failures).toEqual([]);
    expect(answered).toBeGreaterThan(100);
    for (const router of routers) await stop(router);
  }, 120_000);
});

describe('a router process', () => {
  test('takes a new supergraph on SIGHUP, and stays with the old one when the new one is useless', async () => {
    const router = await start();
    const agent = new Agent({ keepAlive: true });
    writeFileSync(path, 'type Query {');
    router.child.kill('SIGHUP');
    await router.told('refused');
    expect((await ask(agent, router.port, '{ slow }')).text).toContain('"done"');
    writeFileSync(path, composeSubgraphs({ a: subgraph('slow: String more: String') }, { a: served.url }));
    await router.told('a new supergraph is served');
    expect((await ask(agent, router.port, '{ slow more }')).text.trim()).toBe('{"data":{"slow":"done","more":"more"}}');
    expect(router.said().match(/refused/g)).toHaveLength(1);
    agent.destroy();
    await stop(router);
  }, 120_000);
});
