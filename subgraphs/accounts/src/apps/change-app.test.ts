import { encodeId } from '@atelier/service-kit/ids';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import * as openid from 'openid-client';
import sharp from 'sharp';
import type { Accounts } from '../testing/accounts.ts';
import { type Browser, type Site, startSite } from '../testing/browser.ts';
import { anApp, ask, atOurPage, letIn, REDIRECT, tokensFor } from '../testing/oauth.ts';
import { aMember, aStudio, type MemberFixture, type StudioFixture } from '../testing/people.ts';

let domain: Accounts;
let site: Site;
let maker: StudioFixture;
let studio: StudioFixture;
let makers: MemberFixture;
let owner: MemberFixture;
let artist: MemberFixture;
let appId: string;
let secret: string;
beforeAll(async () => {
  ({ domain, site } = await startSite());
});
beforeEach(async () => {
  domain.clock.now = new Date();
  [maker, studio] = [await aStudio(domain, { name: 'Tool Makers' }), await aStudio(domain)];
  makers = await aMember(domain, maker, 'owner');
  [owner, artist] = [await aMember(domain, studio, 'owner'), await aMember(domain, studio, 'artist')];
  const { data } = await domain.ask(makers.viewer, REGISTER, { input: { ...GIVEN, ownScopes: ['STUDIO_READ'] } });
  const made = (data as { registerApp: { secret: string; app: { id: string } } }).registerApp;
  [appId, secret] = [made.app.id, made.secret];
});
afterAll(() => site.close());

const GIVEN = { name: 'Tool', redirectUris: [REDIRECT], scopes: ['STUDIO_READ', 'PROJECTS_READ'] };
const REGISTER = `mutation ($input: RegisterAppInput!) { registerApp(input: $input) { ... on RegisterAppSuccess { secret app { id } } } }`;
const UPDATE = `mutation ($input: UpdateAppInput!) { updateApp(input: $input) { __typename
  ... on UpdateAppSuccess { secret app { name description homepage redirectUris scopes ownScopes } } ... on AppVersionConflict { code app { name version } } ... on InvalidInput { code path } } }`;
const ROTATE = `mutation ($input: RotateAppSecretInput!) { rotateAppSecret(input: $input) { __typename
  ... on RotateAppSecretSuccess { secret app { previousSecretEndsAt } } ... on InvalidInput { code path } } }`;
const HOUR = 3_600_000;
const SCOPE = 'studio:read projects:read offline_access';

async function change(given: Record<string, unknown>, who = makers) {
  const { rows } = await domain.db.admin.query<{ version: number }>(
    'select max(version) as version from accounts.apps where studio_id = $1',
    [maker.uuid],
  );
  const input = { id: appId, expectedVersion: rows[0]?.version, ...GIVEN, ownScopes: ['STUDIO_READ'], ...given };
  return domain.ask(who.viewer, UPDATE, { input });
}

function browserOf(person: MemberFixture): Browser {
  const made = site.browser();
  made.cookies.set(...(person.cookie.split(/=(.*)/s) as [string, string]));
  return made;
}

async function letInBy(person: MemberFixture, scope = SCOPE) {
  const app = await anApp(site, appId, secret);
  const asked = await ask(app, scope);
  return tokensFor(app, await letIn(browserOf(person), asked, studio.slug), asked);
}

const whoIs = (token: string) =>
  domain.subgraph.viewers.resolve({
    cookieHeader: null,
    authorization: `Bearer ${token}`,
    studioSlug: null,
    address: null,
    userAgent: null,
  });

async function rotate(previousEndsAt: Date | null): Promise<string> {
  const { data } = await domain.ask(makers.viewer, ROTATE, { input: { id: appId, previousEndsAt: previousEndsAt?.toISOString() ?? null } });
  return (data as { rotateAppSecret: { secret: string } }).rotateAppSecret.secret;
}

const isKnown = async (given: string) =>
  openid.clientCredentialsGrant(await anApp(site, appId, given)).then(
    ({ access_token: token }) => token,
    () => null,
  );

