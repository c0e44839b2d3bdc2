import { encodeId, tryDecodeId } from '@atelier/service-kit/ids';
import type { ContactResolvers } from './../../__generated__/types.ts';

export const Contact: ContactResolvers = {
  __resolveReference: (reference, { services }) => {
    const id = tryDecodeId(String(reference.id), 'Contact');
    return id === null ? null : services.contacts.find(id);
  },
  id: (contact) => encodeId('Contact', contact.id),
  client: (contact, _args, { services }) => (contact.clientId === null ? null : services.clients.find(contact.clientId)),
  isViewer: (contact, _args, { services }) => services.contacts.isViewer(contact),
};
