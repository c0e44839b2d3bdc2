import { composeServices } from '@apollo/composition';
import { decodeId } from '@atelier/service-kit/ids';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse, print } from 'graphql';
import { openTab, type Tab } from '../testing/clients.ts';
import { documents } from '../testing/schema.ts';
import { createWorld, member, type World } from '../testing/world.ts';

let world: World;
let tab: Tab;
let project: string;
let subject: string;
const changes = (fields: string) =>
  `subscription ($id: ID!) { projectChanged(id: $id) { ... on Changed { version node { ... on Project { ${fields} } } } } }`;

/** The small supergraph, with one of its documents written anew. */
function composeWith(name: string, edit: (sdl: string) => string): string {
  const services = Object.entries(documents).map(([each, typeDefs]) => ({
    name: each,
    typeDefs: each === name ? parse(edit(print(typeDefs))) : typeDefs,
    url: `http://${each}.invalid`,
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

beforeEach(async () => {
  world = await createWorld();
  const ada = member(world.studios.ink);
  world.signIn('sid=ada', () => ada);
  project = world.add('Project', 'ink', { name: 'Poster', note: 'soon' });
  subject = `projects:project:${world.studios.ink}:${decodeId(project, 'Project')}`;
  tab = openTab(world, { cookie: 'sid=ada', studio: 'ink' });
});
afterEach(async () => {
  await tab.close();
  await world.stop();
});

describe('a live stream, when the supergraph changes', () => {
  test('goes on when its document still holds, over the new plan', async () => {
    const stream = tab.read(changes('name unread'), { id: project });
    await world.listening(subject);
    world.emit(subject, project, ['team'], ['team']);
    await stream.next();
    // What messaging answered before is projects' to answer now; its row says otherwise than messaging would.
    const moved = composeWith('projects', (sdl) =>
      sdl.replace('"@key"', '"@key", "@override"').replace(/note: String\b/, 'note: String unread: Int @override(from: "messaging")'),
    );
    world.router.reload(moved);
    const asked = world.asked.messaging;
    world.emit(subject, project, ['team'], ['team']);
    const event = await stream.next();
    expect(event.data).toMatchObject({ projectChanged: { version: 2, node: { name: 'Poster' } } });
    expect(world.asked.messaging).toBe(asked);
  });

  test('ends with a code when its document holds no longer, and others go on', async () => {
    const broken = tab.read(changes('name note'), { id: project });
    const whole = tab.read(changes('name'), { id: project });
    await world.streams(2);
    world.router.reload(composeWith('projects', (sdl) => sdl.replace(/note: String\b/, '')));
    world.emit(subject, project, ['team'], ['team']);
    expect(await whole.next()).toEqual({ data: { projectChanged: { version: 1, node: { name: 'Poster' } } } });
    expect(await broken.ended).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(broken.rest()).toEqual([]);
  });

  test('ends with a code when its events come from elsewhere, so that the client asks anew', async () => {
    const stream = tab.read(changes('name'), { id: project });
    await world.listening(subject);
    world.router.reload(
      composeWith('live', (sdl) =>
        sdl.replace(
          '@channel(subject: "project", id: "$id", source: "projects")',
          '@channel(subject: "task", id: "$id", source: "projects")',
        ),
      ),
    );
    world.emit(subject, project, ['team'], ['team']);
    expect(await stream.ended).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
  });
});
