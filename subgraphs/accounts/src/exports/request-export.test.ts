import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Accounts, startAccounts } from '../testing/accounts.ts';
import { exportsOf, type SeenExport } from '../testing/exports.ts';
import { aMember, aStudio, type MemberFixture, type StudioFixture } from '../testing/people.ts';
import { MOST_ATTEMPTS } from './data-export.ts';

let domain: Accounts;
let exports: ReturnType<typeof exportsOf>;
let studio: StudioFixture;
let owner: MemberFixture;
beforeAll(async () => {
  domain = await startAccounts();
  exports = exportsOf(domain);
});
beforeEach(async () => {
  studio = await aStudio(domain);
  owner = await aMember(domain, studio, 'owner', { name: 'Olga' });
  await exports.prove(owner);
});
afterAll(() => domain.stop());

const DAY_MS = 86_400_000;
const cancel = (viewer: Viewer, id: string) =>
  domain.ask(viewer, `mutation ($id: ID!) { cancelExport(input: { id: $id }) { ... on CancelExportSuccess { export { state } } } }`, {
    id,
  });
const kinds = async (studioId: string) =>
  (
    await domain.db.admin.query<{ kind: string }>('select kind from accounts.audit_log where studio_id = $1 order by number', [studioId])
  ).rows.map(({ kind }) => kind);

/** Holds up exports on their way, until it is let go. */
async function holdUp(): Promise<() => Promise<void>> {
  const client = await domain.db.admin.connect();
  await client.query('begin');
  await client.query('lock table accounts.client_links in access exclusive mode');
  return async () => {
    await client.query('rollback');
    client.release();
  };
}

