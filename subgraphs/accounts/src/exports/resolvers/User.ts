import type { UserResolvers } from './../../__generated__/types.ts';

export const User: Pick<UserResolvers, 'exports' | '__isTypeOf' | '__resolveReference'> = {
  exports: (user, args, { services }) => services.exports.ofPerson(user.id, args),
};
