import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const removeApp: NonNullable<MutationResolvers['removeApp']> = async (_parent, { input }, { services }) => {
  await services.apps.remove(decodeId(input.id, 'App'));
  return { __typename: 'RemoveAppSuccess', id: input.id };
};
