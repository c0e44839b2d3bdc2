import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';
import { personById } from '../../task.input.ts';

export const updateTask: NonNullable<MutationResolvers['updateTask']> = async (_parent, { input }, { services }) => {
  const { id, expectedVersion, assigneeId, ...patch } = input;
  const assignee = assigneeId ? personById(assigneeId) : assigneeId === null ? null : undefined;
  const outcome = await services.tasks.update(decodeId(id, 'Task'), expectedVersion, { ...patch, assignee });
  return '__typename' in outcome ? outcome : { __typename: 'UpdateTaskSuccess', task: outcome };
};
