import { decodeId } from '@atelier/service-kit/ids';
import { until } from '@atelier/testing/until';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { linkIn, mailsTo, mailTo, pressButton } from '../support/mail.ts';
import type { Person } from '../support/person.ts';
import { aLink, aProject, aScene, enter, ids, type Scene, say } from '../support/scene.ts';
import { subscribe } from '../support/stream.ts';
import { startWorld, type World } from '../support/world.ts';

let world: World;
let scene: Scene;
beforeAll(async () => {
  world = await startWorld();
  scene = await aScene(world);
}, 60_000);
afterAll(() => world.stop());

const whoIs = async (person: Person) =>
  (await person.get<{ viewer: unknown }>('{ viewer { kind contact { id } studio { slug } } }')).viewer;
const PETRA = { kind: 'CONTACT', contact: { id: ids.contact }, studio: { slug: 'northlight' } };
const address = async (contactId: string = ids.contact) =>
  (await scene.owner.get<{ node: { email: string } }>('query ($id: ID!) { node(id: $id) { ... on Contact { email } } }', { id: contactId }))
    .node.email;

describe('a link', () => {
  test('followed by a mail scanner signs nobody in; the button does, and leads to the project', async () => {
    const path = await aLink(scene.owner, scene.projectId);
    const visitor = world.stranger();
    for (const method of ['GET', 'HEAD']) {
      const seen = await visitor.fetch(path, { method });
      expect([seen.status, visitor.cookies.size]).toEqual([200, 0]);
      expect(seen.headers.get('cache-control')).toBe('no-store');
    }
    const entered = await pressButton(visitor, path);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, `/client/projects/${scene.projectId}`]);
    const cookie = entered.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toContain(path.slice('/p/'.length));
    expect(await whoIs(visitor)).toEqual(PETRA);
  });

  test('is not pressed by another site', async () => {
    const path = await aLink(scene.owner, scene.projectId);
    const visitor = world.stranger();
    const answer = await visitor.fetch(path, { method: 'POST', headers: { origin: 'https://elsewhere.example' } });
    expect([answer.status, visitor.cookies.size]).toEqual([403, 0]);
  });

  test('that has ended, was taken back, or never was looks the same, and lets nobody in', async () => {
    const paths = { expired: await aLink(scene.owner, scene.projectId), revoked: await aLink(scene.owner, scene.projectId) };
    const links = await linksOf(scene.projectId);
    await expire(links[1] ?? '');
    await revoke(links[0] ?? '');
    const pages = [];
    for (const path of [paths.expired, paths.revoked, `/p/${'never-was'.repeat(5).slice(0, paths.expired.length - 3)}`]) {
      const visitor = world.stranger();
      const seen = [await visitor.fetch(path), await visitor.fetch(path, { method: 'POST' })];
      expect(visitor.cookies.size).toBe(0);
      const texts = await Promise.all(seen.map((each) => each.text()));
      pages.push(JSON.stringify([seen.map(({ status }) => status), texts]).replaceAll(path.slice(3), 'TOKEN'));
    }
    expect(pages[1]).toBe(pages[0]);
    expect(pages[2]).toBe(pages[0]);
    expect(pages[0]).not.toContain('Northlight');
  });

  test('that has ended offers a new one, which goes by mail to whom it was for; an unknown one gets the same answer and no mail', async () => {
    const projectId = await aProject(scene.owner, 'A project with an old link');
    const old = await aLink(scene.owner, projectId);
    await expire((await linksOf(projectId))[0] ?? '');
    const to = await address();
    const answers = [];
    for (const path of [old, '/p/a-secret-that-nobody-ever-had-at-all-in-here', '/p/short']) {
      const answer = await world
        .stranger()
        .fetch(path === '/p/short' ? '/p/unknown-link-unknown-link/renew' : `${path}/renew`, { method: 'POST' });
      answers.push([answer.status, await answer.text()]);
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    const path = linkIn(world, await mailTo(world, to, 'client-link'));
    expect((await mailsTo(world, to)).filter(({ template }) => template === 'client-link')).toHaveLength(1);
    const visitor = world.stranger();
    expect((await pressButton(visitor, path)).headers.get('location')).toBe(`/client/projects/${projectId}`);
    expect(await whoIs(visitor)).toEqual(PETRA);
  });

  test('that was taken back is not renewed', async () => {
    const projectId = await aProject(scene.owner, 'A project with a link that was taken back');
    const path = await aLink(scene.owner, projectId);
    await revoke((await linksOf(projectId))[0] ?? '');
    const mails = (await mailsTo(world, await address())).length;
    expect((await world.stranger().fetch(`${path}/renew`, { method: 'POST' })).status).toBe(200);
    // A mail that is asked for after it has come: there was none before it.
    await scene.owner.get('mutation ($input: CreateClientLinkInput!) { createClientLink(input: $input) { __typename } }', {
      input: { projectId, contactId: ids.contact, sendMail: true },
    });
    await mailTo(world, await address(), 'client-link', 1);
    expect(await mailsTo(world, await address())).toHaveLength(mails + 1);
  });

  test('that is taken back signs out whoever came by it, at once', async () => {
    const projectId = await aProject(scene.owner, 'A project that was open for a while');
    const contact = await enter(world, await aLink(scene.owner, projectId));
    const stream = subscribe(contact, 'subscription ($id: ID!) { projectChanged(id: $id, after: 0) { __typename } }', { id: projectId });
    await say(scene.owner, projectId, 'Hello.', { visibility: 'CLIENT' });
    await stream.next();
    await revoke((await linksOf(projectId))[0] ?? '');
    expect(await stream.ended).toBe(4403);
    expect(await whoIs(contact)).toBeNull();
  });

  test('ends with the contact: taken away from the client, they are signed out and their links are dead', async () => {
    const { owner } = scene;
    const { createContact } = await owner.get<{ createContact: { contact: { id: string } } }>(
      'mutation ($input: CreateContactInput!) { createContact(input: $input) { ... on CreateContactSuccess { contact { id } } } }',
      { input: { clientId: ids.client, name: 'Tam Reed', email: 'tam@lowtide.example' } },
    );
    const { id } = createContact.contact;
    const projectId = await aProject(owner, 'A project of somebody who leaves');
    const path = await aLink(owner, projectId, id);
    const contact = await enter(world, path);
    const stream = subscribe(contact, 'subscription ($id: ID!) { projectChanged(id: $id, after: 0) { __typename } }', { id: projectId });
    await say(owner, projectId, 'Farewell.', { visibility: 'CLIENT' });
    await stream.next();
    await owner.get('mutation ($input: RemoveContactInput!) { removeContact(input: $input) { ... on RemoveContactSuccess { id } } }', {
      input: { id },
    });
    expect(await stream.ended).toEqual(expect.anything());
    // Accounts hears of it by an event.
    await until(async () => (await whoIs(contact)) === null);
    const visitor = world.stranger();
    expect((await visitor.fetch(path, { method: 'POST' })).status).toBe(200);
    expect(visitor.cookies.size).toBe(0);
  });

  test('of a project in the trash opens nothing; taken out again, it does', async () => {
    const { owner } = scene;
    const projectId = await aProject(owner, 'A project in and out of the trash');
    const contact = await enter(world, await aLink(owner, projectId));
    const name = 'query ($id: ID!) { node(id: $id) { ... on Project { name } } }';
    expect((await contact.ask(name, { id: projectId })).codes).toEqual([]);
    await owner.get('mutation ($input: TrashProjectInput!) { trashProject(input: $input) { __typename } }', { input: { id: projectId } });
    expect((await contact.ask(name, { id: projectId })).codes).toEqual(['NOT_FOUND']);
    await owner.get('mutation ($input: RestoreProjectInput!) { restoreProject(input: $input) { __typename } }', {
      input: { id: projectId },
    });
    expect((await contact.ask(name, { id: projectId })).codes).toEqual([]);
  });

  test('to a project that is not shared with the contact is not made', async () => {
    const projectId = await aProject(scene.owner, 'Not shared');
    const answer = await scene.owner.ask(
      'mutation ($input: CreateClientLinkInput!) { createClientLink(input: $input) { __typename ... on UserError { code } } }',
      {
        input: { projectId, contactId: ids.contact },
      },
    );
    expect(answer.data).toEqual({ createClientLink: { __typename: 'InvalidInput', code: 'NOT_SHARED' } });
  });
});

