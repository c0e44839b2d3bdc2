/**
 * What home, the board and a project's page cost in processor time, in a studio with 10 projects and in one with 10,000:
 * `node bench/pages.ts`. Fills a database of its own with the whole load data, starts Atelier on it, and asks what the pages ask.
 * Ends with 1 when one of these three costs more than 1.5 times as much in the big studio, or the load takes 30 s. The list of projects
 * is shown beside them: it says exactly how many there are, and counting 10,000 is half of what it costs.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '@atelier/all-in-one/demo';
import { pageOperation } from '../tests/support/operations.ts';
import { Person } from '../tests/support/person.ts';
import { keep, median } from './support/figures.ts';
import { loadInto } from './support/load.ts';
import { startProduct, UNCACHED } from './support/product.ts';

const MOST = 1.5;
const MOST_SECONDS = 30;
const ROUNDS = 15;
const REQUESTS = 100;
const LIST = 'list of projects, first 10';
const SIZES = { small: 'load-1', big: 'load-big' } as const;

type Size = keyof typeof SIZES;

interface Operation {
  name: string;
  variables: Record<string, unknown>;
}

interface Row {
  node: number;
  postgres: number;
}

/** What opening a page sends; a frame round all pages is asked for once and not counted. */
function pagesOf(project: string): Record<string, Operation[]> {
  const part = { id: project, groupBy: 'STATUS', filter: {}, tasks: false, brief: false, talk: false, activity: false };
  return {
    home: [
      { name: 'UnreadCount', variables: {} },
      { name: 'Home', variables: { soon: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10), onboarding: false } },
    ],
    board: [{ name: 'ProjectPage', variables: { ...part, tasks: true } }],
    'project page': [
      { name: 'ProjectPage', variables: { ...part, talk: true } },
      { name: 'ProjectPage', variables: { ...part, activity: true } },
    ],
    [LIST]: [{ name: 'ProjectsPage', variables: { filter: {}, first: 10 } }],
  };
}

interface Candidate {
  id: string;
  status: string;
  progress: { total: number };
  comments: { totalCount: number };
}

/** A project in each studio with as much in it, so that only the studios differ. */
async function alike(people: Record<Size, Person>): Promise<Record<Size, string>> {
  const list = async (person: Person) =>
    (
      await person.get<{ projects: { nodes: Candidate[] } }>(
        '{ projects(first: 100) { nodes { id status progress { total } comments(first: 1) { totalCount } } } }',
      )
    ).projects.nodes;
  const [small, big] = [await list(people.small), await list(people.big)];
  for (const one of small) {
    const other = big.find(
      ({ status, progress, comments }) =>
        status === one.status && progress.total === one.progress.total && comments.totalCount === one.comments.totalCount,
    );
    if (one.status === 'ACTIVE' && one.progress.total >= 5 && other) return { small: one.id, big: other.id };
  }
  throw new Error('The two studios have no projects alike.');
}

async function signIn(url: string, size: Size): Promise<Person> {
  const person = new Person(url, SIZES[size]);
  const answer = await person.post('/auth/sign-in/email', {
    email: `${SIZES[size].replace('load', 'owner')}@load.example`,
    password: DEMO_PASSWORD,
  });
  if (answer.status !== 200) throw new Error(`${SIZES[size]}: ${answer.status} ${await answer.text()}`);
  return person;
}

const folder = await mkdtemp(join(tmpdir(), 'atelier-bench-'));
try {
  const load = await loadInto(folder, { artists: 1_000, big: true });
  console.log(`Load: ${load.rows.toLocaleString('en')} rows by COPY in ${load.seconds.toFixed(1)} s (at most ${MOST_SECONDS} s)`);
  const product = await startProduct(folder, [], UNCACHED);
  const found = new Map<string, Record<Size, Row[]>>();
  const bytes = new Map<string, Record<Size, number>>();
  try {
    const people = { small: await signIn(product.url, 'small'), big: await signIn(product.url, 'big') };
    const projects = await alike(people);
    const pages = { small: pagesOf(projects.small), big: pagesOf(projects.big) };
    const open = async (size: Size, name: string): Promise<number> => {
      let length = 0;
      for (const operation of pages[size][name] ?? []) {
        const answer = await people[size].ask(pageOperation(operation.name), operation.variables);
        if (answer.codes.length > 0) throw new Error(answer.body);
        length += answer.body.length;
      }
      return length;
    };
    // The first round warms up.
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const name of Object.keys(pages.small)) {
        const order: Size[] = round % 2 === 0 ? ['small', 'big'] : ['big', 'small'];
        for (const size of order) {
          const before = await product.cpu();
          let length = 0;
          for (let request = 0; request < REQUESTS; request += 1) length = await open(size, name);
          const after = await product.cpu();
          const rows = found.get(name) ?? { small: [], big: [] };
          const cost = { node: (after.node - before.node) / REQUESTS, postgres: (after.postgres - before.postgres) / REQUESTS };
          if (round > 0) rows[size].push(cost);
          found.set(name, rows);
          bytes.set(name, { ...(bytes.get(name) ?? { small: 0, big: 0 }), [size]: length });
        }
      }
    }
  } finally {
    await product.stop();
  }

  console.log(`\nms of processor a page, median of ${ROUNDS} rounds of ${REQUESTS} (Node + PostgreSQL):`);
  console.log('| page | 10 projects | 10,000 projects | ratio | answer |');
  let isWithin = load.seconds < MOST_SECONDS;
  const table = [...found].map(([page, rows]) => {
    const middle = (size: Size) => {
      const of = (pick: (row: Row) => number) => Number(median(rows[size].map(pick)).toFixed(2));
      return { total: of(({ node, postgres }) => node + postgres), node: of(({ node }) => node), postgres: of(({ postgres }) => postgres) };
    };
    const [small, big] = [middle('small'), middle('big')];
    const ratio = Number((big.total / small.total).toFixed(2));
    const length = bytes.get(page);
    isWithin &&= page === LIST || ratio <= MOST;
    const words = (row: typeof small) => `${row.total.toFixed(1)} (${row.node.toFixed(1)} + ${row.postgres.toFixed(1)})`;
    console.log(`| ${page} | ${words(small)} | ${words(big)} | ${ratio.toFixed(2)} | ${length?.small} and ${length?.big} bytes |`);
    return { page, small, big, ratio, bytes: length };
  });
  console.log(isWithin ? `\nAll within ${MOST}.` : `\nNot all within ${MOST}, or the load took too long.`);
  await keep('pages', { load, mostRatio: MOST, rounds: ROUNDS, requests: REQUESTS, pages: table });
  process.exitCode = isWithin ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
