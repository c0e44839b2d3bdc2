import { DEMO_PASSWORD } from '@atelier/all-in-one/demo';
import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { expectNoInsides } from '../health/insides.ts';
import { openBrowser, openScreen } from '../support/browser.ts';
import { type Fleet, type Part, startFleet } from '../support/fleet.ts';
import type { Person } from '../support/person.ts';
import { aProject, aTask, idOf, ids, liveVersion, say } from '../support/scene.ts';
import { subscribe } from '../support/stream.ts';

/** How long after its port answers a part may take to be of use. Seen: a second at most, which is how long the router rests a subgraph. */
const HEALED_MS = 2_000;
/** A job whose process died is taken up again within this. */
const JOB_MS = 30_000;

let fleet: Fleet;
let ingrid: Person;
let kenji: Person;
let projectId: string;
beforeAll(async () => {
  fleet = await startFleet();
  ingrid = await fleet.signIn('ingrid@northlight.example', 'northlight');
  kenji = await fleet.signIn('kenji@northlight.example', 'northlight');
  projectId = await aProject(ingrid, 'What outlasts a crash');
}, 120_000);
afterAll(() => fleet.stop(), 30_000);

/** One panel a subgraph: what a page shows of it. */
const PANELS: Record<string, string> = {
  accounts: '{ viewer { user { name } } studio { name } }',
  clients: '{ clients(first: 3) { nodes { name } } }',
  projects: '{ projects(first: 3) { nodes { name } } tasks(first: 3) { nodes { title } } }',
  messaging: '{ unreadNotificationCount notifications(first: 3) { nodes { id } } }',
};
let asked = 0;
/** Asks what was never asked before: an answer that is kept is given although its subgraph is away. */
const askAnew = (query: string, variables: Record<string, unknown> = {}) => {
  asked += 1;
  return ingrid.ask(query.replace('{', `{ asked${asked}: __typename`), variables);
};
const panels = async (): Promise<Record<string, unknown[]>> => {
  const answers = await Promise.all(
    Object.entries(PANELS).map(async ([name, query]) => {
      const { codes, body } = await askAnew(query);
      if (codes.length > 0) expectNoInsides(body);
      return [name, [...new Set(codes)]] as [string, unknown[]];
    }),
  );
  return Object.fromEntries(answers);
};
const WELL = Object.fromEntries(Object.keys(PANELS).map((name) => [name, []]));

/** All of them in one query, as home asks. */
const HOME = `{ ${Object.values(PANELS)
  .map((query) => query.slice(1, -1))
  .join(' ')} }`;
const ROOTS: Record<string, string[]> = {
  accounts: ['viewer', 'studio'],
  clients: ['clients'],
  projects: ['projects', 'tasks'],
  messaging: ['unreadNotificationCount', 'notifications'],
};
/** Which fields of home are null. */
const missingAtHome = async (): Promise<string[]> => {
  const { data } = await askAnew(HOME);
  return Object.entries(data ?? { everything: null }).flatMap(([field, value]) => (value === null ? [field] : []));
};

/** A page that needs projects, clients and accounts in one query. */
const PAGE = `query ($id: ID!) { node(id: $id) { ... on Project { name client { name } tasks(first: 3) { nodes { title assignee { ... on Member { name } } } } } } }`;
const page = () => askAnew(PAGE, { id: idOf('Project', 'project:lowtide-identity') });

async function isHealed(): Promise<void> {
  await until(async () => Object.values(await panels()).every((codes) => codes.length === 0), HEALED_MS);
}

/** Creates things one after the other until told to end; tries again what was not acknowledged, under the same id. */
function writer(create: (id: string) => Promise<boolean>) {
  const ids: string[] = [];
  let isOver = false;
  const work = (async () => {
    while (!isOver) {
      const id = encodeId('Task', uuidv7());
      ids.push(id);
      await until(() => create(id).catch(() => false), 30_000);
    }
  })();
  // What went wrong is told by `end`, also where a test has failed before it.
  work.catch(() => undefined);
  return {
    async end(): Promise<string[]> {
      isOver = true;
      await work;
      return ids;
    },
  };
}

const createTask = async (id: string): Promise<boolean> => {
  const { codes } = await ingrid.ask(
    'mutation ($input: CreateTaskInput!) { createTask(input: $input) { ... on CreateTaskSuccess { task { id } } } }',
    { input: { id, projectId, title: id } },
  );
  return codes.length === 0;
};

/** The titles of the project's tasks that are ids: what `createTask` made, as often as it is there. */
async function written(): Promise<string[]> {
  const { rows } = await fleet.db.admin.query<{ title: string }>(`select title from projects.tasks where title like 'task\\_%'`);
  return rows.map(({ title }) => title).sort();
}

