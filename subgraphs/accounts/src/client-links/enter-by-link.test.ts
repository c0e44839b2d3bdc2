import { encodeId } from '@atelier/service-kit/ids';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newSecret } from '../secrets.ts';
import { type Accounts, PUBLIC_URL } from '../testing/accounts.ts';
import { type Browser, type Site, startSite } from '../testing/browser.ts';
import { aLink, aPerson, aStudio, type StudioFixture } from '../testing/people.ts';

let domain: Accounts;
let site: Site;
let browser: Browser;
let studio: StudioFixture;
beforeAll(async () => {
  ({ domain, site } = await startSite());
  studio = await aStudio(domain, { name: 'Marisol <& Co>' });
});
beforeEach(() => {
  browser = site.browser({ language: 'en' });
});
afterAll(() => site.close());

const whoIs = (visitor: Browser, as: 'contact' | null = null) =>
  domain.subgraph.viewers.resolve({
    cookieHeader: visitor.cookieHeader(),
    authorization: null,
    studioSlug: null,
    address: null,
    userAgent: null,
    as,
  });

const ended = () => aLink(domain, studio, { expiresAt: new Date(domain.clock.now.getTime() - 1) });

test('a link shows one button, in the language of the browser, and does nothing by itself', async () => {
  const { token } = await aLink(domain, studio);
  const page = await browser.get(`/p/${token}`);
  expect(page.status).toBe(200);
  expect(page.text).toContain('Your project with Marisol &lt;&amp; Co&gt;');
  expect(page.text.match(/<button/g)).toHaveLength(1);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(browser.cookies.size).toBe(0);
  expect((await site.browser({ language: 'es-AR,es;q=0.9' }).get(`/p/${token}`)).text).toContain('Abrir el proyecto');
});

test('the button lets the contact into the project', async () => {
  const { token, projectId, contactId, uuid } = await aLink(domain, studio);
  const entered = await browser.post(`/p/${token}`, new URLSearchParams());
  expect(entered.status).toBe(303);
  expect(entered.headers.get('location')).toBe(`/client/projects/${encodeId('Project', projectId)}`);
  expect(entered.headers.getSetCookie()[0]).toMatch(/^atelier_test_contact=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(await whoIs(browser)).toMatchObject({ kind: 'contact', contactId, studioId: studio.uuid });
  const { rows } = await domain.db.admin.query('select last_used_at as at from accounts.client_links where id = $1', [uuid]);
  expect(rows).toEqual([{ at: domain.clock.now }]);
});

test("the client's view and a person's own live side by side in one browser", async () => {
  const { token, contactId } = await aLink(domain, studio);
  const ana = await aPerson(domain);
  const [name = '', value = ''] = ana.cookie.split(/=(.*)/s);
  browser.cookies.set(name, value);
  await browser.post(`/p/${token}`, new URLSearchParams());
  expect(browser.cookies.size).toBe(2);
  expect(await whoIs(browser)).toMatchObject({ kind: 'user', userId: ana.userId });
  expect(await whoIs(browser, 'contact')).toMatchObject({ kind: 'contact', contactId });
});

test('another site cannot let anybody in', async () => {
  const { token } = await aLink(domain, studio);
  const foreign: Record<string, string>[] = [{ origin: 'https://elsewhere.example' }, { origin: 'null', 'sec-fetch-site': 'cross-site' }];
  for (const headers of foreign) {
    expect((await browser.post(`/p/${token}`, new URLSearchParams(), headers)).status).toBe(403);
  }
  expect(browser.cookies.size).toBe(0);
});

test('an ended link, an unknown one and nonsense look the same, and name no studio', async () => {
  const { token } = await ended();
  const unknown = newSecret();
  const pages = await Promise.all([token, unknown].map(async (each) => (await browser.get(`/p/${each}`)).text.replaceAll(each, '…')));
  expect(pages[0]).toBe(pages[1]);
  expect(pages[0]).toContain('Mail me a new one');
  expect(pages[0]).not.toContain('Marisol');
  expect((await browser.get('/p/x')).text).toContain('This link has ended');
  expect((await browser.post(`/p/${token}`, new URLSearchParams())).headers.get('set-cookie')).toBeNull();
});

test('an ended link mails its contact a new one, which works', async () => {
  const { token, contactId, projectId } = await ended();
  const asked = await browser.post(`/p/${token}/renew`, new URLSearchParams());
  expect(asked.text).toContain('Look in your mail');
  const find = () => domain.mails().find(({ to }) => 'contactId' in to && to.contactId === contactId);
  await until(() => find() !== undefined);
  const mail = find();
  expect(mail).toMatchObject({ template: 'client-link', studioId: studio.uuid, data: { projectId } });
  const entered = await browser.post((mail?.data.url ?? '').slice(PUBLIC_URL.length), new URLSearchParams());
  expect(entered.headers.get('location')).toBe(`/client/projects/${encodeId('Project', projectId)}`);
  expect(await whoIs(browser)).toMatchObject({ kind: 'contact', contactId });
});

test('asking for a new link is answered the same whatever the link, and mails nothing for one that never was, was revoked or is still good', async () => {
  const [revoked, good, old] = [await aLink(domain, studio), await aLink(domain, studio), await ended()];
  await domain.db.admin.query('delete from accounts.client_links where id = $1', [revoked.uuid]);
  const answers = [];
  for (const token of [newSecret(), revoked.token, good.token, old.token])
    answers.push((await browser.post(`/p/${token}/renew`, new URLSearchParams())).text);
  expect(new Set(answers).size).toBe(1);
  await until(() => domain.mails().some(({ to }) => 'contactId' in to && to.contactId === old.contactId));
  for (const { contactId } of [revoked, good])
    expect(domain.mails().some(({ to }) => 'contactId' in to && to.contactId === contactId)).toBe(false);
});

test("nobody's mailbox is filled: two new links an hour", async () => {
  const { token, contactId } = await ended();
  for (let asked = 0; asked < 5; asked += 1) await browser.post(`/p/${token}/renew`, new URLSearchParams());
  const { rows } = await domain.db.admin.query('select from accounts.client_links where contact_id = $1', [contactId]);
  expect(rows).toHaveLength(3);
});

test('over HTTPS the cookie travels over HTTPS only', async () => {
  const { domain: secure, site: secureSite } = await startSite({ publicUrl: 'https://atelier.example' });
  try {
    const { token } = await aLink(secure, await aStudio(secure));
    const entered = await secureSite.browser().post(`/p/${token}`, new URLSearchParams(), { origin: 'https://atelier.example' });
    expect(entered.headers.getSetCookie()[0]).toMatch(/; SameSite=Lax; Secure$/);
  } finally {
    await secureSite.close();
  }
});
