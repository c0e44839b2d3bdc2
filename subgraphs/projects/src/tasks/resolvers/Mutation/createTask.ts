import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';
import { personById } from '../../task.input.ts';

export const createTask: NonNullable<MutationResolvers['createTask']> = async (_parent, { input }, { services }) => {
  const outcome = await services.tasks.create({
    id: input.id ? decodeId(input.id, 'Task') : null,
    projectId: decodeId(input.projectId, 'Project'),
    title: input.title,
    description: input.description ?? '',
    status: input.status ?? 'TODO',
    stageId: input.stageId ? decodeId(input.stageId, 'Stage') : null,
    assignee: input.assigneeId ? personById(input.assigneeId) : null,
    dueOn: input.dueOn ?? null,
    visibility: input.visibility,
  });
  return '__typename' in outcome ? outcome : { __typename: 'CreateTaskSuccess', task: outcome };
};
