import { seedLoad } from '@atelier/all-in-one/seed';
import { encodeId } from '@atelier/service-kit/ids';
import { loadClientOfProject, loadContactId, loadId, loadMemberId, loadProjectId, loadStudioId } from '@atelier/service-kit/load';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pageOperation } from '../support/operations.ts';
import type { Person } from '../support/person.ts';
import { CHECKOUT, DEMO_NOW, startWorld, type World } from '../support/world.ts';
import { growStudio, mixPeople, type Seedling } from './growth.ts';

/** What a page asks when it opens, and as whom. */
interface Page {
  operation: string;
  variables: Record<string, unknown>;
  as?: 'client';
  /** How many of its totals need a count of their own once there is more than a first page shows, each one statement. */
  totals?: number;
}

interface Measured {
  statements: number;
  /** How many objects the answer held. */
  things: number;
}

const studio = 0;
const seedling: Seedling = {
  studioId: loadStudioId(studio),
  memberId: loadMemberId(studio, 0),
  projectId: loadProjectId(studio, 0),
  taskId: loadId(`task:${studio}:0:0`),
};
const projectId = encodeId('Project', seedling.projectId);
const contactUuid = loadContactId(studio, loadClientOfProject(studio, 0), 0);
const part = { tasks: false, brief: false, talk: false, activity: false, groupBy: 'STATUS', filter: {}, id: projectId };

const pages: Record<string, Page> = {
  home: { operation: 'Home', variables: { soon: '2027-01-01', onboarding: false }, totals: 1 },
  'home with the first steps': { operation: 'Home', variables: { soon: '2027-01-01', onboarding: true }, totals: 1 },
  'the board by status': { operation: 'ProjectPage', variables: { ...part, tasks: true }, totals: 1 },
  'the board by stage': { operation: 'ProjectPage', variables: { ...part, tasks: true, groupBy: 'STAGE' } },
  'the project page at its brief': { operation: 'ProjectPage', variables: { ...part, brief: true } },
  'the project page at its talk': { operation: 'ProjectPage', variables: { ...part, talk: true }, totals: 1 },
  'the project page at its activity': { operation: 'ProjectPage', variables: { ...part, activity: true } },
  'the list of projects': { operation: 'ProjectsPage', variables: { filter: {}, first: 100 }, totals: 1 },
  'the people of a project': { operation: 'ProjectPeople', variables: { id: projectId } },
  'a task with what was said': { operation: 'TaskSheet', variables: { id: encodeId('Task', seedling.taskId) } },
  'the list of clients': { operation: 'ClientsPage', variables: { filter: {} }, totals: 1 },
  'the page of notifications': { operation: 'NotificationsPage', variables: {} },
  'the list of members': { operation: 'MembersSettings', variables: {} },
  'the dialog of who sees a project': { operation: 'ShareDialog', variables: { id: projectId } },
  'the palette': { operation: 'Search', variables: { text: 'o', clients: true } },
  "the client's page": { operation: 'LetterPage', variables: { id: projectId }, as: 'client' },
  "the client's list of projects": { operation: 'LetterProjects', variables: {}, as: 'client' },
};

let world: World;
let owner: Person;
let client: Person;
const few = new Map<string, Measured>();
const many = new Map<string, Measured>();

beforeAll(async () => {
  // What is measured is what an answer costs that nobody has kept.
  world = await startWorld({ cacheBytes: 0, protect: { maximumCost: null } });
  await seedLoad(CHECKOUT, world.db.adminUrl, { artists: 1, big: false }, DEMO_NOW);
  owner = await world.signIn('owner-0@load.example', 'load-0');
  client = await enter(owner);
  await mixPeople(world.db, seedling);
  await measureAll(few);
  await growStudio(world.db, seedling);
  await world.db.admin.query('analyze');
  await measureAll(many);
}, 120_000);
afterAll(() => world.stop());

/** The client's contact, let in by a link. */
async function enter(from: Person): Promise<Person> {
  const input = { projectId, contactId: encodeId('Contact', contactUuid) };
  await from.get('mutation ($input: ShareProjectInput!) { shareProject(input: $input) { __typename } }', { input });
  const { createClientLink } = await from.get<{ createClientLink: { url: string } }>(
    'mutation ($input: CreateClientLinkInput!) { createClientLink(input: $input) { ... on CreateClientLinkSuccess { url } } }',
    { input },
  );
  const contact = world.stranger();
  await contact.fetch(new URL(createClientLink.url).pathname, { method: 'POST' });
  contact.asContact = true;
  return contact;
}

async function measureAll(into: typeof few): Promise<void> {
  for (const [name, page] of Object.entries(pages)) into.set(name, await measure(page));
}

/**
 * What one opening of a page costs: the least of several, because jobs of the product send statements of their own now and then,
 * and who asks is looked up again after a while.
 */
async function measure({ operation, variables, as }: Page): Promise<Measured> {
  const query = pageOperation(operation);
  const person = as === 'client' ? client : owner;
  let least: Measured = { statements: Number.POSITIVE_INFINITY, things: 0 };
  for (let run = 0; run < 4; run += 1) {
    const before = world.stack.stats();
    const answer = await person.get(query, variables);
    const after = world.stack.stats();
    const cost = { statements: after.statements - before.statements, things: thingsIn(answer) };
    if (cost.statements < least.statements) least = cost;
  }
  return least;
}

/** How many objects an answer holds. */
function thingsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + thingsIn(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Object.values(value).reduce<number>((sum, each) => sum + thingsIn(each), 0);
}

describe.each(Object.keys(pages).filter((name) => !name.endsWith('brief')))('%s', (name) => {
  test('shows more where there is more', () => {
    expect(many.get(name)?.things).toBeGreaterThan(few.get(name)?.things ?? 0);
  });
});

describe.each(Object.keys(pages))('%s', (name) => {
  // How many waves they leave in depends on what else the process does at that moment.
  test('takes the same statements however many rows there are, counts apart', () => {
    const before = (few.get(name)?.statements ?? 0) + (pages[name]?.totals ?? 0);
    // Whom and which project two parts of a page look up is one statement where both meet in a wave, and else two.
    const mayMeet = 2;
    expect(Math.abs((many.get(name)?.statements ?? 0) - before)).toBeLessThanOrEqual(mayMeet);
  });
});
