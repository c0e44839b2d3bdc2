import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Accounts } from '../testing/accounts.ts';
import { type Site, startSite } from '../testing/browser.ts';
import { askForStudioDeletion, passDays, prove, receiptOf, report, sweep, toldOf } from '../testing/leaving.ts';
import { aLink, aMember, aStudio, type MemberFixture, type StudioFixture } from '../testing/people.ts';
import { mailTo } from '../testing/ways-in.ts';

let domain: Accounts;
let site: Site;
let studio: StudioFixture;
let owner: MemberFixture;
let admin: MemberFixture;
let artist: MemberFixture;
beforeAll(async () => {
  ({ domain, site } = await startSite());
});
beforeEach(async () => {
  studio = await aStudio(domain);
  owner = await aMember(domain, studio, 'owner', { name: 'Olga' });
  admin = await aMember(domain, studio, 'admin', { name: 'Adil' });
  artist = await aMember(domain, studio, 'artist', { name: 'Ana' });
  await prove(domain, owner);
});
afterAll(() => site.close());

const cancel = (who: MemberFixture) =>
  domain.ask(
    who.viewer,
    'mutation { cancelStudioDeletion { __typename ... on CancelStudioDeletionSuccess { studio { deletion { dueAt } } } } }',
  );
const seenBy = async (who: MemberFixture) =>
  (await domain.entity(who.viewer, 'Studio', studio.id, '{ viewerCanDelete deletion { dueAt requestedBy { name } } }')) ?? null;
const rowsOf = async (table: string, column = 'studio_id') =>
  (await domain.db.admin.query(`select from ${table} where ${column} = $1`, [studio.uuid])).rowCount;
const kinds = async () =>
  (await domain.db.admin.query(`select kind from accounts.audit_log where studio_id = $1 order by number`, [studio.uuid])).rows.map(
    ({ kind }) => kind,
  );

test('an owner who types the name and has just proven who they are has the studio deleted in 14 days, and every member sees it', async () => {
  const due = new Date(domain.clock.now.getTime() + 14 * 86_400_000).toISOString();
  const deletion = { dueAt: due, requestedBy: { name: 'Olga' } };
  expect((await askForStudioDeletion(domain, owner)).data?.requestStudioDeletion).toEqual({
    __typename: 'RequestStudioDeletionSuccess',
    studio: { deletion },
  });
  expect(await seenBy(artist)).toEqual({ viewerCanDelete: false, deletion });
  expect(await seenBy(owner)).toEqual({ viewerCanDelete: true, deletion });
  for (const { email } of [owner, admin])
    expect((await mailTo(domain, email, 'studio-deletion')).data).toMatchObject({ studioName: 'Studio Marisol', by: 'Olga', dueAt: due });
  expect(domain.mails().filter(({ to }) => 'email' in to && to.email === artist.email)).toEqual([]);
  expect(await kinds()).toEqual(['STUDIO_DELETION_REQUESTED']);
});

test('asking twice, in two tabs, is asking once', async () => {
  await askForStudioDeletion(domain, owner);
  const first = (await seenBy(owner))?.deletion;
  passDays(domain, 0.001);
  await Promise.all([askForStudioDeletion(domain, owner), askForStudioDeletion(domain, owner)]);
  expect((await seenBy(owner))?.deletion).toEqual(first);
  expect(await kinds()).toEqual(['STUDIO_DELETION_REQUESTED']);
});

test('another name, or a proof that is too old, deletes nothing', async () => {
  expect((await askForStudioDeletion(domain, owner, 'Studio Mariso')).data?.requestStudioDeletion).toEqual({
    __typename: 'InvalidInput',
    code: 'DOES_NOT_MATCH',
    path: ['input', 'name'],
  });
  await domain.db.admin.query('update auth.sessions set proved_at = null where id = $1', [owner.sessionId]);
  expect((await askForStudioDeletion(domain, owner)).data?.requestStudioDeletion).toEqual({
    __typename: 'FreshProofNeeded',
    code: 'FRESH_PROOF_NEEDED',
  });
  expect((await seenBy(owner))?.deletion).toBeNull();
});

test('nobody but an owner asks for it or undoes it, and nobody outside sees it', async () => {
  await askForStudioDeletion(domain, owner);
  for (const who of [admin, artist]) {
    expect((await askForStudioDeletion(domain, who)).codes).toEqual(['FORBIDDEN']);
    expect((await cancel(who)).codes).toEqual(['FORBIDDEN']);
  }
  const elsewhere = await aMember(domain, await aStudio(domain), 'owner');
  expect(await seenBy(elsewhere)).toBeNull();
  const alsoHere = await aMember(domain, await aStudio(domain), 'owner', artist);
  expect((await seenBy(alsoHere))?.deletion).toBeNull();
  const asContact = await domain.entity(
    { kind: 'contact', contactId: studio.uuid, sessionId: studio.uuid, studioId: studio.uuid },
    'Studio',
    studio.id,
    '{ deletion { dueAt } }',
  );
  expect(asContact).toEqual({ deletion: null });
});

