import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const restoreComment: NonNullable<MutationResolvers['restoreComment']> = async (_parent, { input }, { services }) => {
  const comment = await services.comments.restore(decodeId(input.id, 'Comment'));
  return { __typename: 'RestoreCommentSuccess', comment };
};
