import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const deleteComment: NonNullable<MutationResolvers['deleteComment']> = async (_parent, { input }, { services }) => {
  const comment = await services.comments.delete(decodeId(input.id, 'Comment'));
  return { __typename: 'DeleteCommentSuccess', comment };
};
