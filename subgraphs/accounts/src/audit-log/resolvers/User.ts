import type { UserResolvers } from './../../__generated__/types.ts';

export const User: Pick<UserResolvers, 'auditLog' | '__isTypeOf' | '__resolveReference'> = {
  auditLog: (user, args, { services }) => services.auditLog.ofPerson(user.id, args),
};