describe('a studio’s export', () => {
  test('is made by a job, is told by mail with the address of its page, and is in the audit log', async () => {
    const asked = await exports.request('Studio', owner.viewer);
    expect(asked).toMatchObject({ __typename: 'RequestStudioExportSuccess', export: { kind: 'STUDIO', downloadUrl: null } });
    const done = await exports.ended(owner.viewer);
    expect(done).toMatchObject({ id: asked.export?.id, state: 'READY', failure: null, rowsDone: done.rowsTotal, progress: null });
    expect(new Date(done.expiresAt ?? 0).getTime() - domain.clock.now.getTime()).toBe(7 * DAY_MS);
    await until(() => domain.mails().some(({ template, to }) => template === 'export-ready' && 'email' in to && to.email === owner.email));
    const mail = domain.mails().find(({ to }) => 'email' in to && to.email === owner.email);
    expect(mail?.data.url).toBe(`http://localhost:4000/s/${studio.slug}/settings/export`);
    expect(JSON.stringify(mail)).not.toContain('.zip');
    expect(await kinds(studio.uuid)).toEqual(['EXPORT_REQUESTED']);
    // Nobody else on the machine reads it, and nothing is left of how it was made.
    const names = await readdir(domain.exportsDir);
    expect(names.filter((name) => name.startsWith('.making'))).toEqual([]);
    for (const name of names) expect((await stat(join(domain.exportsDir, name))).mode & 0o777).toBe(0o600);
    expect((await stat(domain.exportsDir)).mode & 0o777).toBe(0o700);
  });

  test('asks for a fresh proof', async () => {
    await domain.db.admin.query(`update auth.sessions set proved_at = null where id = $1`, [owner.sessionId]);
    expect(await exports.request('Studio', owner.viewer)).toMatchObject({ __typename: 'FreshProofNeeded', code: 'FRESH_PROOF_NEEDED' });
    expect(await exports.request('Own', owner.viewer)).toMatchObject({ __typename: 'FreshProofNeeded' });
    expect(await exports.studio(owner.viewer)).toEqual([]);
  });

  test('is an owner’s alone: nobody else asks for one, sees one or ends one', async () => {
    const { export: made } = await exports.request('Studio', owner.viewer);
    await exports.ended(owner.viewer);
    const others: [string, Viewer, string][] = [];
    for (const role of ['admin', 'manager', 'artist', 'accountant', 'guest'] as const) {
      const member = await aMember(domain, studio, role);
      await exports.prove(member);
      others.push([role, member.viewer, 'FORBIDDEN']);
    }
    const elsewhere = await aMember(domain, await aStudio(domain), 'owner');
    await exports.prove(elsewhere);
    const inside = { id: studio.uuid, memberId: owner.memberId, role: 'owner' as const };
    others.push(
      [
        'a key',
        { kind: 'apiKey', keyId: uuidv7(), userId: owner.userId, scopes: ['studio:read', 'studio:write'], studio: inside },
        'FORBIDDEN',
      ],
      ['a contact', { kind: 'contact', contactId: uuidv7(), sessionId: uuidv7(), studioId: studio.uuid }, 'FORBIDDEN'],
      ['a stranger', { kind: 'anonymous' }, 'UNAUTHENTICATED'],
    );
    for (const [who, viewer, code] of others) {
      expect([who, (await exports.request('Studio', viewer)).codes]).toEqual([who, [code]]);
      expect([who, await exports.studio(viewer)]).toEqual([who, null]);
      expect([who, await domain.entity(viewer, 'DataExport', made?.id ?? '', '{ state downloadUrl }')]).toEqual([who, null]);
      expect([who, (await cancel(viewer, made?.id ?? '')).data]).toEqual([who, null]);
    }
    // Whoever owns another studio sees that one's.
    expect(await exports.studio(elsewhere.viewer)).toEqual([]);
    expect(await domain.entity(elsewhere.viewer, 'DataExport', made?.id ?? '', '{ state }')).toBeNull();
    expect((await cancel(elsewhere.viewer, made?.id ?? '')).codes).toEqual(['NOT_FOUND']);
  });

  test('is one at a time, however often and by whomever it is asked for', async () => {
    const second = await aMember(domain, studio, 'owner');
    await exports.prove(second);
    const letGo = await holdUp();
    try {
      const asked = await Promise.all([owner, second, owner, second].map(({ viewer }) => exports.request('Studio', viewer)));
      expect(new Set(asked.map((each) => each.export?.id)).size).toBe(1);
    } finally {
      await letGo();
    }
    await exports.ended(owner.viewer);
    expect(await exports.studio(owner.viewer)).toHaveLength(1);
    expect(await kinds(studio.uuid)).toEqual(['EXPORT_REQUESTED']);
  });

  test('is made at most five times within 24 hours, and then it is said when the next one may be', async () => {
    for (let made = 0; made < 5; made += 1) {
      expect((await exports.request('Studio', owner.viewer)).__typename).toBe('RequestStudioExportSuccess');
      await exports.ended(owner.viewer);
    }
    const last = domain.clock.now.getTime();
    expect(await exports.request('Studio', owner.viewer)).toMatchObject({
      __typename: 'ExportLimitReached',
      code: 'EXPORT_LIMIT_REACHED',
      retryAt: new Date(last - 4_000 + DAY_MS).toISOString(),
    });
    // A person's own are counted by themselves.
    expect((await exports.request('Own', owner.viewer)).__typename).toBe('RequestOwnExportSuccess');
    await exports.ended(owner.viewer, 'own');
    domain.clock.now = new Date(last + DAY_MS);
    await exports.prove(owner);
    expect((await exports.request('Studio', owner.viewer)).__typename).toBe('RequestStudioExportSuccess');
    await exports.ended(owner.viewer);
    expect(await exports.studio(owner.viewer)).toHaveLength(6);
  });

  test('is ended by its owner while it runs; then nothing of it is left', async () => {
    const letGo = await holdUp();
    const { export: made } = await exports.request('Studio', owner.viewer);
    const newest = async () => (await exports.studio(owner.viewer))?.[0];
    const state = async () => (await newest())?.state;
    await until(async () => (await state()) === 'RUNNING');
    expect((await newest())?.progress).toBe(0);
    expect((await cancel(owner.viewer, made?.id ?? '')).data).toEqual({ cancelExport: { export: { state: 'CANCELLED' } } });
    await letGo();
    // The next one is made after it: by then the first has been given up.
    const { export: next } = await exports.request('Studio', owner.viewer);
    await until(async () => (await state()) === 'READY');
    expect((await exports.studio(owner.viewer))?.map((each) => [each.id, each.state])).toEqual([
      [next?.id, 'READY'],
      [made?.id, 'CANCELLED'],
    ]);
    expect((await readdir(domain.exportsDir)).some((name) => name.includes(idOf(made)))).toBe(false);
    // One that has ended stays as it is.
    expect((await cancel(owner.viewer, next?.id ?? '')).data).toEqual({ cancelExport: { export: { state: 'READY' } } });
  });

  test('lists its pages, the newest first', async () => {
    const ids: unknown[] = [];
    for (let made = 0; made < 3; made += 1) {
      ids.unshift((await exports.request('Studio', owner.viewer)).export?.id);
      await exports.ended(owner.viewer);
    }
    const PAGE =
      'query ($after: String) { studio { exports(first: 2, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }';
    const page = async (after: string | null) =>
      (
        (await domain.ask(owner.viewer, PAGE, { after })).data as {
          studio: { exports: { totalCount: number; nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
        }
      ).studio.exports;
    const first = await page(null);
    expect([first.totalCount, first.nodes.map(({ id }) => id), first.pageInfo.hasNextPage]).toEqual([3, ids.slice(0, 2), true]);
    expect((await page(first.pageInfo.endCursor)).nodes.map(({ id }) => id)).toEqual(ids.slice(2));
  });
});

describe('an export that cannot be made', () => {
  const away = () => `${domain.exportsDir}.away`;
  /** Where exports are made stands a file. */
  async function block(): Promise<void> {
    await mkdir(domain.exportsDir, { recursive: true });
    await rename(domain.exportsDir, away());
    await writeFile(domain.exportsDir, '');
  }
  async function unblock(): Promise<void> {
    await rm(domain.exportsDir);
    await rename(away(), domain.exportsDir);
  }
  const waiting = async () =>
    (
      await domain.db.admin.query<{ id: string }>(
        `select id from accounts_jobs._private_jobs where payload->>'owner' = $1 and locked_at is null and attempts > 0`,
        [studio.uuid],
      )
    ).rows.length > 0;
  /** The pauses between attempts are over. */
  const attempt = (number: number) =>
    domain.db.admin.query(`update accounts_jobs._private_jobs set run_at = now(), attempts = $2 - 1 where payload->>'owner' = $1`, [
      studio.uuid,
      number,
    ]);

  test('is begun anew, and says in the end that it failed; the next one may be asked for', async () => {
    await block();
    try {
      const { export: made } = await exports.request('Studio', owner.viewer);
      await until(waiting);
      // Asked again meanwhile, it is the same one.
      expect((await exports.request('Studio', owner.viewer)).export).toMatchObject({ id: made?.id, state: 'RUNNING' });
      await attempt(MOST_ATTEMPTS);
      expect(await exports.ended(owner.viewer)).toMatchObject({ id: made?.id, state: 'FAILED', failure: 'INTERNAL', downloadUrl: null });
    } finally {
      await unblock();
    }
    await exports.request('Studio', owner.viewer);
    expect(await exports.ended(owner.viewer)).toMatchObject({ state: 'READY' });
  });

  test('is made once it can be', async () => {
    await block();
    const { export: made } = await exports.request('Studio', owner.viewer);
    await until(waiting);
    await unblock();
    await attempt(2);
    expect(await exports.ended(owner.viewer)).toMatchObject({ id: made?.id, state: 'READY' });
  });

  test('has failed when the process died at each attempt', async () => {
    await block();
    await exports.request('Studio', owner.viewer);
    await until(waiting);
    await unblock();
    await attempt(MOST_ATTEMPTS + 1);
    expect(await exports.ended(owner.viewer)).toMatchObject({ state: 'FAILED', failure: 'INTERNAL' });
  });
});

/** The uuid, by which the file is called. */
const idOf = (made: SeenExport | undefined): string => decodeId(made?.id ?? '', 'DataExport');
