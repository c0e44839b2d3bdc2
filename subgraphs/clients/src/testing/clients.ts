import type { Viewer } from '@atelier/service-kit/viewer';
import { type RunningSubgraph, standIn, startSubgraph } from '@atelier/testing/subgraph';
import { createSubgraph } from '../subgraph.ts';

/** The accounts domain of a world in which every studio keeps its books in pounds. */
export const accounts = () =>
  standIn({
    name: 'accounts',
    owns: ['Studio'],
    subscribesTo: ['contact.removed', 'client.trashed'],
    entity: (_typename, id) => ({ id, currency: 'GBP' }),
  });

/** This domain on a database of its own. */
export const startClients = (peer = accounts()): Promise<RunningSubgraph> =>
  startSubgraph({ name: 'clients', createSubgraph, peers: [peer] });

/** Makes a client; ids as the API gives them. */
export async function makeClient(
  domain: RunningSubgraph,
  viewer: Viewer,
  input: Record<string, unknown> = {},
): Promise<{ id: string; version: number; contacts: { id: string }[] }> {
  const { data, messages } = await domain.ask(
    viewer,
    `mutation ($input: CreateClientInput!) { createClient(input: $input) {
      ... on CreateClientSuccess { client { id version contacts { id } } } ... on InvalidInput { message path } } }`,
    { input: { name: 'Harbour Museum', ...input } },
  );
  const { client } = (data?.createClient ?? {}) as { client?: { id: string; version: number; contacts: { id: string }[] } };
  if (!client) throw new Error(`No client was made: ${JSON.stringify(data)} ${messages.join(' ')}`);
  return client;
}

/** Makes a client with one contact; ids as the API gives them. */
export async function makeClientWithContact(domain: RunningSubgraph, viewer: Viewer, name = 'Ana Ruiz', email = 'ana@museum.example') {
  const { id, version, contacts } = await makeClient(domain, viewer, { contact: { name, email } });
  const contactId = contacts[0]?.id;
  if (!contactId) throw new Error('The client has no contact.');
  return { id, version, contactId };
}
