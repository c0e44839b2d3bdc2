import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const createStage: NonNullable<MutationResolvers['createStage']> = async (_parent, { input }, { services }) => {
  const outcome = await services.stages.create({
    id: input.id ? decodeId(input.id, 'Stage') : null,
    projectId: decodeId(input.projectId, 'Project'),
    name: input.name,
    beforeId: input.beforeId ? decodeId(input.beforeId, 'Stage') : null,
  });
  return '__typename' in outcome ? outcome : { __typename: 'CreateStageSuccess', ...outcome };
};
