import type { Viewer } from '@atelier/service-kit/viewer';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import * as openid from 'openid-client';
import { type Accounts, PUBLIC_URL } from '../testing/accounts.ts';
import { type Browser, type Site, startSite } from '../testing/browser.ts';
import { anApp, ask, atOurPage, letIn, REDIRECT, say, tokensFor } from '../testing/oauth.ts';
import { aMember, aStudio, type MemberFixture, type StudioFixture } from '../testing/people.ts';

let domain: Accounts;
let site: Site;
let studio: StudioFixture;
let owner: MemberFixture;
let artist: MemberFixture;
let browser: Browser;
let clientId: string;
let app: openid.Configuration;

const SCOPE = 'studio:read projects:read offline_access';

beforeAll(async () => {
  ({ domain, site } = await startSite());
});
beforeEach(async () => {
  studio = await aStudio(domain);
  owner = await aMember(domain, studio, 'owner');
  artist = await aMember(domain, studio, 'artist');
  const made = await register();
  clientId = made.id;
  app = await anApp(site, made.id, made.secret);
  browser = browserOf(artist);
});
afterAll(() => site.close());

const REGISTER = `mutation ($input: RegisterAppInput!) { registerApp(input: $input) { __typename
  ... on RegisterAppSuccess { secret app { id name scopes redirectUris } } ... on InvalidInput { code path } } }`;

async function register(input: Record<string, unknown> = {}): Promise<{ id: string; secret: string | null }> {
  const { data } = await domain.ask(owner.viewer, REGISTER, {
    input: { name: 'Tool', redirectUris: [REDIRECT], scopes: ['STUDIO_READ', 'PROJECTS_READ'], ...input },
  });
  const made = (data as { registerApp: { secret: string | null; app: { id: string } } }).registerApp;
  return { id: made.app.id, secret: made.secret };
}

function browserOf(person: MemberFixture): Browser {
  const made = site.browser();
  made.cookies.set(...(person.cookie.split(/=(.*)/s) as [string, string]));
  return made;
}

const nobody = { kind: 'anonymous' };
const whoIs = (token: string, studioSlug: string | null = null): Promise<Viewer> =>
  domain.subgraph.viewers.resolve({
    cookieHeader: null,
    authorization: `Bearer ${token}`,
    studioSlug,
    address: null,
    userAgent: null,
  });

async function connected(scope = SCOPE) {
  const asked = await ask(app, scope);
  const back = await letIn(browser, asked, studio.slug);
  return { asked, back, tokens: await tokensFor(app, back, asked) };
}

const errorOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: { error?: string; code?: string }) => error.error ?? error.code ?? String(error),
  );

test('an app is let in by a member and acts as that member, as far as its scopes go', async () => {
  const { back, tokens } = await connected();
  expect(back.origin + back.pathname).toBe(REDIRECT);
  expect(back.searchParams.get('iss')).toBe(PUBLIC_URL);
  expect(tokens).toMatchObject({ token_type: 'bearer', scope: SCOPE, expires_in: expect.any(Number) });
  const viewer = await whoIs(tokens.access_token, 'another-studio');
  expect(viewer).toEqual({
    kind: 'apiKey',
    keyId: expect.any(String),
    userId: artist.userId,
    scopes: ['projects:read', 'studio:read'],
    studio: { id: studio.uuid, memberId: artist.memberId, role: 'artist' },
  });
  expect((await domain.ask(viewer, '{ studio { slug } }')).data).toEqual({ studio: { slug: studio.slug } });
  expect((await domain.ask(viewer, REGISTER, { input: { name: 'x', redirectUris: [REDIRECT], scopes: ['STUDIO_READ'] } })).codes).toEqual([
    'FORBIDDEN',
  ]);
  await domain.db.admin.query(`update accounts.members set role = 'guest' where id = $1`, [artist.memberId]);
  expect(await whoIs(tokens.access_token)).toMatchObject({ studio: { role: 'guest' } });
  await domain.db.admin.query('delete from accounts.members where id = $1', [artist.memberId]);
  expect(await whoIs(tokens.access_token)).toEqual(nobody);
});

test('whoever is not signed in signs in first, and comes back to the same question', async () => {
  const asked = await ask(app, SCOPE, { prompt: 'login' });
  const stranger = site.browser();
  const sent = await stranger.get(asked.url.pathname + asked.url.search, { accept: 'text/html' });
  const toSignIn = await stranger.get((sent.headers.get('location') ?? '').slice(PUBLIC_URL.length));
  const page = new URL(toSignIn.headers.get('location') ?? '');
  expect(page.origin + page.pathname).toBe(`${PUBLIC_URL}/sign-in`);
  const back = new URL(page.searchParams.get('back') ?? '', PUBLIC_URL);
  expect(back.pathname).toBe(asked.url.pathname);
  expect(await letIn(browser, { ...asked, url: back }, studio.slug)).toMatchObject({ origin: 'https://tool.example' });
});

