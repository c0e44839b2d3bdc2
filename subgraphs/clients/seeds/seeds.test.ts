import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { demoId } from '@atelier/service-kit/demo';
import { encodeId } from '@atelier/service-kit/ids';
import { BIG_STUDIO, type CopyTable, copyChunks, copyStatement, loadClientId, loadMemberId, loadStudioId } from '@atelier/service-kit/load';
import type { RunningSubgraph } from '@atelier/testing/subgraph';
import { member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { from } from 'pg-copy-streams';
import { startClients } from '../src/testing/clients.ts';
import { demoTables } from './demo.ts';
import { loadTables } from './load.ts';

const now = new Date('2026-11-22T09:30:00Z');
let domain: RunningSubgraph;
beforeAll(async () => {
  domain = await startClients();
  await copy([...demoTables({ now }), ...loadTables({ artists: 20, big: true }, { now })]);
});
afterAll(() => domain.stop());

async function copy(tables: CopyTable[]) {
  const client = await domain.db.admin.connect();
  try {
    for (const table of tables) await pipeline(Readable.from(copyChunks(table)), client.query(from(copyStatement(table))));
  } finally {
    client.release();
  }
}

test('the demo studios have clients with people, an archived one and one in the trash', async () => {
  const owner = member('owner', demoId('studio:marisol'));
  const { data } = await domain.ask(
    owner,
    `{ clients { nodes { id name contacts { name roles } } }
       archived: clients(filter: { archived: true }) { nodes { name } } trash: clients(filter: { trashed: true }) { nodes { name } } }`,
  );
  expect(data).toMatchObject({
    clients: { nodes: [{ id: encodeId('Client', demoId('client:harbour-museum')), name: 'Harbour Museum' }, {}, {}, {}] },
    archived: { nodes: [{ name: 'Night Ferry Records' }] },
    trash: { nodes: [{ name: 'Old Mill Festival' }] },
  });
});

test('the same moment gives the same rows', () => {
  const text = (tables: CopyTable[]) => tables.map((table) => [...copyChunks(table)].join('')).join('');
  expect(text(demoTables({ now }))).toBe(text(demoTables({ now })));
  expect(text(loadTables({ artists: 5, big: false }, { now }))).toBe(text(loadTables({ artists: 5, big: false }, { now })));
});

test('load data can be found, changed and paged as any other', async () => {
  const owner = member('owner', loadStudioId(BIG_STUDIO), loadMemberId(BIG_STUDIO, 0));
  const { data } = await domain.ask(
    owner,
    '{ clients(first: 5, filter: { text: "1999" }) { totalCount nodes { id contacts { email } } } }',
  );
  expect(data).toMatchObject({
    clients: { totalCount: 1, nodes: [{ id: encodeId('Client', loadClientId(BIG_STUDIO, 1998)), contacts: [{}, {}] }] },
  });
  const all = await domain.ask(owner, '{ active: clients { totalCount } archived: clients(filter: { archived: true }) { totalCount } }');
  expect(all.data).toEqual({ active: { totalCount: 1778 }, archived: { totalCount: 222 } });
});
