import { demoId } from '@atelier/service-kit/demo';
import { encodeId } from '@atelier/service-kit/ids';
import type { Person } from './person.ts';
import type { World } from './world.ts';

/** The id of something of the demo, as the API says it: `idOf('Member', 'member:kenji')`. */
export const idOf = (typename: string, key: string): string => encodeId(typename, demoId(key));

/** Members and contacts of the agency's demo whom the tests work with. */
export const ids = {
  kenji: idOf('Member', 'member:kenji'),
  theo: idOf('Member', 'member:theo'),
  guest: idOf('Member', 'member:marisol-at-northlight'),
  contact: idOf('Contact', 'contact:petra-lund'),
  client: idOf('Client', 'client:lowtide-festival'),
} as const;

/** A project of the agency with somebody of each kind. */
export interface Scene {
  projectId: string;
  owner: Person;
  colleague: Person;
  /** A guest to whom the project is open. */
  guest: Person;
  /** The client's contact, come by a link. */
  contact: Person;
}

/** Signs the agency's people in, makes a project, opens it to the guest and shares it with the client's contact. */
export async function aScene(world: World): Promise<Scene> {
  const owner = await world.signIn('ingrid@northlight.example', 'northlight');
  const colleague = await world.signIn('theo@northlight.example', 'northlight');
  const guest = await world.signIn('marisol@studio-marisol.example', 'northlight');
  const projectId = await aProject(owner);
  await owner.get(
    'mutation ($input: GrantProjectInput!) { grantProject(input: $input) { ... on GrantProjectSuccess { project { id } } } }',
    {
      input: { projectId, memberId: ids.guest },
    },
  );
  return { projectId, owner, colleague, guest, contact: await enter(world, await aLink(owner, projectId)) };
}

/** A new project; without another client, of the agency's festival. */
export async function aProject(owner: Person, name = 'Posters for the pier', clientId: string = ids.client): Promise<string> {
  const { createProject } = await owner.get<{ createProject: { project: { id: string } } }>(
    'mutation ($input: CreateProjectInput!) { createProject(input: $input) { ... on CreateProjectSuccess { project { id } } } }',
    { input: { name, clientId } },
  );
  return createProject.project.id;
}

/** Shares the project with the contact and makes a link: its path. */
export async function aLink(owner: Person, projectId: string, contactId: string = ids.contact): Promise<string> {
  const input = { projectId, contactId };
  await owner.get(
    'mutation ($input: ShareProjectInput!) { shareProject(input: $input) { ... on ShareProjectSuccess { project { id } } } }',
    { input },
  );
  const { createClientLink } = await owner.get<{ createClientLink: { url: string } }>(
    'mutation ($input: CreateClientLinkInput!) { createClientLink(input: $input) { ... on CreateClientLinkSuccess { url } } }',
    { input },
  );
  return new URL(createClientLink.url).pathname;
}

/** Follows a link to the end, as the contact's browser does. */
export async function enter(world: World, path: string): Promise<Person> {
  const contact = world.stranger();
  const answer = await contact.fetch(path, { method: 'POST' });
  if (answer.status !== 303) throw new Error(`The link did not let in: ${answer.status}`);
  return contact;
}

/** A new task; everything else is as the API chooses. */
export async function aTask(
  person: Person,
  projectId: string,
  more: Record<string, unknown> = {},
): Promise<{ id: string; placeVersion: number; version: number }> {
  const { createTask } = await person.get<{ createTask: { task: { id: string; placeVersion: number; version: number } } }>(
    'mutation ($input: CreateTaskInput!) { createTask(input: $input) { ... on CreateTaskSuccess { task { id placeVersion version } } } }',
    { input: { projectId, title: 'Draw the gulls', ...more } },
  );
  return createTask.task;
}

/** Changes a task from its present version. */
export async function updateTask(person: Person, id: string, change: Record<string, unknown>): Promise<void> {
  const { node } = await person.get<{ node: { version: number } }>('query ($id: ID!) { node(id: $id) { ... on Task { version } } }', {
    id,
  });
  const { updateTask } = await person.get<{ updateTask: { __typename: string } }>(
    'mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { __typename } }',
    { input: { id, expectedVersion: node.version, ...change } },
  );
  if (updateTask.__typename !== 'UpdateTaskSuccess') throw new Error(`The task was not changed: ${updateTask.__typename}`);
}

/** Says something; gives the comment's id. */
export async function say(person: Person, projectId: string, body: string, more: Record<string, unknown> = {}): Promise<string> {
  const { createComment } = await person.get<{ createComment: { comment: { id: string } } }>(
    'mutation ($input: CreateCommentInput!) { createComment(input: $input) { ... on CreateCommentSuccess { comment { id } } } }',
    { input: { projectId, body, ...more } },
  );
  return createComment.comment.id;
}

/** How often the project changed so far: what a subscription goes on after. */
export async function liveVersion(person: Person, projectId: string): Promise<number> {
  const { node } = await person.get<{ node: { liveVersion: number } }>(
    'query ($id: ID!) { node(id: $id) { ... on Project { liveVersion } } }',
    {
      id: projectId,
    },
  );
  return node.liveVersion;
}
