import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const archiveTask: NonNullable<MutationResolvers['archiveTask']> = async (_parent, { input }, { services }) => {
  const task = await services.tasks.archive(decodeId(input.id, 'Task'), input.archived ?? true);
  return { __typename: 'ArchiveTaskSuccess', task };
};
