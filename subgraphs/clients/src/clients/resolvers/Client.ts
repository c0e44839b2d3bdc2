import { encodeId, tryDecodeId } from '@atelier/service-kit/ids';
import type { ClientResolvers } from './../../__generated__/types.ts';

export const Client: ClientResolvers = {
  __resolveReference: (reference, { services }) => {
    const id = tryDecodeId(String(reference.id), 'Client');
    return id === null ? null : services.clients.find(id);
  },
  id: (client) => encodeId('Client', client.id),
  contacts: (client, _args, { services }) => services.contacts.ofClient(client.id),
  viewerCanUpdate: (_client, _args, { services }) => services.clients.canUpdate(),
};
