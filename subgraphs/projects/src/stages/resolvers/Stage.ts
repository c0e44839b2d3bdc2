import { byId } from '@atelier/service-kit/batched';
import { encodeId } from '@atelier/service-kit/ids';
import type { StageResolvers } from './../../__generated__/types.ts';

export const Stage: StageResolvers = {
  __resolveReference: byId('Stage', (ids, { services }) => services.stages.findAll(ids)),
  id: (stage) => encodeId('Stage', stage.id),
  progress: (stage, _args, { services }) => services.tasks.progressOfStage(stage),
};
