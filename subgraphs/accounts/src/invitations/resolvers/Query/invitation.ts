import type { QueryResolvers } from './../../../__generated__/types.ts';
import { toApiRole } from '../../../members/role.ts';

export const invitation: NonNullable<QueryResolvers['invitation']> = async (_parent, { token }, { services }) => {
  const preview = await services.invitations.preview(token);
  return preview === null ? null : { ...preview, role: toApiRole(preview.role) };
};
