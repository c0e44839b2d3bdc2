import { decodeId, encodeId } from '../lib/ids.mjs';

/** Resolvers of the studio's people. */
export const accounts = () => ({
  Member: {
    __resolveReference: ({ id }, { load }) => load('Member', decodeId(id)),
    id: (member) => encodeId('Member', member.id),
    isViewer: (member, _, { viewer }) => member.id === viewer.memberId,
  },
});

/** Resolvers of clients and their people. */
export const clients = () => ({
  Client: {
    __resolveReference: ({ id }, { load }) => load('Client', decodeId(id)),
    id: (client) => encodeId('Client', client.id),
  },
  Contact: {
    __resolveReference: ({ id }, { load }) => load('Contact', decodeId(id)),
    id: (contact) => encodeId('Contact', contact.id),
    isViewer: () => false,
  },
});
