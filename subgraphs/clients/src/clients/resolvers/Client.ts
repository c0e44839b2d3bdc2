import { byId } from '@atelier/service-kit/batched';
import { encodeId } from '@atelier/service-kit/ids';
import type { ClientResolvers } from './../../__generated__/types.ts';

export const Client: ClientResolvers = {
  __resolveReference: byId('Client', (ids, { services }) => services.clients.findAll(ids)),
  id: (client) => encodeId('Client', client.id),
  contacts: (client, _args, { services }) => services.contacts.ofClient(client.id),
  viewerCanUpdate: (_client, _args, { services }) => services.clients.canUpdate(),
};
