import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const rotateAppSecret: NonNullable<MutationResolvers['rotateAppSecret']> = async (_parent, { input }, { services }) => {
  const result = await services.apps.rotateSecret(decodeId(input.id, 'App'), input.previousEndsAt ?? null);
  return '__typename' in result ? result : { __typename: 'RotateAppSecretSuccess', ...result };
};
