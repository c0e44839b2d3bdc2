import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const updateStage: NonNullable<MutationResolvers['updateStage']> = async (_parent, { input }, { services }) => {
  const outcome = await services.stages.update({
    id: decodeId(input.id, 'Stage'),
    name: input.name ?? undefined,
    beforeId: input.beforeId ? decodeId(input.beforeId, 'Stage') : input.beforeId,
  });
  return '__typename' in outcome ? outcome : { __typename: 'UpdateStageSuccess', ...outcome };
};
