import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const restoreProject: NonNullable<MutationResolvers['restoreProject']> = async (_parent, { input }, { services }) => ({
  __typename: 'RestoreProjectSuccess',
  project: await services.projects.restore(decodeId(input.id, 'Project')),
});
