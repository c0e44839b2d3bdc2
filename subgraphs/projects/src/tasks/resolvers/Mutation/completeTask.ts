import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const completeTask: NonNullable<MutationResolvers['completeTask']> = async (_parent, { input }, { services }) => {
  const task = await services.tasks.complete(decodeId(input.id, 'Task'), input.done ?? true);
  return { __typename: 'CompleteTaskSuccess', task };
};
