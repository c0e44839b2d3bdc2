import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const revokeClientLink: NonNullable<MutationResolvers['revokeClientLink']> = async (_parent, { input }, { services }) => {
  await services.clientLinks.revoke(decodeId(input.id, 'ClientLink'));
  return { __typename: 'RevokeClientLinkSuccess', id: input.id };
};