test('an app is changed by the studio that registered it, and by nobody else', async () => {
  const { data } = await change({ name: ' Better  tool ', description: 'Plans your week.', homepage: 'https://tool.example' });
  expect(data).toMatchObject({
    updateApp: {
      app: { name: 'Better tool', description: 'Plans your week.', homepage: 'https://tool.example', ownScopes: ['STUDIO_READ'] },
    },
  });
  expect((await change({}, owner)).codes).toEqual(['NOT_FOUND']);
  expect((await change({}, await aMember(domain, maker, 'artist'))).codes).toEqual(['FORBIDDEN']);
  expect((await change({ description: 'x'.repeat(201) })).data).toMatchObject({
    updateApp: { code: 'TOO_LONG', path: ['input', 'description'] },
  });
  expect((await change({ scopes: [] })).data).toMatchObject({ updateApp: { __typename: 'InvalidInput', path: ['input', 'scopes'] } });
});

test('of two people who change an app at once the second is told, and nothing of theirs is saved', async () => {
  const admin = await aMember(domain, maker, 'admin');
  const results = await Promise.all([
    change({ expectedVersion: 1, name: 'One' }),
    change({ expectedVersion: 1, name: 'Other', scopes: ['STUDIO_READ'] }, admin),
  ]);
  const given = results.map(({ data }) => data?.updateApp as { __typename: string; app: { name: string } });
  const won = given.find(({ __typename }) => __typename === 'UpdateAppSuccess');
  expect(given).toContainEqual({ __typename: 'AppVersionConflict', code: 'VERSION_CONFLICT', app: { name: won?.app.name, version: 2 } });
  const { rows } = await domain.db.admin.query(
    `select (select name from accounts.apps where studio_id = $1) as name,
      (select count(*)::int from accounts.audit_log where studio_id = $1 and kind = 'APP_CHANGED') as lines`,
    [maker.uuid],
  );
  expect(rows).toEqual([{ name: won?.app.name, lines: 1 }]);
});

test('whoever is asked sees what it is for, and who has registered it', async () => {
  await change({ description: 'Plans your week.' });
  const query = 'query ($id: ID!) { askingApp(id: $id) { name description studioName logo } }';
  expect((await domain.ask(artist.viewer, query, { id: appId })).data).toEqual({
    askingApp: { name: 'Tool', description: 'Plans your week.', studioName: 'Tool Makers', logo: null },
  });
});

test('what an app may no longer ask for ends at once for those who said yes; what is new they are asked for', async () => {
  const { access_token: token } = await letInBy(artist);
  const before = await whoIs(token);
  expect(before).toMatchObject({ scopes: ['projects:read', 'studio:read'] });
  domain.revoked.length = 0;
  await change({ scopes: ['STUDIO_READ', 'CLIENTS_READ'] });
  expect(await whoIs(token)).toMatchObject({ scopes: ['studio:read'] });
  expect(domain.revoked).toContainEqual({ keyId: before.kind === 'apiKey' ? before.keyId : '' });
  await change({ scopes: [...GIVEN.scopes, 'CLIENTS_READ'] });
  expect(await whoIs(token)).toMatchObject({ scopes: ['projects:read', 'studio:read'] });
  const wider = await letInBy(artist, 'studio:read clients:read');
  expect(await whoIs(wider.access_token)).toMatchObject({ scopes: ['clients:read', 'studio:read'] });
});

test('an address to come back to that was taken off is refused from then on', async () => {
  await change({ redirectUris: ['https://elsewhere.example/back'] });
  const { url } = await ask(await anApp(site, appId, secret), SCOPE);
  const answer = await browserOf(artist).get(url.pathname + url.search, { accept: 'text/html' });
  expect(answer.headers.get('location')).toContain('/connect?error=');
  const elsewhere = await ask(await anApp(site, appId, secret), SCOPE, { redirect_uri: 'https://elsewhere.example/back' });
  expect(await atOurPage(browserOf(artist), elsewhere)).toContain('sig=');
});

