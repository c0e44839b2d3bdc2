import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const createStudio: NonNullable<MutationResolvers['createStudio']> = async (_parent, { input }, { services }) => {
  const { name, slug, currency = 'EUR', timeZone = 'UTC', locale = 'en' } = input;
  const id = input.id ? decodeId(input.id, 'Studio') : null;
  const result = await services.studios.create({ id, name, slug, currency, timeZone, locale });
  return '__typename' in result ? result : { __typename: 'CreateStudioSuccess', studio: result };
};