describe.each(Object.keys(PANELS))('when %s dies', (name) => {
  let part: Part;
  beforeAll(async () => {
    part = fleet.part(name);
    expect(await panels()).toEqual(WELL);
    expect((await page()).codes).toEqual([]);
  });

  test('its panel says so and the others go on; it heals when it is back, and nothing is lost or doubled', async () => {
    const before = await written();
    const writing = writer(createTask);
    await part.kill();
    expect(await panels()).toEqual({ ...WELL, [name]: ['UNAVAILABLE'] });
    expect(await missingAtHome()).toEqual(ROOTS[name]);
    expect((await fetch(`${fleet.url}/health/live`)).status).toBe(200);
    await until(async () => (await fetch(`${fleet.url}/health/ready`)).status === 503);

    const { data, codes } = await page();
    expect(new Set(codes)).toEqual(new Set(name === 'messaging' ? [] : ['UNAVAILABLE']));
    const { node } = data as { node: { name: string } | null };
    expect(node?.name ?? null).toBe(name === 'projects' ? null : 'Lowtide festival identity');

    await part.start();
    await isHealed();
    expect((await page()).codes).toEqual([]);
    await until(async () => (await fetch(`${fleet.url}/health/ready`)).status === 200, HEALED_MS + 1_000);
    const made = await writing.end();
    expect(await written()).toEqual([...before, ...made].sort());
  });
});

describe('what follows from a change', () => {
  /** Mentions a colleague, and tells the comment's id and what marks it. */
  const mention = async (): Promise<{ id: string; words: string }> => {
    const words = `Look at ${uuidv7()}`;
    return { words, id: await say(ingrid, projectId, `${words}, @[Kenji](${ids.kenji})`) };
  };
  /** How often Kenji was told of it: in the app, and by mail. */
  const told = async ({ id, words }: { id: string; words: string }): Promise<[number, number]> => {
    const { notifications } = await kenji.get<{ notifications: { nodes: { comment: { id: string } | null }[] } }>(
      '{ notifications(first: 50) { nodes { comment { id } } } }',
    );
    return [
      notifications.nodes.filter(({ comment }) => comment?.id === id).length,
      fleet.sent.filter(({ to, text }) => to === 'kenji@northlight.example' && text.includes(words)).length,
    ];
  };

  test('is done once although the process that had it in hand died', async () => {
    const [projects, messaging] = [fleet.part('projects'), fleet.part('messaging')];
    messaging.pause();
    const about = await mention();
    await until(async () => {
      const { rows } = await fleet.db.admin.query('select from projects_jobs.jobs where locked_by is not null');
      return rows.length > 0;
    });
    await projects.kill();
    messaging.resume();
    await projects.start();
    await until(async () => (await told(about)).every((count) => count > 0), JOB_MS);
    // It had been handed over before, maybe; it comes again in any case, and is known.
    await until(async () => {
      const { rows } = await fleet.db.admin.query('select from projects_jobs.jobs');
      return rows.length === 0;
    }, JOB_MS);
    expect(await told(about)).toEqual([1, 1]);
  }, 60_000);

  test('is done once although who does it was away', async () => {
    await fleet.part('messaging').kill();
    const about = await mention();
    await fleet.part('messaging').start();
    await until(async () => (await told(about)).every((count) => count > 0), JOB_MS);
    expect(await told(about)).toEqual([1, 1]);
  }, 60_000);
});

const CHANGES = `subscription ($id: ID!, $after: Int) { projectChanged(id: $id, after: $after) {
  ... on Changed { version node { ... on Task { id } } } } }`;
interface Change {
  version: number;
  node?: { id?: string } | null;
}

describe('the home page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  // Each of somebody who was not here before: an answer that is kept is shown although its subgraph is away.
  test.each([
    ['messaging', 'theo', ['News'], ['Waits for you', 'Under way']],
    ['projects', 'amara', ['Waits for you', 'Under way'], ['News']],
  ])(
    'says which panels are out while %s is away, and mends itself',
    async (name, who, dead, alive) => {
      const { page } = await openScreen(browser, fleet.url);
      const panel = (title: string) => page.getByRole('region', { name: title });
      const out = (title: string) => panel(title).getByText('This part does not answer');
      await page.goto('/s/northlight');
      await page.getByLabel('E-mail address').fill(`${who}@northlight.example`);
      await page.getByLabel('Password').fill(DEMO_PASSWORD);
      await fleet.part(name).kill();
      try {
        await page.getByRole('button', { name: 'Sign in', exact: true }).click();
        for (const each of dead) await out(each).waitFor();
        for (const each of alive) {
          await panel(each).waitFor();
          expect([each, await out(each).count()]).toEqual([each, 0]);
        }
        await page.evaluate(() => void Object.assign(globalThis, { marked: true }));
      } finally {
        await fleet.part(name).start();
      }
      for (const each of dead) await out(each).waitFor({ state: 'detached' });
      expect(await page.evaluate(() => 'marked' in globalThis)).toBe(true);
    },
    60_000,
  );
});

