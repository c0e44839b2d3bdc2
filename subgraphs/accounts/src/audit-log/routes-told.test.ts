import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createAuth } from '../auth/auth.ts';
import { LINK_PATHS } from '../auth/link.routes.ts';
import { PUBLIC_URL, SECRET } from '../testing/accounts.ts';
import { anOwner, NOT_OFFERED, type Owner, ROUTES, startWorld, type World } from '../testing/told-routes.ts';
import type { AuditKind } from './audit-log.ts';
import { unknownWords } from './vocabulary.ts';

let world: World;
const pool = new pg.Pool();
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world.close();
  await pool.end();
});

const owners: { owner: Owner; log: AuditKind[] }[] = [];

const plain = (path: string) => path.replace(/ \(.*/, '');

test('every path says which line it writes, or why none', () => {
  const { endpoints } = createAuth({
    pool,
    secret: SECRET,
    installation: 'test',
    publicUrl: PUBLIC_URL,
    now: () => new Date(),
    requestMail: async () => undefined,
    providers: [{ id: 'google', issuer: world.google.issuer, clientId: 'x', credential: { secret: 'x' } }],
    tokenLifetimes: { code: 1, access: 1, refresh: 1 },
    holdsBefore: async () => false,
    onSessionEnd: () => undefined,
    onFactorsChange: async () => undefined,
    tellPerson: async () => undefined,
    onError: () => undefined,
  });
  const paths = Object.values(endpoints).flatMap(({ path }) => (path === undefined ? [] : [path]));
  expect([...new Set(Object.keys(ROUTES).map(plain))].sort()).toEqual([...new Set([...paths, ...LINK_PATHS])].sort());
});

test.each(Object.entries(ROUTES).flatMap(([path, what]) => (what === NOT_OFFERED ? [path] : [])))('%s is not offered', async (path) => {
  const browser = world.site.browser();
  for (const answer of [await browser.post(`/auth${path}`, {}), await browser.get(`/auth${path}`)]) expect(answer.status).toBe(404);
});

describe('exactly one line is written by', () => {
  test.each(Object.entries(ROUTES).flatMap(([path, what]) => ('log' in what ? [[path, what] as const] : [])))('%s', async (_path, what) => {
    const owner = await anOwner(world);
    await what.act(owner);
    await owner.knows(...what.log);
    owners.push({ owner, log: what.log });
  });

  test('each of them, also when nobody looked', async () => {
    expect(owners.length).toBeGreaterThan(20);
    for (const { owner, log } of owners) expect(await owner.log()).toEqual(log);
  });

  test('each of them, in words that the page knows', async () => {
    const { rows } = await world.domain.db.admin.query<{ before: object | null; after: object | null }>(
      'select before, after from accounts.audit_log',
    );
    expect(rows.flatMap(unknownWords)).toEqual([]);
  });

  test('none waits to be told', async () => {
    const { rows } = await world.domain.db.admin.query('select happening from auth.untold_events');
    expect(rows).toEqual([]);
  });
});
