import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Fleet, startFleet } from '../support/fleet.ts';
import type { Person } from '../support/person.ts';
import { aProject, aTask, liveVersion } from '../support/scene.ts';
import { subscribe } from '../support/stream.ts';

let fleet: Fleet;
let ingrid: Person;
beforeAll(async () => {
  fleet = await startFleet();
  ingrid = await fleet.signIn('ingrid@northlight.example', 'northlight');
}, 120_000);
afterAll(() => fleet.stop(), 30_000);

const CHANGES = `subscription ($id: ID!, $after: Int) { projectChanged(id: $id, after: $after) {
  ... on Changed { version node { ... on Task { id title } } } } }`;

/** Commits of projects take as long as the returned lock is held. */
async function holdCommits(): Promise<{ isHeld(): Promise<boolean>; release(): Promise<void> }> {
  const { admin } = fleet.db;
  const key = 4_711;
  await admin.query(`
    create function projects.wait_at_commit() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock_shared(${key}); return null; end $$;
    create constraint trigger wait_at_commit after insert on projects.activity
      deferrable initially deferred for each row execute function projects.wait_at_commit()`);
  const holder = await admin.connect();
  await holder.query('select pg_advisory_lock($1)', [key]);
  return {
    async isHeld() {
      const { rows } = await admin.query(`select from pg_locks where locktype = 'advisory' and objid = ${key} and not granted`);
      return rows.length > 0;
    },
    async release() {
      await holder.query('select pg_advisory_unlock($1)', [key]);
      holder.release();
      await admin.query('drop trigger wait_at_commit on projects.activity; drop function projects.wait_at_commit()');
    },
  };
}

test('a change that was committed by a service that died before it could tell is heard of live, once it is back', async () => {
  const projectId = await aProject(ingrid, 'Told after a crash');
  const task = await aTask(ingrid, projectId, { title: 'Draw the gulls' });
  const start = await liveVersion(ingrid, projectId);
  const screen = subscribe<{ version: number; node: unknown }>(ingrid, CHANGES, { id: projectId, after: start });
  // It listens, once it has heard of something.
  const before = { id: task.id, expectedVersion: task.version, title: 'Draw the gulls again' };
  await ingrid.get('mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { __typename } }', { input: before });
  expect(await screen.next()).toMatchObject({ version: start + 1 });
  const commits = await holdCommits();
  const input = { id: task.id, expectedVersion: task.version + 1, title: 'Draw hungry gulls' };
  const answered = ingrid.ask('mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { __typename } }', { input });
  await until(commits.isHeld);
  // PostgreSQL is committing; nobody is left to hear that it has, nor to publish it.
  await fleet.part('projects').kill();
  await commits.release();
  expect((await answered).codes).toEqual(['UNAVAILABLE']);
  await fleet.part('projects').start();
  expect(await screen.next()).toEqual({ version: start + 2, node: { id: task.id, title: 'Draw hungry gulls' } });
  await screen.close();
}, 60_000);