test('a new secret works at once, and the old one for as long as was said', async () => {
  const next = await rotate(new Date(domain.clock.now.getTime() + HOUR));
  const [old, present] = [await isKnown(secret), await isKnown(next)];
  for (const token of [old, present]) expect(await whoIs(token ?? '')).toMatchObject({ kind: 'apiKey' });
  domain.clock.now = new Date(domain.clock.now.getTime() + HOUR);
  expect(await isKnown(secret)).toBeNull();
  expect(await isKnown(next)).not.toBeNull();
});

test('what an app had for itself by a secret ends with the secret; what people let it do stays', async () => {
  const { access_token: theirs } = await letInBy(artist);
  const own = (await isKnown(secret)) ?? '';
  expect(await whoIs(own)).toMatchObject({ kind: 'apiKey' });
  domain.revoked.length = 0;
  domain.clock.now = new Date(domain.clock.now.getTime() + 1);
  const next = await rotate(new Date(0));
  expect(await isKnown(secret)).toBeNull();
  expect(await whoIs(own)).toEqual({ kind: 'anonymous' });
  expect(await whoIs((await isKnown(next)) ?? '')).toMatchObject({ kind: 'apiKey' });
  expect(await whoIs(theirs)).toMatchObject({ kind: 'apiKey' });
  expect(domain.revoked.length).toBeGreaterThan(0);
});

test('of two secrets before the present one only the last works on, and another app’s secret is no good', async () => {
  const second = await rotate(null);
  await rotate(null);
  expect(await isKnown(secret)).toBeNull();
  expect(await isKnown(second)).not.toBeNull();
  const { data } = await domain.ask(makers.viewer, REGISTER, { input: { ...GIVEN, name: 'Other', ownScopes: ['STUDIO_READ'] } });
  const other = (data as { registerApp: { secret: string; app: { id: string } } }).registerApp;
  expect(await isKnown(other.secret)).toBeNull();
});

test('only an app that keeps a secret gets a new one, only from those who manage it, for a week of overlap at most', async () => {
  const input = { id: appId };
  expect((await domain.ask(owner.viewer, ROTATE, { input })).codes).toEqual(['NOT_FOUND']);
  expect((await domain.ask((await aMember(domain, maker, 'manager')).viewer, ROTATE, { input })).codes).toEqual(['FORBIDDEN']);
  const late = { ...input, previousEndsAt: new Date(domain.clock.now.getTime() + 8 * 24 * HOUR).toISOString() };
  expect((await domain.ask(makers.viewer, ROTATE, { input: late })).data).toMatchObject({ rotateAppSecret: { code: 'INVALID_DATE' } });
  const { data } = await domain.ask(makers.viewer, REGISTER, { input: { ...GIVEN, name: 'Phone', isConfidential: false } });
  const phone = (data as { registerApp: { app: { id: string } } }).registerApp.app;
  expect((await domain.ask(makers.viewer, ROTATE, { input: { id: phone.id } })).data).toMatchObject({
    rotateAppSecret: { code: 'INVALID' },
  });
});

test('how many people let an app in is counted once each, in one statement however many apps there are', async () => {
  const count = async () => {
    const before = domain.subgraph.stats().statements;
    const { data } = await domain.ask(makers.viewer, '{ studio { apps { name peopleCount } } }');
    return { apps: (data as { studio: { apps: object[] } }).studio.apps, cost: domain.subgraph.stats().statements - before };
  };
  const one = await count();
  expect(one.apps).toEqual([{ name: 'Tool', peopleCount: 0 }]);
  await letInBy(artist);
  await letInBy(artist);
  await letInBy(owner);
  for (const name of ['Second', 'Third']) await domain.ask(makers.viewer, REGISTER, { input: { ...GIVEN, name } });
  const three = await count();
  expect(three.apps).toContainEqual({ name: 'Tool', peopleCount: 2 });
  expect(three.cost).toBe(one.cost);
});

