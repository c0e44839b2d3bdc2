import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Accounts } from '../testing/accounts.ts';
import { type Site, startSite } from '../testing/browser.ts';
import { anApp, ask, letIn, REDIRECT, tokensFor } from '../testing/oauth.ts';
import { aMember, aStudio, type MemberFixture, type StudioFixture } from '../testing/people.ts';
import { aCast, type Cast } from '../testing/roles.ts';

let domain: Accounts;
let site: Site;
let maker: StudioFixture;
let studio: StudioFixture;
let makers: MemberFixture;
let cast: Cast;
let artist: MemberFixture;
let colleague: MemberFixture;
let appId: string;
let secret: string;
beforeAll(async () => {
  ({ domain, site } = await startSite());
});
beforeEach(async () => {
  [maker, studio] = [await aStudio(domain), await aStudio(domain)];
  makers = await aMember(domain, maker, 'owner');
  cast = await aCast(domain, studio, await aStudio(domain));
  artist = await aMember(domain, studio, 'artist');
  colleague = await aMember(domain, studio, 'artist');
  const input = { name: 'Tool', redirectUris: [REDIRECT], scopes: ['STUDIO_READ'] };
  const { data } = await domain.ask(makers.viewer, REGISTER, { input });
  const made = (data as { registerApp: { secret: string; app: { id: string } } }).registerApp;
  [appId, secret] = [made.app.id, made.secret];
});
afterAll(() => site.close());

const REGISTER = `mutation ($input: RegisterAppInput!) { registerApp(input: $input) { __typename
  ... on RegisterAppSuccess { secret app { id name homepage redirectUris scopes ownScopes isConfidential lastUsedAt } } ... on InvalidInput { code path } } }`;
const REMOVE = 'mutation ($id: ID!) { removeApp(input: { id: $id }) { ... on RemoveAppSuccess { id } } }';
const REVOKE = 'mutation ($id: ID!) { revokeAppGrant(input: { id: $id }) { ... on RevokeAppGrantSuccess { id } } }';
const GRANTS = '{ studio { appGrants { id appName studioName scopes lastUsedAt member { name } } } }';
const OWN = '{ viewer { user { appGrants { id appName studioName member { name } } } } }';

async function letInBy(person: MemberFixture): Promise<{ token: string; refresh: string; grantId: string }> {
  const browser = site.browser();
  browser.cookies.set(...(person.cookie.split(/=(.*)/s) as [string, string]));
  const app = await anApp(site, appId, secret);
  const asked = await ask(app, 'studio:read offline_access');
  const tokens = await tokensFor(app, await letIn(browser, asked, studio.slug), asked);
  const viewer = await whoIs(tokens.access_token);
  if (viewer.kind !== 'apiKey') throw new Error('Not let in.');
  return { token: tokens.access_token, refresh: tokens.refresh_token ?? '', grantId: encodeId('AppGrant', viewer.keyId) };
}

const whoIs = (token: string) =>
  domain.subgraph.viewers.resolve({
    cookieHeader: null,
    authorization: `Bearer ${token}`,
    studioSlug: null,
    address: null,
    userAgent: null,
  });

test('a studio registers an app and sees it, without its secret', async () => {
  const { data } = await domain.ask(makers.viewer, '{ studio { apps { id name redirectUris scopes isConfidential } } }');
  expect(data).toEqual({
    studio: { apps: [{ id: appId, name: 'Tool', redirectUris: [REDIRECT], scopes: ['STUDIO_READ'], isConfidential: true }] },
  });
  expect(secret).toMatch(/^ateliercs_/);
});

test('only owners and admins register, see and remove apps, and see who has let which in', async () => {
  const { grantId } = await letInBy(artist);
  for (const who of ['manager', 'artist', 'accountant', 'guest', 'contact', 'key', 'keyWithoutScope'] as const) {
    expect((await domain.ask(cast[who], REGISTER, { input: { name: 'x', redirectUris: [REDIRECT], scopes: [] } })).codes).toEqual([
      'FORBIDDEN',
    ]);
    expect((await domain.ask(cast[who], REMOVE, { id: appId })).codes).toEqual(['FORBIDDEN']);
    expect(await domain.entity(cast[who], 'AppGrant', grantId, '{ appName }')).toBeNull();
  }
  for (const who of ['manager', 'artist', 'accountant', 'guest'] as const) {
    expect((await domain.ask(cast[who], '{ studio { apps { id } appGrants { id } viewerCanManageApps } }')).data).toEqual({
      studio: { apps: null, appGrants: null, viewerCanManageApps: false },
    });
  }
  expect((await domain.ask(cast.admin, GRANTS)).data).toMatchObject({
    studio: { appGrants: [{ appName: 'Tool', scopes: ['STUDIO_READ'], member: { name: 'Ana Ruiz' } }] },
  });
});

