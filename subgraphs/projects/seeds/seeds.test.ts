import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { demoId } from '@atelier/service-kit/demo';
import { encodeId } from '@atelier/service-kit/ids';
import {
  BIG_STUDIO,
  type CopyTable,
  copyChunks,
  copyStatement,
  loadMemberId,
  loadProjectId,
  loadStudioId,
} from '@atelier/service-kit/load';
import { contact, member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { from } from 'pg-copy-streams';
import { startProjects } from '../src/testing/projects.ts';
import { demoTables } from './demo.ts';
import { loadTables } from './load.ts';

const now = new Date('2026-11-22T09:30:00Z');
const size = { artists: 200, big: true };
let domain: Awaited<ReturnType<typeof startProjects>>;
beforeAll(async () => {
  domain = await startProjects();
  await copy([...demoTables({ now }), ...loadTables(size, { now })]);
}, 60_000);
afterAll(() => domain.stop());

/** As a start of Atelier does it: in one transaction. */
async function copy(tables: CopyTable[]) {
  const client = await domain.db.admin.connect();
  try {
    await client.query('begin');
    for (const table of tables) await pipeline(Readable.from(copyChunks(table)), client.query(from(copyStatement(table))));
    await client.query('commit');
    for (const { table } of tables) await client.query(`analyze ${table}`);
  } finally {
    client.release();
  }
}

test('the same moment gives the same rows', () => {
  const text = (tables: CopyTable[]) => tables.map((table) => [...copyChunks(table)].join('')).join('');
  expect(text(demoTables({ now }))).toBe(text(demoTables({ now })));
  expect(text(loadTables({ artists: 3, big: false }, { now }))).toBe(text(loadTables({ artists: 3, big: false }, { now })));
});

describe('the demo studios', () => {
  const marisol = member('owner', demoId('studio:marisol'), demoId('member:marisol'));
  const mural = encodeId('Project', demoId('project:harbour-mural'));

  test('have projects in every state, an archived one and one in the trash', async () => {
    const ask = async (studio: string) => {
      const { data } = await domain.ask(
        member('owner', demoId(`studio:${studio}`)),
        `{ open: projects { nodes { status progress { total } } } archived: projects(filter: { archived: true }) { totalCount }
           trash: projects(filter: { trashed: true }) { totalCount } }`,
      );
      return data as { open: { nodes: { status: string; progress: { total: number } }[] }; archived: object; trash: object };
    };
    const [alone, agency] = await Promise.all([ask('marisol'), ask('northlight')]);
    expect([alone.open.nodes.length, agency.open.nodes.length]).toEqual([4, 5]);
    expect([alone.archived, alone.trash]).toEqual([{ totalCount: 1 }, { totalCount: 1 }]);
    expect(new Set(agency.open.nodes.map((project) => project.status))).toEqual(new Set(['ACTIVE', 'PLANNED', 'ON_HOLD']));
    for (const { progress } of [...alone.open.nodes, ...agency.open.nodes]) expect(progress.total).toBeGreaterThanOrEqual(4);
  });

  test('tell how each task came to its column, and stand at the version of the last event', async () => {
    const project = await domain.entity(
      marisol,
      'Project',
      mural,
      '{ liveVersion currentStage { name } activity(first: 100) { nodes { verb subject changes { field before after } } } }',
    );
    const { nodes } = (project?.activity ?? { nodes: [] }) as { nodes: { verb: string; subject: string }[] };
    expect(project).toMatchObject({ liveVersion: nodes.length, currentStage: { name: 'Colour' } });
    expect(nodes.at(-1)).toMatchObject({ verb: 'project.created', subject: 'Harbour mural' });
    expect(nodes).toContainEqual({
      verb: 'task.moved',
      subject: 'Lettering for the ship names',
      changes: [{ field: 'status', before: 'TODO', after: 'IN_PROGRESS' }],
    });
  });

  test('show the contact what waits for her, and nothing that is team-only', async () => {
    const ines = contact(demoId('studio:marisol'), demoId('contact:ines-vidal'));
    const project = await domain.entity(
      ines,
      'Project',
      mural,
      '{ tasks(first: 100) { nodes { visibility } } waiting: tasks(filter: { assignedToViewer: true, status: [TODO, IN_PROGRESS, IN_REVIEW] }) { nodes { title } } comments { nodes { visibility } } }',
    );
    expect(project?.waiting).toEqual({
      nodes: [{ title: 'Choose between warm and cold night sky' }, { title: 'Send caption texts in both languages' }],
    });
    expect(JSON.stringify(project)).not.toContain('TEAM');
    const { data } = await domain.ask(ines, '{ projects { nodes { name } } }');
    expect(data).toEqual({ projects: { nodes: [{ name: 'Harbour mural' }] } });
  });

  test('show the guest her two projects, and not the others', async () => {
    const guest = member('guest', demoId('studio:northlight'), demoId('member:marisol-at-northlight'));
    const { data } = await domain.ask(guest, '{ projects { nodes { name } } }');
    const { nodes } = (data?.projects ?? { nodes: [] }) as { nodes: { name: string }[] };
    expect(nodes.map((node) => node.name).sort()).toEqual(['Longshore, twelve sleeves', 'Lowtide festival identity']);
  });

  test('mention people by ids that lead to them', async () => {
    const { data } = await domain.ask(
      marisol,
      '{ projects { nodes { comments { nodes { body mentions { ... on Contact { id } ... on Member { id } } } } } } }',
    );
    const text = JSON.stringify(data);
    expect(text).toContain(`@[Inés Vidal](${encodeId('Contact', demoId('contact:ines-vidal'))})`);
    expect(text).not.toMatch(/\{[a-z]+-?[a-z]*\}/);
  });
});

describe('load data', () => {
  test('can be read, changed and paged as any other', async () => {
    const owner = member('owner', loadStudioId(7), loadMemberId(7, 0));
    const id = encodeId('Project', loadProjectId(7, 0));
    const { data } = await domain.ask(
      owner,
      '{ open: projects { totalCount } archived: projects(filter: { archived: true }) { totalCount } }',
    );
    const counts = data as { open: { totalCount: number }; archived: { totalCount: number } };
    expect(counts.open.totalCount + counts.archived.totalCount).toBe(10);
    const project = await domain.entity(owner, 'Project', id, '{ liveVersion activity(first: 100) { nodes { verb } } progress { total } }');
    expect(project?.liveVersion).toBe((project?.activity as { nodes: unknown[] } | undefined)?.nodes.length);
    const renamed = await domain.ask(
      owner,
      'mutation ($id: ID!) { updateProject(input: { id: $id, expectedVersion: 1, name: "Ours" }) { __typename } }',
      { id },
    );
    expect(renamed.data).toEqual({ updateProject: { __typename: 'UpdateProjectSuccess' } });
  });

  test('things of the largest studio are found by their ids through primary keys, not by reading the studio', async () => {
    const client = await domain.db.admin.connect();
    try {
      await client.query('begin');
      await client.query('set local role atelier_test_projects');
      // What PostgreSQL settles on for a prepared statement: a plan that knows no values.
      await client.query('set local plan_cache_mode = force_generic_plan');
      await client.query(`select set_config('app.studio', $1, true)`, [loadStudioId(BIG_STUDIO)]);
      for (const table of ['projects', 'stages', 'tasks', 'comments']) {
        await client.query(
          `prepare by_ids_${table} (uuid, uuid[]) as select * from projects.${table} where studio_id = $1 and id = any($2)`,
        );
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(
          `explain execute by_ids_${table}('${loadStudioId(BIG_STUDIO)}', '{${loadStudioId(1)},${loadStudioId(2)}}')`,
        );
        expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain(`using ${table}_studio_id_id_pk on ${table}`);
      }
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
