import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import sharp from 'sharp';
import type { Accounts } from '../testing/accounts.ts';
import { type Browser, type Site, startSite } from '../testing/browser.ts';
import { aMember, aStudio, type MemberFixture, type StudioFixture } from '../testing/people.ts';

let domain: Accounts;
let site: Site;
let browser: Browser;
let studio: StudioFixture;
let owner: MemberFixture;
beforeAll(async () => {
  ({ domain, site } = await startSite());
});
beforeEach(async () => {
  studio = await aStudio(domain);
  owner = await aMember(domain, studio, 'owner');
  browser = signedIn(owner);
});
afterAll(() => site.close());

function signedIn(person: MemberFixture): Browser {
  const visitor = site.browser();
  const [name = '', value = ''] = person.cookie.split(/=(.*)/s);
  visitor.cookies.set(name, value);
  return visitor;
}

/** A JPEG with a place in it, as telephones make them. */
const aPhoto = (width = 900, height = 600) =>
  sharp({ create: { width, height, channels: 3, background: '#b5651d' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Ana Ruiz' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 25/1 0/1' } })
    .toBuffer();

const as = (slug: string) => ({ 'x-atelier-studio': slug });

test('a picture is drawn anew: square, WebP, nothing hidden in it, and the same for ever', async () => {
  const sent = await browser.post('/media/user-picture', await aPhoto(), { 'content-type': 'image/jpeg' });
  expect(sent.status).toBe(201);
  const { url } = sent.json<{ url: string }>();
  expect(url).toMatch(/^\/media\/[0-9a-f]{64}\.webp$/);
  const response = await fetchBytes(url);
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(response.headers.get('content-type')).toBe('image/webp');
  const meta = await sharp(response.bytes).metadata();
  expect(meta).toMatchObject({ format: 'webp', width: 512, height: 512 });
  expect(meta.exif).toBeUndefined();
  expect((await domain.ask(owner.viewer, '{ viewer { user { picture } member { picture } } }')).data).toEqual({
    viewer: { user: { picture: url }, member: { picture: url } },
  });
});

test('a logo keeps its shape and is never made larger', async () => {
  const form = new FormData();
  form.set('file', new Blob([await aPhoto(300, 100)]), 'logo.jpg');
  const sent = await browser.post('/media/studio-logo', form, as(studio.slug));
  expect(sent.status).toBe(201);
  const { url } = sent.json<{ url: string }>();
  expect(await sharp((await fetchBytes(url)).bytes).metadata()).toMatchObject({ width: 300, height: 100 });
  expect((await domain.ask(owner.viewer, '{ studio { logo version } }')).data).toEqual({ studio: { logo: url, version: 2 } });
});

test('a picture is taken away again', async () => {
  await browser.post('/media/user-picture', await aPhoto());
  expect((await browser.send('DELETE', '/media/user-picture', { headers: { origin: 'http://localhost:4000' } })).json()).toEqual({
    url: null,
  });
  expect((await domain.ask(owner.viewer, '{ viewer { user { picture } } }')).data).toEqual({ viewer: { user: { picture: null } } });
});

test('what is no picture is refused, and so are drawings that carry scripts', async () => {
  const bodies = [
    Buffer.from('not a picture'),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    (await aPhoto()).subarray(0, 400),
  ];
  for (const body of bodies) {
    const sent = await browser.post('/media/user-picture', body, { 'content-type': 'image/jpeg' });
    expect([sent.status, sent.json<{ error: { code: string } }>().error.code]).toEqual([415, 'NOT_A_PICTURE']);
  }
  expect((await browser.post('/media/user-picture', new Uint8Array())).json()).toMatchObject({ error: { code: 'BAD_USER_INPUT' } });
});

test('a picture has at most 2 MB, and is not drawn when it is a bomb', async () => {
  expect((await browser.post('/media/user-picture', new Uint8Array(2 * 1024 * 1024 + 1))).json()).toMatchObject({
    error: { code: 'TOO_LARGE' },
  });
  expect((await browser.post('/media/user-picture', new Uint8Array(3 * 1024 * 1024))).status).toBe(413);
  const bomb = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: 'white' } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  expect(bomb.byteLength).toBeLessThan(2 * 1024 * 1024);
  expect((await browser.post('/media/user-picture', bomb)).json()).toMatchObject({ error: { code: 'NOT_A_PICTURE' } });
});

test('a person sends twenty pictures in ten minutes at most, and others theirs', async () => {
  for (let time = 0; time < 20; time += 1) expect((await browser.post('/media/user-picture', Buffer.from('none'))).status).toBe(415);
  const refused = await browser.post('/media/user-picture', await aPhoto());
  expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
  expect((await signedIn(await aMember(domain, studio, 'artist')).post('/media/user-picture', await aPhoto())).status).toBe(201);
});

test('only people who may change a studio change its logo', async () => {
  const photo = await aPhoto();
  const code = async (visitor: Browser, headers: Record<string, string>) =>
    (await visitor.post('/media/studio-logo', photo, headers)).json<{ error: { code: string } }>().error.code;
  expect(await code(signedIn(await aMember(domain, studio, 'artist')), as(studio.slug))).toBe('FORBIDDEN');
  expect(await code(signedIn(await aMember(domain, await aStudio(domain), 'owner')), as(studio.slug))).toBe('NOT_FOUND');
  expect(await code(browser, {})).toBe('NOT_FOUND');
  expect(await code(site.browser(), as(studio.slug))).toBe('UNAUTHENTICATED');
});

test('another site cannot send pictures', async () => {
  const sent = await browser.post('/media/user-picture', await aPhoto(), { origin: 'https://elsewhere.example' });
  expect(sent.status).toBe(403);
  expect((await domain.ask(owner.viewer, '{ viewer { user { picture } } }')).data).toEqual({ viewer: { user: { picture: null } } });
});

test('nothing but pictures is served', async () => {
  for (const path of [
    '/media/../secrets.json',
    '/media/%2e%2e%2fsecrets.json',
    `/media/${'0'.repeat(64)}.webp`,
    '/media/',
    '/media/user-picture',
  ]) {
    expect((await browser.get(path)).status).toBe(404);
  }
});

async function fetchBytes(path: string): Promise<{ headers: Headers; bytes: Buffer }> {
  const response = await browser.raw(path);
  return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}
