import { encodeId, tryDecodeId } from '@atelier/service-kit/ids';
import type { ClientLinkResolvers } from './../../__generated__/types.ts';

export const ClientLink: ClientLinkResolvers = {
  __resolveReference: (reference, { services }) => {
    const id = tryDecodeId(String(reference.id), 'ClientLink');
    return id === null ? null : services.clientLinks.find(id);
  },
  id: (link) => encodeId('ClientLink', link.id),
  contact: (link) => ({ __typename: 'Contact', id: encodeId('Contact', link.contactId) }),
};
