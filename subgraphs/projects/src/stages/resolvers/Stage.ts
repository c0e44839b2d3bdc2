import { encodeId, tryDecodeId } from '@atelier/service-kit/ids';
import type { StageResolvers } from './../../__generated__/types.ts';

export const Stage: StageResolvers = {
  __resolveReference: (reference, { services }) => {
    const id = tryDecodeId(String(reference.id), 'Stage');
    return id === null ? null : services.stages.find(id);
  },
  id: (stage) => encodeId('Stage', stage.id),
  progress: (stage, _args, { services }) => services.tasks.progressOfStage(stage),
};
