import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const rotateApiKey: NonNullable<MutationResolvers['rotateApiKey']> = async (_parent, { input }, { services }) => {
  const result = await services.apiKeys.rotate(decodeId(input.id, 'ApiKey'), input.previousEndsAt ?? null);
  return '__typename' in result ? result : { __typename: 'RotateApiKeySuccess', ...result };
};
