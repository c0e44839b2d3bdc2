import { decodeId, encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { type RunningSubgraph, standIn, startSubgraph } from '@atelier/testing/subgraph';
import { createSubgraph } from '../subgraph.ts';

/** People whom the other domains know; plain uuids. */
export interface World {
  /** Role by membership. */
  members: Map<string, string>;
  /** Client by contact. */
  contacts: Map<string, string>;
  clients: Set<string>;
}

/** A world without anybody. */
export const emptyWorld = (): World => ({ members: new Map(), contacts: new Map(), clients: new Set() });

/** Whether a token is a contact's: what the verifier of the other domain would say. */
function isContacts(token: string): boolean {
  const [, payload = ''] = token.split('.');
  return Buffer.from(payload, 'base64url').toString().includes('"contactId"');
}

/** The accounts domain: knows the members of the world, and tells a client's contact no roles. */
export const accountsOf = (world: World) =>
  standIn({
    name: 'accounts',
    owns: ['Member'],
    entity: (_typename, id, viewerToken) => {
      const role = world.members.get(decodeId(id, 'Member'));
      if (role === undefined) return null;
      return isContacts(viewerToken) ? { id } : { id, role };
    },
  });

/** The clients domain: knows the clients and contacts of the world. */
export const clientsOf = (world: World) =>
  standIn({
    name: 'clients',
    owns: ['Client', 'Contact'],
    subscribesTo: ['project.trashed', 'project.shared', 'project.unshared', 'task.assigned', 'comment.added', 'comment.mentioned'],
    entity: (typename, id) => {
      if (typename === 'Client') return world.clients.has(decodeId(id, 'Client')) ? { id } : null;
      const clientId = world.contacts.get(decodeId(id, 'Contact'));
      return clientId === undefined ? null : { id, client: { id: encodeId('Client', clientId) } };
    },
  });

/** This domain on a database of its own, in a world that a test fills; `heard` is what other domains are told. */
export async function startProjects(
  world = emptyWorld(),
): Promise<RunningSubgraph & { world: World; heard: ReturnType<typeof clientsOf>['events'] }> {
  const clients = clientsOf(world);
  const domain = await startSubgraph({ name: 'projects', createSubgraph, peers: [accountsOf(world), clients] });
  return Object.assign(domain, { world, heard: clients.events });
}

/** A client of the world; its global id. */
export function aClient(world: World): string {
  const id = uuidv7();
  world.clients.add(id);
  return encodeId('Client', id);
}

/** A contact of the world, at a client of theirs unless one is named; global ids. */
export function aContact(world: World, clientId = aClient(world)): { id: string; uuid: string; clientId: string } {
  const uuid = uuidv7();
  world.contacts.set(uuid, decodeId(clientId, 'Client'));
  return { id: encodeId('Contact', uuid), uuid, clientId };
}

/** Makes a project; ids as the API gives them. */
export async function makeProject(
  domain: RunningSubgraph,
  viewer: Viewer,
  input: Record<string, unknown> = {},
): Promise<{ id: string; version: number; stages: { id: string; name: string }[] }> {
  const { data, messages } = await domain.ask(
    viewer,
    `mutation ($input: CreateProjectInput!) { createProject(input: $input) {
      ... on CreateProjectSuccess { project { id version stages { id name } } } ... on InvalidInput { message path } } }`,
    { input: { name: 'Harbour mural', ...input } },
  );
  const { project } = (data?.createProject ?? {}) as { project?: Awaited<ReturnType<typeof makeProject>> };
  if (!project) throw new Error(`No project was made: ${JSON.stringify(data)} ${messages.join(' ')}`);
  return project;
}

/** Lets a contact into a project. */
export async function share(domain: RunningSubgraph, viewer: Viewer, projectId: string, contactId: string): Promise<void> {
  const { data, messages } = await domain.ask(
    viewer,
    'mutation ($input: ShareProjectInput!) { shareProject(input: $input) { __typename ... on InvalidInput { message } } }',
    { input: { projectId, contactId } },
  );
  const outcome = data?.shareProject as { __typename: string } | undefined;
  if (outcome?.__typename !== 'ShareProjectSuccess') throw new Error(`Not shared: ${JSON.stringify(outcome)} ${messages.join(' ')}`);
}

/** Opens a project to a guest. */
export async function grant(domain: RunningSubgraph, viewer: Viewer, projectId: string, memberId: string): Promise<void> {
  const { data, messages } = await domain.ask(
    viewer,
    'mutation ($input: GrantProjectInput!) { grantProject(input: $input) { __typename ... on InvalidInput { message } } }',
    { input: { projectId, memberId } },
  );
  const outcome = data?.grantProject as { __typename: string } | undefined;
  if (outcome?.__typename !== 'GrantProjectSuccess') throw new Error(`Not granted: ${JSON.stringify(outcome)} ${messages.join(' ')}`);
}
