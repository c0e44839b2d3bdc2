import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const trashTask: NonNullable<MutationResolvers['trashTask']> = async (_parent, { input }, { services }) => {
  const task = await services.tasks.trash(decodeId(input.id, 'Task'));
  return { __typename: 'TrashTaskSuccess', task };
};
