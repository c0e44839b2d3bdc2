import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { demoId } from '@atelier/service-kit/demo';
import { encodeId } from '@atelier/service-kit/ids';
import { BIG_STUDIO, type CopyTable, copyChunks, copyStatement, loadStudioId } from '@atelier/service-kit/load';
import { member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { from } from 'pg-copy-streams';
import type { Accounts } from '../src/testing/accounts.ts';
import { type Site, startSite } from '../src/testing/browser.ts';
import { DEMO_LINK, DEMO_PASSWORD, DEMO_SIGN_INS, demoTables } from './demo.ts';
import { loadTables } from './load.ts';

let domain: Accounts;
let site: Site;
beforeAll(async () => {
  ({ domain, site } = await startSite());
  const { now } = domain.clock;
  await copy([...(await demoTables({ now })), ...(await loadTables({ artists: 20, big: true }, { now }))]);
});
afterAll(() => site.close());

async function copy(tables: CopyTable[]) {
  const client = await domain.db.admin.connect();
  try {
    for (const table of tables) await pipeline(Readable.from(copyChunks(table)), client.query(from(copyStatement(table))));
  } finally {
    client.release();
  }
}

async function signIn(email: string, studioSlug: string) {
  const browser = site.browser();
  expect((await browser.post('/auth/sign-in/email', { email, password: DEMO_PASSWORD })).status).toBe(200);
  return domain.subgraph.viewers.resolve({
    cookieHeader: browser.cookieHeader(),
    authorization: null,
    studioSlug,
    address: null,
    userAgent: null,
  });
}

test('everybody of the demo signs in', async () => {
  for (const { email } of DEMO_SIGN_INS) await signIn(email, 'northlight');
});

test('the illustrator has a studio of her own and is a guest at the agency', async () => {
  expect(await signIn(DEMO_SIGN_INS[0].email, 'studio-marisol')).toMatchObject({
    studio: { role: 'owner', memberId: demoId('member:marisol') },
  });
  const viewer = await signIn(DEMO_SIGN_INS[0].email, 'northlight');
  const { data } = await domain.ask(viewer, '{ viewer { user { memberships { role studio { name hasDemoData } } } } }');
  expect(data).toMatchObject({
    viewer: {
      user: {
        memberships: [
          { role: 'OWNER', studio: { name: 'Studio Marisol', hasDemoData: true } },
          { role: 'GUEST', studio: { name: 'Northlight' } },
        ],
      },
    },
  });
});

test('the agency has all roles, and an invitation that waits', async () => {
  const { data } = await domain.ask(
    await signIn(DEMO_SIGN_INS[1].email, 'northlight'),
    '{ studio { members { nodes { role } } invitations { role invitedBy { name } } } }',
  );
  const { members, invitations } = (data as { studio: { members: { nodes: { role: string }[] }; invitations: unknown } }).studio;
  expect(members.nodes.map(({ role }) => role).sort()).toEqual(['ACCOUNTANT', 'ADMIN', 'ARTIST', 'GUEST', 'MANAGER', 'OWNER']);
  expect(invitations).toEqual([{ role: 'ARTIST', invitedBy: { name: 'Theo Lindqvist' } }]);
});

test('the client of the demo enters by a link', async () => {
  const entered = await site.browser().post(`/p/${DEMO_LINK}`, new URLSearchParams());
  expect(entered.headers.get('location')).toBe(`/client/projects/${encodeId('Project', demoId('project:harbour-mural'))}`);
});

test('the same moment gives the same rows, salts apart', async () => {
  const { now } = domain.clock;
  const text = async (tables: CopyTable[] | Promise<CopyTable[]>) =>
    (await tables)
      .filter(({ table }) => table !== 'auth.accounts')
      .map((table) => [...copyChunks(table)].join(''))
      .join('');
  expect(await text(demoTables({ now }))).toBe(await text(demoTables({ now })));
  expect(await text(loadTables({ artists: 5, big: false }, { now }))).toBe(await text(loadTables({ artists: 5, big: false }, { now })));
});

test('the studios of a load have owners who sign in', async () => {
  expect(await signIn('owner-7@load.example', 'load-7')).toMatchObject({ studio: { id: loadStudioId(7), role: 'owner' } });
  const { data } = await domain.ask(member('owner', loadStudioId(BIG_STUDIO)), '{ studio { slug members { totalCount } } }');
  expect(data).toEqual({ studio: { slug: 'load-big', members: { totalCount: 12 } } });
});