test('the question is asked every time: an earlier yes does not stand for another', async () => {
  await connected();
  expect(await atOurPage(browser, await ask(app, SCOPE))).toContain('sig=');
  const silent = await ask(app, SCOPE, { prompt: 'none' });
  const answer = await browser.get(silent.url.pathname + silent.url.search, { accept: 'text/html' });
  expect(new URL(answer.headers.get('location') ?? '').searchParams.get('error')).toBe('consent_required');
});

test('a no goes back to the app, with nothing in it', async () => {
  const asked = await ask(app, SCOPE);
  const answer = await say(browser, false, await atOurPage(browser, asked), null);
  const back = new URL(answer.json<{ url: string }>().url);
  expect(back.searchParams.get('state')).toBe(asked.state);
  expect(await errorOf(tokensFor(app, back, asked))).toBe('access_denied');
});

test('a yes holds for a studio that the person belongs to, for what was asked, and from our own page', async () => {
  const other = await aStudio(domain);
  await aMember(domain, other, 'owner');
  const query = await atOurPage(browser, await ask(app, SCOPE));
  expect((await say(browser, true, query, other.slug)).status).toBe(404);
  expect((await say(browser, true, query, null)).status).toBe(404);
  expect((await say(site.browser(), true, query, studio.slug)).status).toBe(401);
  for (const [from, to] of [
    ['projects%3Aread', 'clients%3Awrite'],
    ['tool.example', 'elsewhere.example'],
  ] as const) {
    expect((await say(browser, true, query.replace(from, to), studio.slug)).status).toBe(400);
  }
  const foreign = { origin: 'https://elsewhere.example', 'x-atelier-studio': studio.slug };
  expect((await browser.post('/auth/oauth2/consent', { accept: true, oauth_query: query }, foreign)).status).toBe(403);
  const { rows } = await domain.db.admin.query('select 1 from accounts.app_grants where user_id = $1', [artist.userId]);
  expect(rows).toEqual([]);
});

test.each([
  ['another address', { redirect_uri: `${REDIRECT}/x` }],
  ['an address with more behind it', { redirect_uri: `${REDIRECT}?next=https://elsewhere.example` }],
  ['an app that is none', { client_id: 'app_0000000000000000000000' }],
])('%s is told on our page and sent nowhere', async (_what, given: Record<string, string>) => {
  const { url } = await ask(app, SCOPE, given);
  const answer = await browser.get(url.pathname + url.search, { accept: 'text/html' });
  expect(answer.headers.get('location')).toMatch(new RegExp(`^${PUBLIC_URL}/connect\\?error=`));
});