test('an app has a picture, drawn anew, set by those who manage it; whoever let it in sees it', async () => {
  const drawn = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#b5651d' } })
    .png()
    .toBuffer();
  const send = (who: MemberFixture, slug: string, app = appId) =>
    browserOf(who).post(`/media/app-logo?app=${app}`, drawn, { 'content-type': 'image/png', 'x-atelier-studio': slug });
  expect((await send(owner, studio.slug)).status).toBe(404);
  expect((await send(await aMember(domain, maker, 'artist'), maker.slug)).status).toBe(403);
  expect((await send(makers, maker.slug, encodeId('Studio', maker.uuid))).status).toBe(404);
  const sent = await send(makers, maker.slug);
  expect(sent.status).toBe(201);
  const { url } = sent.json<{ url: string }>();
  await letInBy(artist);
  expect((await domain.ask(artist.viewer, '{ viewer { user { appGrants { appLogo } } } }')).data).toEqual({
    viewer: { user: { appGrants: [{ appLogo: url }] } },
  });
});

test('a removed app is told to each studio whose people had let it in, once', async () => {
  await letInBy(artist);
  await letInBy(owner);
  await domain.ask(makers.viewer, 'mutation ($id: ID!) { removeApp(input: { id: $id }) { __typename } }', { id: appId });
  const told = async () => {
    const { data } = await domain.ask(
      owner.viewer,
      '{ studio { auditLog(filter: { kinds: [APP_SHUT_OUT] }) { nodes { actorKind targetName changes { field before after } } } } }',
    );
    return (data as { studio: { auditLog: { nodes: object[] } } }).studio.auditLog.nodes;
  };
  await until(async () => (await told()).length === 2);
  expect((await told())[0]).toEqual({
    actorKind: 'SYSTEM',
    targetName: 'Ana Ruiz',
    changes: [
      { field: 'by', before: null, after: 'removal' },
      { field: 'name', before: 'Tool', after: null },
    ],
  });
});

test('what an app does for itself it does as who registered it: nobody else gives it a secret or more to do', async () => {
  const admin = await aMember(domain, maker, 'admin');
  const refused = (field: string) => ({ __typename: 'InvalidInput', code: 'NOT_YOURS', path: ['input', field] });
  const input = { id: appId };
  expect((await change({ name: 'Renamed' }, admin)).data).toMatchObject({ updateApp: { app: { name: 'Renamed' } } });
  expect((await change({ ownScopes: ['STUDIO_READ', 'PROJECTS_READ'] }, admin)).data).toEqual({ updateApp: refused('ownScopes') });
  expect((await domain.ask(admin.viewer, ROTATE, { input })).data).toEqual({ rotateAppSecret: refused('id') });
  expect(await isKnown(secret)).not.toBeNull();
  expect((await change({ ownScopes: [] }, admin)).data).toMatchObject({ updateApp: { app: { ownScopes: [] } } });
  expect((await domain.ask(admin.viewer, ROTATE, { input })).data).toMatchObject({
    rotateAppSecret: { __typename: 'RotateAppSecretSuccess' },
  });
});

test('an app that begins to act for itself gets a new secret, and no older one is good: others may know those', async () => {
  const admin = await aMember(domain, maker, 'admin');
  await change({ ownScopes: [] });
  const { data } = await domain.ask(admin.viewer, ROTATE, { input: { id: appId } });
  const known = (data as { rotateAppSecret: { secret: string } }).rotateAppSecret.secret;
  const begun = (await change({})).data as { updateApp: { secret: string } };
  for (const old of [secret, known]) expect(await isKnown(old)).toBeNull();
  expect(await isKnown(begun.updateApp.secret)).not.toBeNull();
  expect((await change({ name: 'Renamed' })).data).toMatchObject({ updateApp: { secret: null } });
});

test('who may give an app a secret, or more to do for itself, is told', async () => {
  const admin = await aMember(domain, maker, 'admin');
  const may = async (who: MemberFixture) => {
    const { data } = await domain.ask(who.viewer, '{ studio { apps { viewerCanRotateSecret viewerCanExtendOwnScopes } } }');
    return (data as { studio: { apps: object[] } }).studio.apps[0];
  };
  expect(await may(makers)).toEqual({ viewerCanRotateSecret: true, viewerCanExtendOwnScopes: true });
  expect(await may(admin)).toEqual({ viewerCanRotateSecret: false, viewerCanExtendOwnScopes: false });
  await change({ ownScopes: [] });
  expect(await may(admin)).toEqual({ viewerCanRotateSecret: true, viewerCanExtendOwnScopes: false });
});