describe('one browser', () => {
  test('is the artist’s and the contact’s at once, each asked for by itself', async () => {
    const browser = await world.signIn('kenji@northlight.example', 'northlight');
    await browser.fetch(await aLink(scene.owner, scene.projectId), { method: 'POST' });
    // The session, the browser by which new ones are told, and the contact's.
    expect(browser.cookies.size).toBe(3);
    expect(await whoIs(browser)).toMatchObject({ kind: 'USER' });
    const client = browser.at(world.url);
    client.asContact = true;
    expect(await whoIs(client)).toEqual(PETRA);
    // The notes are the artist's, and the contact's view of the same browser does not get them.
    const notes = 'query ($id: ID!) { node(id: $id) { ... on Client { notes } } }';
    expect((await browser.ask(notes, { id: ids.client })).codes).toEqual([]);
    expect((await client.ask(notes, { id: ids.client })).body).not.toMatch(/"notes":"/);
    const streams = [browser, client].map((tab) => subscribe<{ kind: string }>(tab, '{ viewer { kind } }'));
    expect(await Promise.all(streams.map((stream) => stream.next()))).toEqual([{ kind: 'USER' }, { kind: 'CONTACT' }]);
    await Promise.all(streams.map((stream) => stream.close()));
    await browser.post('/auth/sign-out', {});
    expect(await whoIs(client)).toEqual(PETRA);
  });
});

/** The project's links, the newest first. */
async function linksOf(projectId: string): Promise<string[]> {
  const { node } = await scene.owner.get<{ node: { clientLinks: { id: string }[] } }>(
    'query ($id: ID!) { node(id: $id) { ... on Project { clientLinks { id } } } }',
    { id: projectId },
  );
  return node.clientLinks.map(({ id }) => id);
}

async function revoke(id: string): Promise<void> {
  await scene.owner.get(
    'mutation ($input: RevokeClientLinkInput!) { revokeClientLink(input: $input) { ... on RevokeClientLinkSuccess { id } } }',
    { input: { id } },
  );
}

/** As if 30 days had gone by. */
async function expire(id: string): Promise<void> {
  const { rowCount } = await world.db.admin.query(
    `update accounts.client_links set expires_at = now() - interval '1 minute' where id = $1`,
    [decodeId(id, 'ClientLink')],
  );
  expect(rowCount).toBe(1);
}
