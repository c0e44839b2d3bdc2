import { PassThrough } from 'node:stream';
import { createDatabase } from '@atelier/service-kit/database';
import { createLogger } from '@atelier/service-kit/log';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Accounts, SECRET } from '../testing/accounts.ts';
import { type Browser, type Site, startSite } from '../testing/browser.ts';
import { aMember, aStudio, type MemberFixture, type StudioFixture } from '../testing/people.ts';
import { createChain } from './chain.ts';
import { checkLogs } from './check-logs.service.ts';
import { createAuditRecorder } from './recorder.service.ts';

let domain: Accounts;
let site: Site;
let studio: StudioFixture;
let owner: MemberFixture;
beforeAll(async () => {
  ({ domain, site } = await startSite());
});
beforeEach(async () => {
  studio = await aStudio(domain);
  owner = await aMember(domain, studio, 'owner', { name: '=HYPERLINK("https://elsewhere.example")' });
  await domain.ask(owner.viewer, 'mutation { updateStudio(input: { expectedVersion: 1, name: "-2+3" }) { __typename } }');
});
afterAll(() => site.close());

function as(person: MemberFixture | null): Browser {
  const browser = site.browser({ userAgent: 'Firefox/140.0 (Linux)' });
  const [name = '', value = ''] = person?.cookie.split(/=(.*)/s) ?? [];
  if (person) browser.cookies.set(name, value);
  return browser;
}
const download = (person: MemberFixture | null, query = '') => as(person).get(`/auth/audit-log.csv?studio=${studio.slug}${query}`);

test('owners and admins download the log, in UTC and in the studio’s time, with nothing that a spreadsheet would run', async () => {
  const answer = await download(owner);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="audit-log-studio-[0-9a-f]+-\d{4}-\d\d-\d\d\.csv"$/);
  const [head, first, second, ...more] = answer.text.replace('\uFEFF', '').trimEnd().split('\r\n');
  expect(head).toBe('"number","at (UTC)","at (Europe/Madrid)","what","who","by","whom","address","user agent","changes","hash"');
  // That it was downloaded is its newest line.
  expect(first).toContain('"AUDIT_LOG_DOWNLOADED"');
  expect(second).toContain(`"STUDIO_CHANGED","'=HYPERLINK(""https://elsewhere.example"")","member"`);
  expect(second).toContain('"name: Studio Marisol > -2+3"');
  expect(more).toEqual([]);
  const admin = await aMember(domain, studio, 'admin');
  expect((await download(admin)).status).toBe(200);
});

test('nobody else does', async () => {
  const other = await aMember(domain, await aStudio(domain), 'owner');
  for (const role of ['manager', 'artist', 'accountant', 'guest'] as const) {
    expect([role, (await download(await aMember(domain, studio, role))).status]).toEqual([role, 403]);
  }
  expect((await download(other)).status).toBe(404);
  expect((await download(null)).status).toBe(401);
  expect((await as(owner).post('/auth/audit-log.csv', {})).status).toBe(405);
});

test('a download holds what the filter lets through, and refuses one that it does not understand', async () => {
  const only = await download(owner, '&kinds=STUDIO_CHANGED');
  expect(only.text.trimEnd().split('\r\n')).toHaveLength(2);
  expect((await download(owner, '&kinds=NONSENSE')).status).toBe(400);
  expect((await download(owner, '&from=yesterday')).status).toBe(400);
  expect((await download(owner, '&member=project_1')).status).toBe(404);
});

test('the nightly job reads every log and says which is not whole', async () => {
  const stream = new PassThrough();
  let written = '';
  stream.on('data', (chunk: Buffer) => {
    written += chunk.toString();
  });
  const logger = createLogger({ service: 'test', level: 'info', destination: stream });
  const [database, signIn] = (['accounts', 'auth'] as const).map((schema) =>
    createDatabase({ url: domain.db.url(schema), schema, logger }),
  );
  if (!database || !signIn) throw new Error('No database.');
  const audit = createAuditRecorder({ database, signIn, chain: createChain(SECRET), now: () => domain.clock.now, logger });
  const run = () => checkLogs({ database, signIn, audit, logger })({}, { id: '1', attempt: 1, signal: undefined });
  await run();
  expect(written).not.toContain('not whole');
  expect(written).toMatch(/"broken":0/);
  await domain.db.admin.query('delete from accounts.audit_log where studio_id = $1', [studio.uuid]);
  written = '';
  await run();
  expect(written).toContain(`"studioId":"${studio.uuid}","faults":[{"number":1,"what":"MISSING"}]`);
  await Promise.all([database.close(), signIn.close()]);
});
