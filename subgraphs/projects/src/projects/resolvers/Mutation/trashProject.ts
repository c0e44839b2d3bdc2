import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const trashProject: NonNullable<MutationResolvers['trashProject']> = async (_parent, { input }, { services }) => ({
  __typename: 'TrashProjectSuccess',
  project: await services.projects.trash(decodeId(input.id, 'Project')),
});
