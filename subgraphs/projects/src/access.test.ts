import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { apiKey, contact, member, service } from '@atelier/testing/viewers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reachOf } from './access.ts';
import { aContact, grant, makeProject, share, startProjects } from './testing/projects.ts';
import { makeTask, say } from './testing/tasks.ts';

let domain: Awaited<ReturnType<typeof startProjects>>;
beforeAll(async () => {
  domain = await startProjects();
});
afterAll(() => domain.stop());

describe('how far a viewer sees', () => {
  test('the team sees every project, also by a key', () => {
    for (const role of ['owner', 'admin', 'manager', 'artist', 'accountant'] as const) {
      expect(reachOf(member(role, uuidv7()))).toEqual({ kind: 'all', person: null });
    }
    expect(reachOf(apiKey(uuidv7(), 'projects:read'))).toEqual({ kind: 'all', person: null });
  });

  test('a guest sees what was granted, a contact what was shared', () => {
    expect(reachOf(member('guest', 'studio', 'me'))).toEqual({ kind: 'granted', person: 'me' });
    expect(reachOf(contact('studio', 'me'))).toEqual({ kind: 'shared', person: 'me' });
  });

  test('whoever is in no studio sees nothing', () => {
    expect(() => reachOf({ kind: 'anonymous' })).toThrow('There is no such thing, or not for you.');
    expect(() => reachOf({ kind: 'user', userId: 'u', sessionId: 's', studio: null })).toThrow('There is no such thing, or not for you.');
  });
});

const TYPES = ['Project', 'Stage', 'Task', 'Comment', 'Activity'] as const;
type Ids = Record<(typeof TYPES)[number], string>;

/** One thing of each type, all of them for the client to see, with a contact and a guest who were let in. */
async function aStudio() {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const someone = aContact(domain.world);
  const guestId = uuidv7();
  domain.world.members.set(guestId, 'GUEST');
  const { id, stages } = await makeProject(domain, owner, { clientId: someone.clientId });
  await share(domain, owner, id, someone.id);
  await grant(domain, owner, id, encodeId('Member', guestId));
  const task = await makeTask(domain, owner, id, { stageId: stages[0]?.id });
  const comment = await say(domain, owner, id, { taskId: task.id });
  const project = await domain.entity(owner, 'Project', id, '{ activity(first: 1) { nodes { id } } }');
  const feed = project?.activity as { nodes: { id: string }[] } | undefined;
  const ids: Ids = { Project: id, Stage: stages[0]?.id ?? '', Task: task.id, Comment: comment.id, Activity: feed?.nodes[0]?.id ?? '' };
  return {
    studioId,
    owner,
    ids,
    clientId: someone.clientId,
    client: contact(studioId, someone.uuid),
    guest: member('guest', studioId, guestId),
  };
}

let studio: Awaited<ReturnType<typeof aStudio>>;
beforeAll(async () => {
  studio = await aStudio();
});

const see = (viewer: Viewer, type: (typeof TYPES)[number]) => domain.entity(viewer, type, studio.ids[type], '{ id }');

describe.each(TYPES)('a %s by its id', (type) => {
  test('is seen by the team, by its guest, by its contact and by other domains', async () => {
    for (const viewer of [
      studio.owner,
      member('accountant', studio.studioId),
      studio.guest,
      studio.client,
      apiKey(studio.studioId, 'projects:read'),
    ]) {
      expect(await see(viewer, type)).toEqual({ id: studio.ids[type] });
    }
    if (type !== 'Activity') expect(await see(service('messaging', studio.studioId), type)).toEqual({ id: studio.ids[type] });
  });

  test('does not exist for another studio, another guest, another contact, a key of another scope and a stranger', async () => {
    const viewers: Viewer[] = [
      member('owner', uuidv7()),
      member('guest', studio.studioId),
      contact(studio.studioId, uuidv7()),
      contact(uuidv7(), studio.client.kind === 'contact' ? studio.client.contactId : ''),
      apiKey(studio.studioId, 'clients:read'),
      service('messaging', uuidv7()),
      { kind: 'user', userId: uuidv7(), sessionId: uuidv7(), studio: null },
      { kind: 'anonymous' },
    ];
    for (const viewer of viewers) expect(await see(viewer, type)).toBeNull();
  });

  test('is not found under the id of another type', async () => {
    const other = type === 'Task' ? studio.ids.Stage : studio.ids.Task;
    expect(await domain.entity(studio.owner, type, other, '{ id }')).toBeNull();
    expect(await domain.entity(studio.owner, type, 'nonsense', '{ id }')).toBeNull();
  });
});

test("another studio finds nothing under this one's client, and its cursor opens nothing", async () => {
  const query = 'query ($after: String) { projects(first: 1, after: $after) { nodes { id } pageInfo { endCursor } } }';
  await makeProject(domain, studio.owner, { name: 'A second one' });
  const mine = await domain.ask(studio.owner, query);
  const page = mine.data?.projects as { pageInfo: { endCursor: string } } | undefined;
  const stranger = member('owner', uuidv7());
  expect((await domain.ask(stranger, query, { after: page?.pageInfo.endCursor })).data).toMatchObject({ projects: { nodes: [] } });
  expect(await domain.entity(stranger, 'Client', studio.clientId, '{ projects { nodes { id } totalCount } }')).toEqual({
    projects: { nodes: [], totalCount: 0 },
  });
});

test('the role of this domain sees no row of any studio in plain SQL before a studio is named, and only that one after', async () => {
  const tables = ['projects', 'stages', 'tasks', 'comments', 'project_shares', 'project_grants', 'activity', 'activity_subjects'];
  const client = await domain.db.admin.connect();
  const count = async (table: string) => (await client.query<{ n: string }>(`select count(*) as n from projects.${table}`)).rows[0]?.n;
  try {
    await client.query('begin');
    await client.query('set local role atelier_test_projects');
    for (const table of tables) expect([table, await count(table)]).toEqual([table, '0']);
    await client.query(`select set_config('app.studio', $1, true)`, [uuidv7()]);
    for (const table of tables) expect([table, await count(table)]).toEqual([table, '0']);
    await client.query(`select set_config('app.studio', $1, true)`, [studio.studioId]);
    for (const table of tables) expect([table, await count(table)]).not.toEqual([table, '0']);
    await expect(client.query(`insert into projects.project_shares values ($1, $1, $1, now())`, [uuidv7()])).rejects.toThrow(
      'row-level security',
    );
  } finally {
    await client.query('rollback');
    client.release();
  }
});
