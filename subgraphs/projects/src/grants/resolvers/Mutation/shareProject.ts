import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const shareProject: NonNullable<MutationResolvers['shareProject']> = async (_parent, { input }, { services }) => {
  const outcome = await services.grants.share(decodeId(input.projectId, 'Project'), decodeId(input.contactId, 'Contact'));
  return '__typename' in outcome ? outcome : { __typename: 'ShareProjectSuccess', project: outcome };
};
