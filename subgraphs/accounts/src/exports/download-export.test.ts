import { readdir } from 'node:fs/promises';
import { createDatabase } from '@atelier/service-kit/database';
import { decodeId } from '@atelier/service-kit/ids';
import { readZip } from '@atelier/testing/zip';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Accounts } from '../testing/accounts.ts';
import { type Browser, type Site, startSite } from '../testing/browser.ts';
import { exportsOf, type SeenExport } from '../testing/exports.ts';
import { aMember, aPerson, aStudio, type MemberFixture, type Person, type StudioFixture } from '../testing/people.ts';
import { rangeOf } from './download-export.service.ts';
import { exportFolder } from './files.ts';
import { sweepExports } from './sweep-exports.service.ts';

let domain: Accounts;
let site: Site;
let exports: ReturnType<typeof exportsOf>;
let studio: StudioFixture;
let owner: MemberFixture;
beforeAll(async () => {
  ({ domain, site } = await startSite());
  exports = exportsOf(domain);
});
beforeEach(async () => {
  studio = await aStudio(domain);
  owner = await aMember(domain, studio, 'owner', { name: 'Olga' });
  await exports.prove(owner);
});
afterAll(() => site.close());

const DAY_MS = 86_400_000;

function as(person: Person | null): Browser {
  const browser = site.browser({ userAgent: 'Firefox/140.0 (Linux)' });
  const [name = '', value = ''] = person?.cookie.split(/=(.*)/s) ?? [];
  if (person) browser.cookies.set(name, value);
  return browser;
}
const fetchFile = (person: Person, path: string, init: RequestInit = {}) =>
  fetch(site.base + path, { ...init, headers: { ...(init.headers as Record<string, string>), cookie: person.cookie } });
const codeOf = async (person: Person | null, path: string) => {
  const answer = await as(person).get(path);
  return [answer.status, answer.json<{ error: { code: string } }>().error.code];
};
const kinds = async (log: string) =>
  (
    await domain.db.admin.query<{ kind: string }>('select kind from accounts.audit_log where studio_id = $1 order by number', [log])
  ).rows.map(({ kind }) => kind);

async function made(of: 'Studio' | 'Own', person: Person = owner): Promise<SeenExport & { downloadUrl: string }> {
  await exports.request(of, person.viewer);
  const done = await exports.ended(person.viewer, of === 'Studio' ? 'studio' : 'own');
  await exports.prove(person);
  return { ...done, downloadUrl: done.downloadUrl ?? '' };
}

