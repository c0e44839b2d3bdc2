import { decodeId, encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { contact, member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aContact, grant, makeProject, share, startProjects } from '../testing/projects.ts';
import { boardOf, did, makeTask, run, seenTask } from '../testing/tasks.ts';

const studioId = uuidv7();
const [maraId, tomId, guestId] = [uuidv7(), uuidv7(), uuidv7()];
const mara = member('artist', studioId, maraId);
const tom = member('owner', studioId, tomId);
const guest = member('guest', studioId, guestId);
const stranger = member('owner', uuidv7());

let domain: Awaited<ReturnType<typeof startProjects>>;
let projectId: string;
let stages: { id: string; name: string }[];

beforeAll(async () => {
  domain = await startProjects();
  domain.world.members.set(maraId, 'ARTIST').set(tomId, 'OWNER').set(guestId, 'GUEST');
});
afterAll(() => domain.stop());
beforeEach(async () => {
  const project = await makeProject(domain, mara);
  projectId = project.id;
  stages = project.stages;
});

const three = async () =>
  [
    await makeTask(domain, mara, projectId, { title: 'a' }),
    await makeTask(domain, mara, projectId, { title: 'b' }),
    await makeTask(domain, mara, projectId, { title: 'c' }),
  ] as const;

const todo = async () => (await boardOf(domain, mara, projectId)).TODO;

describe('moving a task', () => {
  test('puts it behind another one, at the top, and at the bottom', async () => {
    const [a, b, c] = await three();
    const moved = await did(domain, mara, 'moveTask', { id: c.id, expectedPlaceVersion: 1, afterId: a.id });
    expect(await todo()).toEqual(['a', 'c', 'b']);
    await did(domain, mara, 'moveTask', { id: c.id, expectedPlaceVersion: moved.placeVersion, afterId: null });
    expect(await todo()).toEqual(['c', 'a', 'b']);
    await did(domain, mara, 'moveTask', { id: a.id, expectedPlaceVersion: 1 });
    expect(await todo()).toEqual(['c', 'b', 'a']);
    expect((await seenTask(domain, mara, b.id))?.placeVersion).toBe(1);
  });

  test('to another column and stage counts the place, not the version', async () => {
    const [a] = await three();
    const moved = await did(domain, mara, 'moveTask', {
      id: a.id,
      expectedPlaceVersion: 1,
      status: 'IN_REVIEW',
      stageId: stages[1]?.id,
      afterId: null,
    });
    expect(moved).toMatchObject({ status: 'IN_REVIEW', placeVersion: 2, version: 1, stage: { id: stages[1]?.id } });
    expect(await boardOf(domain, mara, projectId)).toEqual({ TODO: ['b', 'c'], IN_PROGRESS: [], IN_REVIEW: ['a'], DONE: [] });
    const byStage = await boardOf(domain, mara, projectId, 'STAGE');
    expect(byStage['stage:none']).toEqual(['b', 'c']);
    expect(byStage[`stage:${stages[1]?.id}`]).toEqual(['a']);
    const out = await did(domain, mara, 'moveTask', { id: a.id, expectedPlaceVersion: 2, stageId: null, afterId: null });
    expect(out.stage).toBeNull();
  });

  test('to the last column makes it done, and away from there not done', async () => {
    const [a] = await three();
    const done = await did(domain, mara, 'moveTask', { id: a.id, expectedPlaceVersion: 1, status: 'DONE' });
    expect(done.completedAt).toBe('2026-11-22T09:30:00.000Z');
    const again = await did(domain, mara, 'moveTask', { id: a.id, expectedPlaceVersion: 2, status: 'TODO' });
    expect(again.completedAt).toBeNull();
  });

  test('to where it stands changes nothing and tells nobody', async () => {
    const [a, b] = await three();
    const told = domain.published.length;
    const same = await did(domain, mara, 'moveTask', { id: b.id, expectedPlaceVersion: 1, afterId: a.id });
    expect(same.placeVersion).toBe(1);
    expect(domain.published.length).toBe(told);
  });

  test('that somebody else moved meanwhile is refused, with where it is now and who moved it', async () => {
    const [a, , c] = await three();
    await did(domain, tom, 'moveTask', { id: a.id, expectedPlaceVersion: 1, status: 'DONE' });
    const outcome = await run(domain, mara, 'moveTask', { id: a.id, expectedPlaceVersion: 1, afterId: c.id });
    expect(outcome).toMatchObject({
      __typename: 'TaskMovedMeanwhile',
      code: 'MOVED_MEANWHILE',
      path: null,
      task: { status: 'DONE', placeVersion: 2 },
      movedBy: { __typename: 'Member', id: encodeId('Member', tomId) },
    });
  });

  test('two people who move one task at the same moment: one succeeds, the other is told', async () => {
    const [a, b, c] = await three();
    const outcomes = await Promise.all([
      run(domain, mara, 'moveTask', { id: a.id, expectedPlaceVersion: 1, afterId: c.id }),
      run(domain, tom, 'moveTask', { id: a.id, expectedPlaceVersion: 1, afterId: b.id }),
    ]);
    expect(outcomes.map((outcome) => outcome.__typename).sort()).toEqual(['MoveTaskSuccess', 'TaskMovedMeanwhile']);
  });

  test('two people who move different tasks to one place at the same moment both succeed', async () => {
    const [a, b, c] = await three();
    const outcomes = await Promise.all([
      run(domain, mara, 'moveTask', { id: b.id, expectedPlaceVersion: 1, afterId: null }),
      run(domain, tom, 'moveTask', { id: c.id, expectedPlaceVersion: 1, afterId: null }),
    ]);
    expect(outcomes.map((outcome) => outcome.__typename)).toEqual(['MoveTaskSuccess', 'MoveTaskSuccess']);
    expect((await todo())?.at(-1)).toBe(a.title);
  });

  test('between two that share a key gives the one behind a new key, and every screen hears of it', async () => {
    const [a, b, c] = await three();
    const uuidOf = ({ id }: { id: string }) => decodeId(id, 'Task');
    const [first, second] = uuidOf(a) < uuidOf(b) ? [a, b] : [b, a];
    await domain.db.admin.query(`update projects.tasks set position = 'a5' where id = any($1)`, [[uuidOf(a), uuidOf(b)]]);
    expect(await todo()).toEqual(['c', first.title, second.title]);
    const told = domain.published.length;
    await did(domain, mara, 'moveTask', { id: c.id, expectedPlaceVersion: 1, afterId: first.id });
    expect(await todo()).toEqual([first.title, 'c', second.title]);
    expect((await seenTask(domain, mara, second.id))?.placeVersion).toBe(1);
    expect(domain.published.slice(told).map((event) => event.id)).toEqual([uuidOf(second), uuidOf(c)]);
    const feed = await domain.entity(mara, 'Project', projectId, '{ activity(first: 2) { nodes { verb } } }');
    expect(feed).toEqual({ activity: { nodes: [{ verb: 'task.moved' }, { verb: 'task.created' }] } });
  });

  test('reads as many statements in a column of 1,000 as in one of 3', async () => {
    const [a, b, c] = await three();
    const counted = async (move: Record<string, unknown>) => {
      const before = domain.subgraph.stats();
      await did(domain, mara, 'moveTask', move);
      const after = domain.subgraph.stats();
      return { begins: after.begins - before.begins, statements: after.statements - before.statements };
    };
    const few = await counted({ id: a.id, expectedPlaceVersion: 1, afterId: c.id });
    await domain.db.admin.query(
      `insert into projects.tasks (studio_id, id, project_id, title, description, status, visibility, checklist, position, place_version, version, created_at, updated_at)
       select $1, gen_random_uuid(), $2, 'Line ' || n, '', 'TODO', 'TEAM', '[]', 'b' || lpad(n::text, 5, '1') || 'V', 1, 1, now(), now() from generate_series(1, 1000) n`,
      [studioId, decodeId(projectId, 'Project')],
    );
    const many = await counted({ id: a.id, expectedPlaceVersion: 2, afterId: b.id });
    expect(many).toEqual(few);
  });

  test('behind a task of another project, or behind itself, is refused', async () => {
    const [a] = await three();
    const elsewhere = await makeTask(domain, mara, (await makeProject(domain, mara)).id);
    for (const afterId of [elsewhere.id, a.id]) {
      const outcome = await run(domain, mara, 'moveTask', { id: a.id, expectedPlaceVersion: 1, afterId });
      expect(outcome).toMatchObject({ __typename: 'InvalidInput', code: 'INVALID_PLACE', path: ['input', 'afterId'] });
    }
    const stage = (await makeProject(domain, mara)).stages[0]?.id;
    const outcome = await run(domain, mara, 'moveTask', { id: a.id, expectedPlaceVersion: 1, stageId: stage });
    expect(outcome).toMatchObject({ code: 'STAGE_OF_ANOTHER_PROJECT', path: ['input', 'stageId'] });
  });

  test('in another studio finds nothing, by any of its ids', async () => {
    const [a] = await three();
    expect((await run(domain, stranger, 'moveTask', { id: a.id, expectedPlaceVersion: 1 })).codes).toEqual(['NOT_FOUND']);
    const theirs = await makeProject(domain, stranger);
    const own = await makeTask(domain, stranger, theirs.id);
    expect((await run(domain, stranger, 'moveTask', { id: own.id, expectedPlaceVersion: 1, afterId: a.id })).codes).toEqual(['NOT_FOUND']);
    expect((await run(domain, stranger, 'moveTask', { id: own.id, expectedPlaceVersion: 1, stageId: stages[0]?.id })).codes).toEqual([
      'NOT_FOUND',
    ]);
  });

  test('is for editors: a guest once let in, not an accountant, not a contact', async () => {
    const [a] = await three();
    expect((await run(domain, guest, 'moveTask', { id: a.id, expectedPlaceVersion: 1 })).codes).toEqual(['NOT_FOUND']);
    await grant(domain, tom, projectId, encodeId('Member', guestId));
    expect((await run(domain, guest, 'moveTask', { id: a.id, expectedPlaceVersion: 1, status: 'DONE' })).__typename).toBe(
      'MoveTaskSuccess',
    );
    const accountant = member('accountant', studioId);
    expect((await run(domain, accountant, 'moveTask', { id: a.id, expectedPlaceVersion: 2 })).codes).toEqual(['FORBIDDEN']);
    const client = aContact(domain.world);
    await share(domain, tom, projectId, client.id);
    const outcome = await run(domain, contact(studioId, client.uuid), 'moveTask', { id: a.id, expectedPlaceVersion: 2 });
    expect(outcome.codes).toEqual(['FORBIDDEN']);
  });
});
