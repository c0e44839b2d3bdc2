import { decodeId, encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openTab, type Tab } from '../testing/clients.ts';
import { createWorld, member, type World } from '../testing/world.ts';

let world: World;
let tab: Tab;
let viewer: Viewer;
let project: string;
let subject: string;
const tabs: Tab[] = [];

const open = (cookie: string, studio = 'ink') => {
  const opened = openTab(world, { cookie, studio });
  tabs.push(opened);
  return opened;
};
const changes = `subscription ($id: ID!, $after: Int) { projectChanged(id: $id, after: $after) {
  __typename
  ... on Changed { version node { __typename id ... on Project { name unread lead { name } } ... on Task { title assignee { name } } } }
  ... on Dropped { version id } ... on Resync { version } } }`;
const keysOnly = 'subscription ($id: ID!) { projectChanged(id: $id) { ... on Changed { node { id } } ... on Dropped { gone: id } } }';
const subjectOf = (id: string) => `projects:project:${world.studios.ink}:${decodeId(id, 'Project')}`;

beforeEach(async () => {
  world = await createWorld();
  viewer = member(world.studios.ink);
  world.signIn('sid=ada', (slug) => (slug === 'ink' ? viewer : { ...viewer, studio: null }) as Viewer);
  const lead = world.add('Member', 'ink', { name: 'Ada' });
  project = world.add('Project', 'ink', { name: 'Poster', note: null, lead: { __typename: 'Member', id: lead } });
  subject = subjectOf(project);
  tab = open('sid=ada');
});
afterEach(async () => {
  await Promise.all(tabs.splice(0).map((each) => each.close()));
  await world.stop();
});

describe('a live event', () => {
  test('brings fields of every subgraph that the selection names', async () => {
    const stream = tab.read(changes, { id: project });
    await world.listening(subject);
    world.emit(subject, project, ['team'], ['team']);
    expect(await stream.next()).toEqual({
      data: {
        projectChanged: {
          __typename: 'Changed',
          version: 1,
          node: { __typename: 'Project', id: project, name: 'Poster', unread: 3, lead: { name: 'Ada' } },
        },
      },
    });
  });

  test('of a thing that the viewer may not see is not delivered, even when only its id is asked for', async () => {
    const secret = world.add('Task', 'ink', { title: 'Secret' }, () => false);
    const open = world.add('Task', 'ink', { title: 'Open' });
    const stream = tab.read(keysOnly, { id: project });
    await world.listening(subject);
    world.emit(subject, secret, [], ['team']);
    world.emit(subject, open, [], ['team']);
    expect(await stream.next()).toEqual({ data: { projectChanged: { node: { id: open } } } });
    expect(stream.rest()).toEqual([]);
  });

  test('of something that only the team sees does not reach a client', async () => {
    const contact: Viewer = { kind: 'contact', contactId: uuidv7(), sessionId: uuidv7(), studioId: world.studios.ink };
    world.signIn('client=1', () => contact);
    const task = world.add('Task', 'ink', { title: 'Sketch' });
    const client = open('client=1');
    const stream = client.read(changes, { id: project });
    await world.listening(subject);
    world.emit(subject, task, ['team'], ['team']);
    world.emit(subject, task, ['team'], ['team', 'client']);
    expect(await stream.next()).toMatchObject({ data: { projectChanged: { __typename: 'Changed', version: 2 } } });
  });

  test('tells who could see a thing and no longer can that it is gone', async () => {
    const task = world.add('Task', 'ink', { title: 'Sketch' });
    const stream = tab.read(changes, { id: project });
    await world.listening(subject);
    world.emit(subject, task, ['team'], []);
    expect(await stream.next()).toEqual({ data: { projectChanged: { __typename: 'Dropped', version: 1, id: task } } });
  });

  test('that takes the project itself away ends the stream', async () => {
    const stream = tab.read(changes, { id: project });
    await world.listening(subject);
    const row = world.rows.get(project);
    if (row) row.seenBy = () => false;
    world.emit(subject, project, ['team'], ['team']);
    expect(await stream.next()).toEqual({ data: { projectChanged: { __typename: 'Dropped', version: 1, id: project } } });
    expect(await stream.ended).toBeNull();
  });

  test('that is published twice is delivered once', async () => {
    const stream = tab.read(keysOnly, { id: project });
    await world.listening(subject);
    world.emit(subject, project, ['team'], ['team']);
    world.emitAgain(subject, 1);
    world.emit(subject, project, ['team'], ['team']);
    await stream.next();
    await stream.next();
    await tab.settled();
    expect(stream.rest()).toEqual([]);
  });

  test('that got lost on the way is delivered before the one that shows the hole', async () => {
    const stream = tab.read(changes, { id: project });
    await world.listening(subject);
    world.emit(subject, project, ['team'], ['team']);
    world.emit(subject, project, ['team'], ['team'], true);
    world.emit(subject, project, ['team'], ['team']);
    for (const version of [1, 2, 3]) expect(await stream.next()).toMatchObject({ data: { projectChanged: { version } } });
  });

  test('is fetched once for all tabs of one person that ask the same', async () => {
    const second = open('sid=ada');
    const streams = [tab, second].map((each) => each.read(changes, { id: project, after: 0 }));
    await world.streams(2);
    const before = world.asked.messaging ?? 0;
    world.emit(subject, project, ['team'], ['team']);
    await Promise.all(streams.map((stream) => stream.next()));
    expect(world.asked.messaging).toBe(before + 1);
  });

  test('costs only its own fields when a subgraph is dead', async () => {
    const stream = tab.read(changes, { id: project });
    await world.listening(subject);
    world.dead.add('messaging');
    world.emit(subject, project, ['team'], ['team']);
    const { data, errors } = await stream.next();
    expect(data).toMatchObject({ projectChanged: { node: { name: 'Poster', unread: null } } });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
  });
});