test('an owner undoes it any time before, and undoing what does not wait does nothing', async () => {
  await askForStudioDeletion(domain, owner);
  passDays(domain, 13.9);
  expect((await cancel(owner)).data?.cancelStudioDeletion).toMatchObject({ studio: { deletion: null } });
  expect((await cancel(owner)).data?.cancelStudioDeletion).toMatchObject({ studio: { deletion: null } });
  passDays(domain, 1);
  await sweep(domain);
  expect(await rowsOf('accounts.studios', 'id')).toBe(1);
  await mailTo(domain, admin.email, 'studio-deletion-undone');
  expect(await kinds()).toEqual(['STUDIO_DELETION_REQUESTED', 'STUDIO_DELETION_CANCELLED']);
});

test('before it is due, the job does nothing', async () => {
  await askForStudioDeletion(domain, owner);
  passDays(domain, 13.9);
  await sweep(domain);
  expect(await rowsOf('accounts.studios', 'id')).toBe(1);
});

test('when it is due everything of it goes at once, ways in included, and the other studio stays as it is', async () => {
  const other = await aStudio(domain);
  await aMember(domain, other, 'owner', owner);
  await aLink(domain, studio);
  await domain.ask(owner.viewer, 'mutation { createApiKey(input: { name: "x", scopes: [STUDIO_READ] }) { __typename } }');
  await askForStudioDeletion(domain, owner);
  passDays(domain, 14);
  await sweep(domain);
  for (const table of ['members', 'client_links', 'api_keys', 'activity', 'activity_subjects', 'audit_people', 'studio_deletions'])
    expect([table, await rowsOf(`accounts.${table}`)]).toEqual([table, 0]);
  expect(await rowsOf('accounts.studios', 'id')).toBe(0);
  expect(await rowsOf('accounts.audit_log')).toBeGreaterThan(0);
  expect(domain.revoked).toContainEqual(expect.objectContaining({ studioId: studio.uuid }));
  expect((await domain.db.admin.query('select from accounts.members where studio_id = $1', [other.uuid])).rowCount).toBe(1);
  expect((await cancel(owner)).codes).toEqual(['NOT_FOUND']);
  const told = await toldOf(domain, 'studio.removed', studio.uuid);
  expect(told.data).toMatchObject({ studioId: studio.uuid });
});

test('of undoing and carrying out at the same moment exactly one wins', async () => {
  await askForStudioDeletion(domain, owner);
  passDays(domain, 14);
  const [undone] = await Promise.all([cancel(owner), sweep(domain)]);
  const stands = (await rowsOf('accounts.studios', 'id')) === 1;
  expect(undone.codes).toEqual(stands ? [] : ['NOT_FOUND']);
  expect(await rowsOf('accounts.studio_deletions')).toBe(0);
});

test('the owners get a receipt once every domain has answered, and not before', async () => {
  await askForStudioDeletion(domain, owner);
  passDays(domain, 14);
  await sweep(domain);
  const told = await toldOf(domain, 'studio.removed', studio.uuid);
  await report(domain, told, 'projects', [
    { table: 'projects.tasks', holds: 'Tasks.', gone: 7, emptied: 0, kept: { rows: 2, because: 'The law asks for it.', until: null } },
  ]);
  expect(domain.mails().some(({ template, to }) => template === 'erasure-receipt' && 'email' in to && to.email === owner.email)).toBe(
    false,
  );
  await report(domain, told, 'messaging');
  // A report that comes twice counts once.
  await report(domain, told, 'projects', [{ table: 'projects.tasks', holds: 'Tasks.', gone: 7, emptied: 0, kept: null }]);
  const path = await receiptOf(domain, owner.email);
  // In the studio's language.
  expect((await mailTo(domain, owner.email, 'erasure-receipt')).locale).toBe('es');
  // A domain of the version before has said it in English alone, and so have receipts of then: they are read as they are.
  const visitor = site.browser();
  const page = await visitor.get(path, { 'accept-language': 'es' });
  expect(page.text).toContain('<h1>El estudio está eliminado</h1>');
  expect(page.text).toContain('<div>Tasks.</div><span>2 entradas</span><small>The law asks for it. Mientras exista el estudio.</small>');
  expect((await visitor.get(`${path}.json`)).json()).toMatchObject({
    tables: expect.arrayContaining([
      expect.objectContaining({ holds: 'Tasks.', kept: { rows: 2, code: null, because: 'The law asks for it.', until: null } }),
    ]),
  });
  expect(domain.mails().filter(({ template, to }) => template === 'erasure-receipt' && 'email' in to && to.email === admin.email)).toEqual(
    [],
  );
  const { rows } = await domain.db.admin.query('select tables, mails, token_hash, veiled from accounts.erasures where subject_id = $1', [
    studio.uuid,
  ]);
  expect(JSON.stringify(rows)).not.toContain(path.split('/').at(-1));
  expect(JSON.stringify(rows)).not.toContain(owner.email);
  expect(rows[0]).toMatchObject({ mails: null });
});
