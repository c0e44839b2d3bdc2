import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const removeMember: NonNullable<MutationResolvers['removeMember']> = async (_parent, { input }, { services }) => {
  const tasksTo = input.tasksTo ? decodeId(input.tasksTo, 'Member') : null;
  const result = await services.removal.remove(decodeId(input.id, 'Member'), tasksTo);
  return '__typename' in result ? result : { __typename: 'RemoveMemberSuccess', id: input.id };
};
