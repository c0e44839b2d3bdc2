import type { UserResolvers } from './../../__generated__/types.ts';

export const User: Pick<UserResolvers, 'deletion' | 'leaving' | '__isTypeOf' | '__resolveReference'> = {
  deletion: (user, _args, { services }) => services.accountDeletions.of(user),
  leaving: (user, _args, { services }) => services.accountDeletions.leaving(user),
};
