import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const createProject: NonNullable<MutationResolvers['createProject']> = async (_parent, { input }, { services }) => {
  const outcome = await services.projects.create({
    id: input.id ? decodeId(input.id, 'Project') : null,
    name: input.name,
    clientId: input.clientId ? decodeId(input.clientId, 'Client') : null,
    brief: input.brief ?? '',
    startsOn: input.startsOn ?? null,
    dueOn: input.dueOn ?? null,
    status: input.status ?? 'ACTIVE',
    stages: input.stages ?? [],
  });
  return '__typename' in outcome ? outcome : { __typename: 'CreateProjectSuccess', project: outcome };
};
