import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const moveTask: NonNullable<MutationResolvers['moveTask']> = async (_parent, { input }, { services }) => {
  const outcome = await services.tasks.move({
    id: decodeId(input.id, 'Task'),
    expectedPlaceVersion: input.expectedPlaceVersion,
    status: input.status ?? undefined,
    stageId: input.stageId ? decodeId(input.stageId, 'Stage') : input.stageId,
    afterId: input.afterId ? decodeId(input.afterId, 'Task') : input.afterId,
  });
  return '__typename' in outcome ? outcome : { __typename: 'MoveTaskSuccess', task: outcome };
};
