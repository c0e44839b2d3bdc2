import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers, UpdateProjectInput } from './../../../__generated__/types.ts';
import type { ProjectPatch } from '../../project.ts';

export const updateProject: NonNullable<MutationResolvers['updateProject']> = async (_parent, { input }, { services }) => {
  const outcome = await services.projects.update(decodeId(input.id, 'Project'), input.expectedVersion, patchOf(input));
  return '__typename' in outcome ? outcome : { __typename: 'UpdateProjectSuccess', project: outcome };
};

/** Null takes away what may be absent; for the rest it is as good as left out. */
const patchOf = (input: UpdateProjectInput): ProjectPatch => ({
  name: input.name ?? undefined,
  brief: input.brief ?? undefined,
  status: input.status ?? undefined,
  newIsTeamOnly: input.newIsTeamOnly ?? undefined,
  startsOn: input.startsOn,
  dueOn: input.dueOn,
  clientId: input.clientId ? decodeId(input.clientId, 'Client') : input.clientId,
  currentStageId: input.currentStageId ? decodeId(input.currentStageId, 'Stage') : input.currentStageId,
});