describe('the file', () => {
  test('goes to an owner as a download that nobody keeps, and that is a line of the audit log', async () => {
    const { downloadUrl, size } = await made('Studio');
    const answer = await fetchFile(owner, downloadUrl);
    const zip = Buffer.from(await answer.arrayBuffer());
    expect([answer.status, zip.byteLength, answer.headers.get('content-length')]).toEqual([200, size, String(size)]);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('content-type')).toBe('application/zip');
    expect(answer.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="atelier-${studio.slug}-\\d{4}-\\d\\d-\\d\\d\\.zip"$`),
    );
    const files = readZip(zip);
    const index = JSON.parse(files.get('index.json')?.toString() ?? '') as { owner: unknown; files: { path: string }[] };
    expect(index.owner).toEqual({ kind: 'studio', id: studio.id, name: 'Studio Marisol', slug: studio.slug });
    expect([...files.keys()].sort()).toEqual([...index.files.map(({ path }) => path), 'README.txt', 'index.json'].sort());
    expect(await kinds(studio.uuid)).toEqual(['EXPORT_REQUESTED', 'EXPORT_DOWNLOADED']);
  });

  test('of a person’s own data is theirs alone, outside any studio, and is told in no studio’s log', async () => {
    const artist = await aMember(domain, studio, 'artist', { name: 'Ana' });
    await exports.prove(artist);
    const { downloadUrl } = await made('Own', artist);
    expect(downloadUrl).not.toContain('studio=');
    const files = readZip(Buffer.from(await (await fetchFile(artist, downloadUrl)).arrayBuffer()));
    expect(JSON.parse(files.get('account/accounts/auth.users.json')?.toString() ?? '')).toMatchObject([
      { name: 'Ana', email: artist.email },
    ]);
    expect(await kinds(artist.userId)).toEqual(['EXPORT_REQUESTED', 'EXPORT_DOWNLOADED']);
    expect(await kinds(studio.uuid)).toEqual([]);
    expect(await codeOf(owner, downloadUrl)).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf(owner, `${downloadUrl}?studio=${studio.slug}`)).toEqual([404, 'NOT_FOUND']);
  });

  test('is refused to everybody else, and to an address alone', async () => {
    const { downloadUrl } = await made('Studio');
    for (const role of ['admin', 'manager', 'artist', 'accountant', 'guest'] as const) {
      const member = await aMember(domain, studio, role);
      await exports.prove(member);
      expect([role, ...(await codeOf(member, downloadUrl))]).toEqual([role, 403, 'FORBIDDEN']);
    }
    const other = await aStudio(domain);
    const elsewhere = await aMember(domain, other, 'owner');
    await exports.prove(elsewhere);
    expect(await codeOf(elsewhere, downloadUrl)).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf(elsewhere, downloadUrl.replace(studio.slug, other.slug))).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf(elsewhere, downloadUrl.split('?')[0] ?? '')).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf(await aPerson(domain), downloadUrl)).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf(null, downloadUrl)).toEqual([401, 'UNAUTHENTICATED']);
    for (const path of ['/auth/exports/../../etc/passwd', '/auth/exports/data_export_x.zip', '/auth/exports/']) {
      expect((await as(owner).get(path)).status).toBe(404);
    }
    expect((await as(owner).post(downloadUrl, {})).status).toBe(405);
    expect(await kinds(studio.uuid)).toEqual(['EXPORT_REQUESTED']);
  });

  test('asks for a fresh proof; asking whether it would be given leaves no line', async () => {
    const { downloadUrl } = await made('Studio');
    await exports.prove(owner, new Date(domain.clock.now.getTime() - 11 * 60_000));
    expect(await codeOf(owner, downloadUrl)).toEqual([403, 'FRESH_PROOF_NEEDED']);
    expect((await fetchFile(owner, downloadUrl, { method: 'HEAD' })).status).toBe(403);
    await exports.prove(owner);
    expect((await fetchFile(owner, downloadUrl, { method: 'HEAD' })).status).toBe(200);
    expect(await kinds(studio.uuid)).toEqual(['EXPORT_REQUESTED']);
  });

  test('goes on where a download broke off, which is no second download', async () => {
    const { downloadUrl, size } = await made('Studio');
    const whole = Buffer.from(await (await fetchFile(owner, downloadUrl)).arrayBuffer());
    const rest = await fetchFile(owner, downloadUrl, { headers: { range: 'bytes=1000-' } });
    expect([rest.status, rest.headers.get('content-range')]).toEqual([206, `bytes 1000-${(size ?? 0) - 1}/${size}`]);
    expect(Buffer.from(await rest.arrayBuffer()).equals(whole.subarray(1_000))).toBe(true);
    const beyond = await fetchFile(owner, downloadUrl, { headers: { range: `bytes=${size}-` } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${size}`]);
    expect((await kinds(studio.uuid)).filter((kind) => kind === 'EXPORT_DOWNLOADED')).toHaveLength(1);
  });

  test('is there for seven days; the night after, it is gone from the disk, and others are not', async () => {
    const { id, downloadUrl } = await made('Studio');
    const file = `${decodeId(id, 'DataExport')}.zip`;
    domain.clock.now = new Date(domain.clock.now.getTime() + 6 * DAY_MS);
    await exports.prove(owner);
    const { id: later } = await made('Studio');
    expect((await fetchFile(owner, downloadUrl, { method: 'HEAD' })).status).toBe(200);
    domain.clock.now = new Date(domain.clock.now.getTime() + DAY_MS);
    await exports.prove(owner);
    expect((await exports.studio(owner.viewer))?.map(({ state }) => state)).toEqual(['READY', 'EXPIRED']);
    expect(await codeOf(owner, downloadUrl)).toEqual([410, 'GONE']);
    expect(await readdir(domain.exportsDir)).toContain(file);
    const signIn = createDatabase({ url: domain.db.url('auth'), schema: 'auth', logger: { error: () => undefined } });
    await sweepExports(exportFolder(domain.exportsDir), signIn, () => domain.clock.now)({}, { id: '1', attempt: 1, signal: undefined });
    await signIn.close();
    const left = await readdir(domain.exportsDir);
    expect(left).not.toContain(file);
    expect(left).toContain(`${decodeId(later, 'DataExport')}.zip`);
  });
});

test.each([
  ['bytes=0-9', { start: 0, end: 9 }],
  ['bytes=90-', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-1000', { start: 0, end: 99 }],
  ['bytes=50-1000', { start: 50, end: 99 }],
  ['bytes=100-', 'none'],
  ['bytes=9-3', 'none'],
  ['bytes=0-1,5-6', null],
  ['bytes=-', null],
  ['pages=1-2', null],
  [null, null],
] as const)('of 100 bytes, the range %s is %p', (header, range) => {
  expect(rangeOf(header, 100)).toEqual(range);
});
