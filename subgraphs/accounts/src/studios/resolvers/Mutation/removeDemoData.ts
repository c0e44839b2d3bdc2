import { encodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const removeDemoData: NonNullable<MutationResolvers['removeDemoData']> = async (_parent, _args, { services }) => {
  const result = await services.studios.removeDemo();
  if ('__typename' in result) return result;
  return { __typename: 'RemoveDemoDataSuccess', studioIds: result.studioIds.map((id) => encodeId('Studio', id)) };
};
