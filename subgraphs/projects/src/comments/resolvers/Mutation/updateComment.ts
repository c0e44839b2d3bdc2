import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const updateComment: NonNullable<MutationResolvers['updateComment']> = async (_parent, { input }, { services }) => {
  const outcome = await services.comments.update(decodeId(input.id, 'Comment'), input.body ?? null, input.visibility ?? null);
  return '__typename' in outcome ? outcome : { __typename: 'UpdateCommentSuccess', comment: outcome };
};
