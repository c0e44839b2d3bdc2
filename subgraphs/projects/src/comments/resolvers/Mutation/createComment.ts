import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const createComment: NonNullable<MutationResolvers['createComment']> = async (_parent, { input }, { services }) => {
  const outcome = await services.comments.create({
    id: input.id ? decodeId(input.id, 'Comment') : null,
    projectId: decodeId(input.projectId, 'Project'),
    taskId: input.taskId ? decodeId(input.taskId, 'Task') : null,
    body: input.body,
    visibility: input.visibility,
  });
  return '__typename' in outcome ? outcome : { __typename: 'CreateCommentSuccess', comment: outcome };
};
