import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const removeStage: NonNullable<MutationResolvers['removeStage']> = async (_parent, { input }, { services }) => {
  const { project } = await services.stages.remove(decodeId(input.id, 'Stage'));
  return { __typename: 'RemoveStageSuccess', id: input.id, project };
};