describe('a subscription', () => {
  test('to a project that the viewer may not read is NOT_FOUND', async () => {
    const hidden = world.add('Project', 'clay', { name: 'Vase' });
    expect(await tab.read(changes, { id: hidden }).ended).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect(await tab.read(changes, { id: encodeId('Project', uuidv7()) }).ended).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect(await tab.read(changes, { id: 'nonsense' }).ended).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  test('that says what it saw last gets what came after, and then what comes', async () => {
    world.emit(subject, project, ['team'], ['team']);
    world.emit(subject, project, ['team'], ['team']);
    const stream = tab.read(changes, { id: project, after: 1 });
    expect(await stream.next()).toMatchObject({ data: { projectChanged: { version: 2 } } });
    world.emit(subject, project, ['team'], ['team']);
    expect(await stream.next()).toMatchObject({ data: { projectChanged: { version: 3 } } });
  });

  test('that missed too much is told to fetch anew, and goes on from there', async () => {
    for (let count = 0; count < 259; count += 1) world.emit(subject, project, ['team'], ['team']);
    const stream = tab.read(changes, { id: project, after: 1 });
    expect(await stream.next()).toEqual({ data: { projectChanged: { __typename: 'Resync', version: 258 } } });
    expect(await stream.next()).toMatchObject({ data: { projectChanged: { __typename: 'Changed', version: 259 } } });
  });

  test('whose missed events are no longer kept is told to fetch anew', async () => {
    world.emit(subject, project, ['team'], ['team']);
    world.forget(subject);
    expect(await tab.read(changes, { id: project, after: 0 }).next()).toMatchObject({ data: { projectChanged: { __typename: 'Resync' } } });
  });

  test('of a client that does not read is cut off with 4413; a burst of changes alone is not', async () => {
    const stream = tab.read(changes, { id: project });
    await world.listening(subject);
    for (let count = 0; count < 300; count += 1) world.emit(subject, project, ['team'], ['team']);
    let last = await stream.next();
    while ((last.data?.projectChanged as { version: number } | undefined)?.version !== 300) last = await stream.next();
    const row = world.rows.get(project);
    if (row) row.fields.name = 'x'.repeat(16_000_000);
    tab.pause();
    while (!world.logs.some((line) => line.includes('too slowly'))) {
      world.emit(subject, project, ['team'], ['team']);
      await new Promise(setImmediate);
    }
    tab.resume();
    expect(await tab.closed).toBe(4413);
  });

  test('that cannot be read ends alone; the socket and its other operations go on', async () => {
    const stream = tab.read(keysOnly, { id: project });
    expect(await tab.read('subscription { projectChanged(').ended).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await tab.read('subscription { nothing }').ended).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await tab.read('subscription { a: studioChanged { __typename } b: studioChanged { __typename } }').ended).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    await world.listening(subject);
    world.emit(subject, project, ['team'], ['team']);
    expect(await stream.next()).toEqual({ data: { projectChanged: { node: { id: project } } } });
  });

  test('to the studio needs the studio, and one to the viewer needs nothing else', async () => {
    const studio = encodeId('Studio', world.studios.ink);
    world.rows.set(studio, {
      typename: 'Studio',
      uuid: world.studios.ink,
      studioId: world.studios.ink,
      seenBy: null,
      fields: { name: 'Ink' },
    });
    const toStudio = tab.read('subscription { studioChanged { ... on Changed { node { ... on Studio { name } } } } }');
    const toViewer = tab.read('subscription { viewerChanged { ... on Changed { node { id } } } }');
    const person = viewer.kind === 'user' ? (viewer.studio?.memberId ?? '') : '';
    const channels = {
      studio: `projects:studio:${world.studios.ink}:${world.studios.ink}`,
      person: `projects:person:${world.studios.ink}:${person}`,
    };
    await Promise.all(Object.values(channels).map(world.listening));
    world.emit(channels.studio, studio, ['team'], ['team']);
    world.emit(channels.person, project, [], [`person:${person}`]);
    expect(await toStudio.next()).toEqual({ data: { studioChanged: { node: { name: 'Ink' } } } });
    expect(await toViewer.next()).toEqual({ data: { viewerChanged: { node: { id: project } } } });
  });
});
