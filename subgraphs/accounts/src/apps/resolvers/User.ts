import type { UserResolvers } from './../../__generated__/types.ts';

export const User: Pick<UserResolvers, 'appGrants' | '__isTypeOf' | '__resolveReference'> = {
  appGrants: (user, _args, { services }) => services.appGrants.ofPerson(user.id),
};