test('when the pages die, everything else goes on, and they are back with their process', async () => {
  const page = async () => {
    const answer = await fleet.stranger().fetch('/', { headers: { accept: 'text/html' } });
    return [answer.status, (await answer.text()).includes('<html')];
  };
  await fleet.part('web').kill();
  expect(await page()).toEqual([503, false]);
  expect(await panels()).toEqual(WELL);
  await fleet.part('web').start();
  await until(async () => (await page())[0] === 200, HEALED_MS);
  expect(await page()).toEqual([200, true]);
});

test('when the router dies, sockets close, and who comes back with the last version misses nothing', async () => {
  const after = await liveVersion(ingrid, projectId);
  const closed = subscribe<Change>(ingrid, CHANGES, { id: projectId, after });
  const first = await aTask(ingrid, projectId);
  expect((await closed.next()).node?.id).toBe(first.id);
  const before = await written();
  const writing = writer(createTask);
  await fleet.part('router').kill();
  expect(await closed.ended).toBe(1006);
  await closed.close();
  await expect(ingrid.ask('{ __typename }')).rejects.toThrow();
  await fleet.part('router').start();
  await isHealed();
  const made = await writing.end();
  expect(await written()).toEqual([...before, ...made].sort());
  const again = subscribe<Change>(ingrid, CHANGES, { id: projectId, after });
  try {
    const versions: number[] = [];
    const missing = new Set([first.id, ...made]);
    while (missing.size > 0) {
      const { version, node } = await again.next();
      versions.push(version);
      missing.delete(node?.id ?? '');
    }
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  } finally {
    await again.close();
  }
});

test('when Redis dies, everybody goes on, and a stream that is open then hears what it missed when it is back', async () => {
  const screen = subscribe<Change>(ingrid, CHANGES, { id: projectId, after: await liveVersion(ingrid, projectId) });
  try {
    const first = await aTask(ingrid, projectId);
    await screen.until(({ node }) => node?.id === first.id);
    await fleet.redis.kill();
    const missed = await aTask(ingrid, projectId);
    expect(await panels()).toEqual(WELL);
    await fleet.redis.start();
    await screen.until(({ node }) => node?.id === missed.id);
    const later = await aTask(ingrid, projectId);
    await screen.until(({ node }) => node?.id === later.id);
  } finally {
    await screen.close();
  }
});

test('what accounts did to somebody before it died stands in their audit log, once, when it is back', async () => {
  const { admin } = fleet.db;
  const paula = await fleet.signIn('paula@northlight.example', 'northlight');
  const lines = async () =>
    (
      await admin.query(
        `select from accounts.audit_log l join auth.users u on u.id = l.studio_id where u.email = $1 and l.kind = 'PASSWORD_CHANGED'`,
        ['paula@northlight.example'],
      )
    ).rowCount;
  const holder = await admin.connect();
  await holder.query('begin; lock table accounts.audit_heads in exclusive mode');
  const given = { currentPassword: DEMO_PASSWORD, newPassword: 'another long password' };
  expect((await paula.post('/auth/change-password', given)).status).toBe(200);
  await fleet.part('accounts').kill();
  await holder.query('rollback');
  holder.release();
  expect(await lines()).toBe(0);
  await fleet.part('accounts').start();
  // As if a minute had passed.
  await admin.query(`update auth.untold_events set at = at - interval '2 minutes'`);
  for (const _again of [1, 2]) await admin.query(`select accounts_jobs.add_job('audit-log.tell-late')`);
  await until(async () => (await lines()) === 1 && (await admin.query('select from auth.untold_events')).rowCount === 0);
  await until(
    async () => (await admin.query(`select from accounts_jobs.jobs where task_identifier = 'audit-log.tell-late'`)).rowCount === 0,
  );
  expect(await lines()).toBe(1);
}, 60_000);

test('every part ends by itself when it is asked to', async () => {
  for (const part of fleet.parts.values()) expect([part.name, await part.stop()]).toEqual([part.name, 0]);
});
