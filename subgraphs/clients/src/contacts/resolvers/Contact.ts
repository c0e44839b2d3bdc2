import { batched, byId, whereGiven } from '@atelier/service-kit/batched';
import { encodeId } from '@atelier/service-kit/ids';
import type { ContactResolvers } from './../../__generated__/types.ts';

export const Contact: ContactResolvers = {
  __resolveReference: byId('Contact', (ids, { services }) => services.contacts.findAll(ids)),
  id: (contact) => encodeId('Contact', contact.id),
  client: batched((contacts, _args, { services }) =>
    whereGiven(
      contacts.map((contact) => contact.clientId),
      services.clients.findAll,
    ),
  ),
  isViewer: (contact, _args, { services }) => services.contacts.isViewer(contact),
};