test.each([
  ['no challenge', { code_challenge: '', code_challenge_method: '' }, 'invalid_request'],
  ['a challenge that is the verifier itself', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['a scope that it did not register', { scope: 'clients:read' }, 'invalid_scope'],
  ['a token in the address', { response_type: 'token' }, 'unsupported_response_type'],
])('%s is refused', async (_what, given: Record<string, string>, error) => {
  const { url } = await ask(app, SCOPE, given);
  for (const [name, value] of Object.entries(given)) if (value === '') url.searchParams.delete(name);
  const answer = await browser.get(url.pathname + url.search, { accept: 'text/html' });
  const location = new URL(answer.headers.get('location') ?? '');
  // What a browser would keep to itself is said where it would have been given: behind the #.
  expect(location.searchParams.get('error') ?? new URLSearchParams(location.hash.slice(1)).get('error')).toBe(error);
  expect([REDIRECT, `${PUBLIC_URL}/connect`]).toContain(location.origin + location.pathname);
});

test('a code is good once, with its verifier, for its app; one that comes again ends what it brought', async () => {
  const asked = await ask(app, SCOPE);
  const back = await letIn(browser, asked, studio.slug);
  expect(await errorOf(tokensFor(app, back, { ...asked, verifier: openid.randomPKCECodeVerifier() }))).toBe('invalid_request');
  const again = await connected();
  const viewer = await whoIs(again.tokens.access_token);
  expect(await errorOf(tokensFor(app, again.back, again.asked))).toBe('invalid_grant');
  expect(await whoIs(again.tokens.access_token)).toEqual(nobody);
  expect(domain.revoked).toContainEqual({ keyId: viewer.kind === 'apiKey' ? viewer.keyId : '' });
  const theirs = await register({ name: 'Other' });
  const other = await anApp(site, theirs.id, theirs.secret);
  const asked2 = await ask(app, SCOPE);
  expect(await errorOf(tokensFor(other, await letIn(browser, asked2, studio.slug), asked2))).toBe('invalid_grant');
});

test('a refresh token is good once; one that comes again ends the family', async () => {
  const { tokens } = await connected();
  const next = await openid.refreshTokenGrant(app, tokens.refresh_token ?? '');
  expect(next.refresh_token).not.toBe(tokens.refresh_token);
  const viewer = await whoIs(next.access_token);
  expect(viewer).toMatchObject({ kind: 'apiKey', scopes: ['projects:read', 'studio:read'] });
  expect(await errorOf(openid.refreshTokenGrant(app, tokens.refresh_token ?? ''))).toBe('invalid_grant');
  for (const token of [tokens.access_token, next.access_token]) expect(await whoIs(token)).toEqual(nobody);
  expect(await errorOf(openid.refreshTokenGrant(app, next.refresh_token ?? ''))).toBe('invalid_grant');
  expect(domain.revoked).toContainEqual({ keyId: viewer.kind === 'apiKey' ? viewer.keyId : '' });
});

const replays = async () =>
  (
    await domain.db.admin.query(
      `select actor_kind, target_type, before, address from accounts.audit_log where studio_id = $1 and kind = 'APP_TOKEN_REPLAYED'`,
      [studio.uuid],
    )
  ).rows;

test('a refresh token that comes again is told to the studio, with where from, and to the person by mail: once', async () => {
  const { tokens } = await connected();
  await openid.refreshTokenGrant(app, tokens.refresh_token ?? '');
  const stolen = tokens.refresh_token ?? '';
  const mails = () => domain.mails().filter(({ template }) => template === 'app-token-replayed');
  const before = mails().length;
  // Who has the token and not the app's secret ends nothing.
  const others = await register({ name: 'Thief' });
  await errorOf(openid.refreshTokenGrant(await anApp(site, others.id, others.secret), stolen));
  expect(await replays()).toEqual([]);
  for (const _again of [1, 2]) expect(await errorOf(openid.refreshTokenGrant(app, stolen))).toBe('invalid_grant');
  expect(await replays()).toEqual([
    { actor_kind: 'stranger', target_type: 'Member', before: { name: 'Tool' }, address: expect.anything() },
  ]);
  await until(() => mails().length > before);
  expect(mails().slice(before)).toMatchObject([{ data: { appName: 'Tool', url: `${PUBLIC_URL}/security` } }]);
});

test('without asking to go on an app gets no refresh token, and less can be asked for than was had', async () => {
  expect((await connected('studio:read')).tokens.refresh_token).toBeUndefined();
  const { tokens } = await connected();
  const less = await openid.refreshTokenGrant(app, tokens.refresh_token ?? '', { scope: 'studio:read offline_access' });
  expect(await whoIs(less.access_token)).toMatchObject({ scopes: ['studio:read'] });
  expect(await errorOf(openid.refreshTokenGrant(app, less.refresh_token ?? '', { scope: SCOPE }))).toBe('invalid_scope');
});

test('an access token ends by itself', async () => {
  const { tokens } = await connected();
  domain.clock.now = new Date(Date.now() + 3_601_000);
  expect(await whoIs(tokens.access_token)).toEqual(nobody);
  domain.clock.now = new Date();
});

test('what an app gives back is over, and only its own is', async () => {
  const { tokens } = await connected();
  const renewed = await openid.refreshTokenGrant(app, tokens.refresh_token ?? '');
  const theirs = await register({ name: 'Other' });
  const other = await anApp(site, theirs.id, theirs.secret);
  await openid.tokenRevocation(other, renewed.refresh_token ?? '');
  expect(await openid.tokenIntrospection(other, renewed.access_token)).toEqual({ active: false });
  expect(await openid.tokenIntrospection(app, renewed.access_token)).toMatchObject({ active: true, client_id: clientId, scope: SCOPE });
  for (const token of [tokens.access_token, renewed.access_token]) expect(await whoIs(token)).toMatchObject({ kind: 'apiKey' });
  await openid.tokenRevocation(app, renewed.refresh_token ?? '');
  for (const token of [tokens.access_token, renewed.access_token]) {
    expect(await whoIs(token)).toEqual(nobody);
    expect(await openid.tokenIntrospection(app, token)).toEqual({ active: false });
  }
  expect(await openid.tokenIntrospection(app, 'a.made.up')).toEqual({ active: false });
  await openid.tokenRevocation(app, 'never was one');
});

test('signing out of the browser leaves what the person let in', async () => {
  const { tokens } = await connected();
  expect((await browser.post('/auth/sign-out', {})).status).toBe(200);
  expect(await whoIs(tokens.access_token)).toMatchObject({ kind: 'apiKey' });
  expect(await openid.tokenIntrospection(app, tokens.access_token)).toMatchObject({ active: true });
});

test('an app acts for itself as the member who registered it, where that was said', async () => {
  expect(await errorOf(openid.clientCredentialsGrant(app))).toBe('unauthorized_client');
  const made = await register({ name: 'Robot', redirectUris: [], scopes: [], ownScopes: ['STUDIO_READ'] });
  const robot = await anApp(site, made.id, made.secret);
  const { access_token: token } = await openid.clientCredentialsGrant(robot);
  expect(await whoIs(token)).toMatchObject({
    kind: 'apiKey',
    userId: owner.userId,
    scopes: ['studio:read'],
    studio: { id: studio.uuid, role: 'owner' },
  });
  expect(await errorOf(openid.clientCredentialsGrant(robot, { scope: 'projects:read' }))).toBe('invalid_scope');
  expect(await errorOf(openid.clientCredentialsGrant(await anApp(site, made.id, `${made.secret}x`)))).toBe(
    'OAUTH_WWW_AUTHENTICATE_CHALLENGE',
  );
});

test('an app that keeps no secret is let in by its verifier alone', async () => {
  const made = await register({ name: 'Phone', isConfidential: false, redirectUris: ['com.example.tool:/back'] });
  expect(made.secret).toBeNull();
  const phone = await anApp(site, made.id, null);
  const asked = await ask(phone, SCOPE, { redirect_uri: 'com.example.tool:/back' });
  const tokens = await tokensFor(phone, await letIn(browser, asked, studio.slug), asked);
  expect(await whoIs(tokens.access_token)).toMatchObject({ kind: 'apiKey' });
  expect((await openid.refreshTokenGrant(phone, tokens.refresh_token ?? '')).access_token).toMatch(/^atelierat_/);
});

test('the database holds no secret, no code and no token as it is', async () => {
  const { tokens, back } = await connected();
  const { rows } = await domain.db.admin.query(
    `select a::text as row from accounts.apps a union all select t::text from auth.oauth_access_tokens t
     union all select t::text from auth.oauth_refresh_tokens t union all select v::text from auth.verifications v
     union all select a::text from accounts.activity a`,
  );
  const secrets = [tokens.access_token, tokens.refresh_token ?? '', back.searchParams.get('code') ?? ''].map((secret) =>
    secret.replace(/^atelier.._/, ''),
  );
  for (const { row } of rows as { row: string }[]) for (const secret of secrets) expect(row).not.toContain(secret);
});

test('nothing is offered that is not ours: no registering by strangers, no signed keys', async () => {
  for (const path of ['register', 'create-client', 'userinfo', 'end-session', 'continue', 'delete-consent']) {
    expect((await browser.post(`/auth/oauth2/${path}`, {})).status).toBe(404);
  }
  for (const path of ['/auth/jwks', '/auth/token', '/auth/oauth2/get-clients', '/auth/admin/oauth2/resources']) {
    expect((await browser.get(path)).status).toBe(404);
  }
  const metadata = (await browser.get('/.well-known/oauth-authorization-server')).json();
  expect(metadata).toMatchObject({ issuer: PUBLIC_URL, code_challenge_methods_supported: ['S256'], response_types_supported: ['code'] });
  expect(metadata).not.toHaveProperty('jwks_uri');
  expect((await browser.get('/.well-known/openid-configuration')).status).toBe(404);
});

test('an app that names the resource it wants is let in as any other', async () => {
  const asked = await ask(app, SCOPE, { resource: `${PUBLIC_URL}/graphql` });
  const back = await letIn(browser, asked, studio.slug);
  const tokens = await openid.authorizationCodeGrant(
    app,
    back,
    { pkceCodeVerifier: asked.verifier, expectedState: asked.state },
    { resource: `${PUBLIC_URL}/graphql` },
  );
  expect(tokens.scope).toContain('projects:read');
});

test('what is said of us is true: a secret is shown by HTTP Basic, and in a form it is refused', async () => {
  const metadata = (await browser.get('/.well-known/oauth-authorization-server')).json();
  expect(metadata).toMatchObject({
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'none'],
    revocation_endpoint_auth_methods_supported: ['client_secret_basic', 'none'],
    introspection_endpoint_auth_methods_supported: ['client_secret_basic'],
  });
  const { id, secret } = await register();
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret ?? '' });
  const refused = await browser.post('/auth/oauth2/token', form);
  expect([refused.status, refused.json().error]).toEqual([400, 'invalid_client']);
});
