import { encodeId } from '@atelier/service-kit/ids';
import type { ProjectShareResolvers } from './../../__generated__/types.ts';

export const ProjectShare: ProjectShareResolvers = {
  contact: ({ contactId }) => ({ __typename: 'Contact', id: encodeId('Contact', contactId) }),
};
