import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const restoreTask: NonNullable<MutationResolvers['restoreTask']> = async (_parent, { input }, { services }) => {
  const task = await services.tasks.restore(decodeId(input.id, 'Task'));
  return { __typename: 'RestoreTaskSuccess', task };
};
