import { encodeId } from '@atelier/service-kit/ids';
import { membershipOf } from '@atelier/service-kit/viewer';
import type { ViewerResolvers } from './../../__generated__/types.ts';

export const Viewer: ViewerResolvers = {
  kind: ({ kind }) => (kind === 'contact' ? 'CONTACT' : kind === 'apiKey' ? 'API_KEY' : 'USER'),
  user: (_viewer, _args, { services }) => services.users.viewer(),
  member: (viewer, _args, { services }) => {
    const membership = membershipOf(viewer);
    return membership === null ? null : services.members.find(membership.memberId);
  },
  contact: (viewer) => (viewer.kind === 'contact' ? { __typename: 'Contact', id: encodeId('Contact', viewer.contactId) } : null),
  studio: (_viewer, _args, { services }) => services.studios.active(),
};
