import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { DEMO_PASSWORD } from '@atelier/all-in-one/demo';
import { findFreePort } from '@atelier/all-in-one/ports';
import { seedDemo } from '@atelier/all-in-one/seed';
import { builtWeb } from '@atelier/all-in-one/web-build';
import { newEnvironment, requiredVariables } from '@atelier/k8s/env-main';
import { discoverSchemas, isSecond, ownerOf, roleUrl, urlVariable } from '@atelier/service-kit/migrate';
import { emptyDatabase, type TestDatabase } from '@atelier/testing';
import { parse } from 'yaml';
import { Person } from './person.ts';
import { startRedis, type TestRedis } from './redis.ts';
import { CHECKOUT, DEMO_NOW } from './world.ts';

/** One container of compose.yaml, as a process. */
export interface Part {
  name: string;
  /** Where it answers. */
  url: string;
  /** Resolves when its port answers. */
  start(): Promise<void>;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
  /** Holds it up as an overloaded machine does, until `resume`. */
  pause(): void;
  resume(): void;
  /** Ends it as a deploy does. Resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** A mail that went out. */
export interface Sent {
  to: string;
  subject: string;
  text: string;
}

/** What compose.yaml describes, without containers: a process each, over a real PostgreSQL and a real Redis. */
export interface Fleet {
  /** The one origin. */
  url: string;
  db: TestDatabase;
  redis: TestRedis;
  /** All that listens, by name. */
  parts: ReadonlyMap<string, Part>;
  part(name: string): Part;
  /** All mails that were sent, in order. */
  sent: readonly Sent[];
  stranger(): Person;
  signIn(email: string, studio: string): Promise<Person>;
  stop(): Promise<void>;
}

interface Container {
  command?: string[];
  environment?: Record<string, string | null>;
  ports?: string[];
  depends_on?: Record<string, unknown>;
}

/**
 * Runs the migration, fills in the demo studios, and starts every service of compose.yaml with what it gives them. Stop it in `afterAll`.
 * @param more values for variables that compose.yaml leaves to who runs it
 */
export async function startFleet(more: Readonly<Record<string, string>> = {}): Promise<Fleet> {
  const text = readFileSync(join(CHECKOUT, 'compose.yaml'), 'utf8');
  const { services } = parse(text) as { services: Record<string, Container> };
  const [db, redis, mails, folder] = await Promise.all([
    emptyDatabase(),
    startRedis(),
    mailReceiver(),
    mkdtemp(join(tmpdir(), 'atelier-fleet-')),
  ]);
  const { migrate, ...others } = services;
  const listening = Object.entries(others).filter(([, { command }]) => command?.[0] === 'node');
  const ports = new Map<string, number>();
  for (const [name] of listening) ports.set(name, await findFreePort('127.0.0.1'));
  const url = `http://localhost:${ports.get('router')}`;

  const values: Record<string, string> = {
    ...newEnvironment(requiredVariables(text).keys()),
    PUBLIC_URL: url,
    MAIL_FROM: 'studio@atelier.example',
    SENDGRID_API_KEY: 'SG.a-key-of-this-test',
  };
  // Roles belong to the server, which other test files use too.
  const role = (schema: string) => roleUrl(db.adminUrl, `${db.name}_${schema}`, `password-of-${schema}-in-tests`);
  const schemas = await discoverSchemas(CHECKOUT);
  const own = (service: string) =>
    schemas
      .filter((schema) => ownerOf(schema) === service)
      .map((schema) => [isSecond(schema) ? urlVariable(schema) : 'DATABASE_URL', role(schema.name)]);
  const addresses = JSON.stringify(Object.fromEntries([...ports].map(([name, port]) => [name, `http://127.0.0.1:${port}`])));
  const web = await builtWeb(CHECKOUT, join(CHECKOUT, '.cache', 'web'), () => undefined);

  /** What compose.yaml gives a container, and in its place what is elsewhere on this machine. */
  const environment = (name: string, container: Container): Record<string, string> => ({
    PATH: process.env.PATH ?? '',
    LOG_LEVEL: 'info',
    ...given(container.environment ?? {}, values),
    PORT: String(ports.get(name) ?? 0),
    ...Object.fromEntries(own(name)),
    ...Object.fromEntries(
      Object.entries({
        REDIS_URL: redis.url,
        ATELIER_MEDIA_DIR: join(folder, 'media'),
        ATELIER_EXPORTS_DIR: join(folder, 'exports'),
        SENDGRID_URL: mails.url,
        NOTIFICATION_MAIL_DELAY_SECONDS: '0',
      }).filter(([variable]) => variable in (container.environment ?? {})),
    ),
    SERVICE_URLS: addresses,
    ...Object.fromEntries(Object.entries(more).filter(([variable]) => variable in (container.environment ?? {}))),
    // Tests ask what no page of ours asks.
    ...(name === 'router' ? { TRUSTED_DOCUMENTS: 'preferred' } : {}),
    // Tests ask what they like; that people's browsers may not is tested by itself.
    TRUSTED_DOCUMENTS: 'preferred',
    WEB_DIR: web,
  });

  await db.admin.query('drop schema atelier cascade');
  await runToEnd(migrate?.command ?? [], {
    PATH: process.env.PATH ?? '',
    ADMIN_DATABASE_URL: db.adminUrl,
    ...Object.fromEntries(schemas.map((schema) => [urlVariable(schema), role(schema.name)])),
  });
  await seedDemo({ checkout: CHECKOUT, adminUrl: db.adminUrl, dataDir: folder, now: DEMO_NOW });

  const parts = new Map(
    listening.map(([name, container]) => {
      const address = { name, url: `http://127.0.0.1:${ports.get(name)}` };
      const part = aPart({
        ...address,
        command: container.command ?? [],
        env: environment(name, container),
        log: join(folder, `${name}.log`),
      });
      return [name, part] as const;
    }),
  );
  await Promise.all([...parts.values()].map((part) => part.start()));

  return {
    url,
    db,
    redis,
    parts,
    part(name) {
      const part = parts.get(name);
      if (!part) throw new Error(`compose.yaml has no ${name}.`);
      return part;
    },
    sent: mails.sent,
    stranger: () => new Person(url, null),
    async signIn(email, studio) {
      const person = new Person(url, studio);
      const answer = await person.post('/auth/sign-in/email', { email, password: DEMO_PASSWORD });
      if (answer.status !== 200) throw new Error(`${email} could not sign in: ${answer.status} ${await answer.text()}`);
      return person;
    },
    async stop() {
      await Promise.all([...parts.values()].map((part) => part.stop()));
      await redis.stop();
      await mails.stop();
      for (const { name } of schemas) await db.admin.query(`drop owned by ${db.name}_${name} cascade`);
      for (const { name } of schemas) await db.admin.query(`drop role ${db.name}_${name}`);
      await db.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** As compose does: `${NAME:?what}` and `${NAME:-otherwise}`; a variable without a value is left out. */
function given(environment: Record<string, string | null>, values: Record<string, string>): Record<string, string> {
  const filled = Object.entries(environment).flatMap(([name, value]) =>
    value === null ? [] : [[name, value.replaceAll(/\$\{(\w+):[?-]([^}]*)\}/g, (_, variable: string) => values[variable] ?? '')]],
  );
  return Object.fromEntries(filled) as Record<string, string>;
}

const ARGUMENTS = ['--disable-warning=ExperimentalWarning'];
const fileOf = ([, entry = '']: readonly string[]): string => join(CHECKOUT, entry);

async function runToEnd(command: readonly string[], env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [...ARGUMENTS, fileOf(command)], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}.`);
}

function aPart(options: { name: string; url: string; command: readonly string[]; env: Record<string, string>; log: string }): Part {
  const { name, url } = options;
  let child: ChildProcess | null = null;
  // A test file that fails half-way leaves no process behind.
  process.once('exit', () => child?.kill('SIGKILL'));

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (child === null) return null;
    const running = child;
    child = null;
    if (running.exitCode !== null) return running.exitCode;
    const ended = once(running, 'exit') as Promise<[number | null]>;
    running.kill(signal);
    return (await ended)[0];
  }
  return {
    name,
    url,
    async start() {
      const log = createWriteStream(options.log, { flags: 'a' });
      const started = spawn(process.execPath, [...ARGUMENTS, fileOf(options.command)], {
        env: options.env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      for (const stream of [started.stdout, started.stderr]) stream.pipe(log, { end: false });
      const isAlive = () =>
        fetch(`${url}/health/live`).then(
          ({ ok }) => ok,
          () => false,
        );
      while (!(await isAlive())) {
        if (started.exitCode !== null) throw new Error(`${name} ended with ${started.exitCode}: ${await readFile(options.log, 'utf8')}`);
        await delay(20);
      }
    },
    async kill() {
      await end('SIGKILL');
    },
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    stop: () => end('SIGTERM'),
  };
}

/** Takes mails as SendGrid does. */
async function mailReceiver(): Promise<{ url: string; sent: Sent[]; stop(): Promise<void> }> {
  const sent: Sent[] = [];
  const server = createServer(async (request, response) => {
    const body = (await json(request)) as {
      personalizations: { to: { email: string }[] }[];
      subject: string;
      content: { value: string }[];
    };
    sent.push({ to: body.personalizations[0]?.to[0]?.email ?? '', subject: body.subject, text: body.content[0]?.value ?? '' });
    response.writeHead(202).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
