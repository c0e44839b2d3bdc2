import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';
import { fromApiRole } from '../../../members/role.ts';

export const inviteMember: NonNullable<MutationResolvers['inviteMember']> = async (_parent, { input }, { services }) => {
  const projectIds = (input.projectIds ?? []).map((id) => decodeId(id, 'Project'));
  const result = await services.invitations.invite({
    email: input.email,
    role: fromApiRole(input.role),
    projectIds,
    sendMail: input.sendMail ?? true,
  });
  return '__typename' in result ? result : { __typename: 'InviteMemberSuccess', ...result };
};