test('a person sees what they have let in, in every studio, and nobody else does', async () => {
  const { grantId } = await letInBy(artist);
  const elsewhere = { ...artist.viewer, studio: null } as MemberFixture['viewer'];
  for (const viewer of [artist.viewer, elsewhere]) {
    expect((await domain.ask(viewer, OWN)).data).toMatchObject({
      viewer: { user: { appGrants: [{ id: grantId, appName: 'Tool', studioName: 'Studio Marisol', member: { name: 'Ana Ruiz' } }] } },
    });
  }
  for (const viewer of [colleague.viewer, makers.viewer]) {
    expect((await domain.ask(viewer, OWN)).data).toEqual({ viewer: { user: { appGrants: [] } } });
    expect((await domain.ask(viewer, REVOKE, { id: grantId })).codes).toEqual(['NOT_FOUND']);
  }
});

test.each(['the person', 'the person outside of the studio', 'an admin of the studio'])('%s ends it at once', async (who) => {
  const { token, refresh, grantId } = await letInBy(artist);
  const other = await letInBy(colleague);
  const before = await whoIs(token);
  const viewer = {
    'the person': artist.viewer,
    'the person outside of the studio': { ...artist.viewer, studio: null } as MemberFixture['viewer'],
    'an admin of the studio': cast.admin,
  }[who];
  expect((await domain.ask(viewer ?? cast.admin, REVOKE, { id: grantId })).data).toEqual({ revokeAppGrant: { id: grantId } });
  expect(await whoIs(token)).toEqual({ kind: 'anonymous' });
  expect(domain.revoked).toContainEqual({ keyId: before.kind === 'apiKey' ? before.keyId : '' });
  const { rows } = await domain.db.admin.query('select 1 from auth.oauth_refresh_tokens where user_id = $1', [artist.userId]);
  expect([refresh.length > 0, rows]).toEqual([true, []]);
  expect(await whoIs(other.token)).toMatchObject({ kind: 'apiKey' });
  // To let it in again does not wake what was had before.
  await letInBy(artist);
  expect(await whoIs(token)).toEqual({ kind: 'anonymous' });
});

test('a removed app is out everywhere', async () => {
  const { token, grantId } = await letInBy(artist);
  expect((await domain.ask(cast.owner, REMOVE, { id: appId })).codes).toEqual(['NOT_FOUND']);
  expect((await domain.ask(makers.viewer, REMOVE, { id: appId })).data).toEqual({ removeApp: { id: appId } });
  expect(await whoIs(token)).toEqual({ kind: 'anonymous' });
  expect(await domain.entity(artist.viewer, 'AppGrant', grantId, '{ appName }')).toBeNull();
  expect((await domain.ask(makers.viewer, REMOVE, { id: appId })).codes).toEqual(['NOT_FOUND']);
});

test('whoever is asked by an app sees what it is called, and nothing of who has registered it', async () => {
  const query = 'query ($id: ID!) { askingApp(id: $id) { name homepage } }';
  expect((await domain.ask(artist.viewer, query, { id: appId })).data).toEqual({ askingApp: { name: 'Tool', homepage: null } });
  expect((await domain.ask(artist.viewer, query, { id: encodeId('App', uuidv7()) })).data).toEqual({ askingApp: null });
  expect((await domain.ask({ kind: 'anonymous' }, query, { id: appId })).codes).toEqual(['UNAUTHENTICATED']);
  expect(await domain.entity(artist.viewer, 'App', appId, '{ name }')).toBeNull();
});

test('when an app was last used is kept', async () => {
  await letInBy(artist);
  const seen = async () => {
    const { data } = await domain.ask(cast.owner, GRANTS);
    return (data as { studio: { appGrants: { lastUsedAt: string | null }[] } }).studio.appGrants[0]?.lastUsedAt;
  };
  await until(async () => typeof (await seen()) === 'string');
});
