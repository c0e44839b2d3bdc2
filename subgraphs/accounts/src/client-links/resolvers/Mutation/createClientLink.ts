import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const createClientLink: NonNullable<MutationResolvers['createClientLink']> = async (_parent, { input }, { services }) => {
  const result = await services.clientLinks.create({
    projectId: decodeId(input.projectId, 'Project'),
    contactId: decodeId(input.contactId, 'Contact'),
    sendMail: input.sendMail ?? false,
  });
  return '__typename' in result ? result : { __typename: 'CreateClientLinkSuccess', ...result };
};
