import { tryDecodeId } from '@atelier/service-kit/ids';
import type { ClientResolvers } from './../../__generated__/types.ts';

export const Client: ClientResolvers = {
  projects: (client, page, { services }) => {
    const id = tryDecodeId(client.id, 'Client');
    return id === null ? null : services.projects.ofClient(id, page);
  },
};
