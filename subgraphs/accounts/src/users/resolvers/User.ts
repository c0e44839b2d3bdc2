import { encodeId, tryDecodeId } from '@atelier/service-kit/ids';
import type { UserResolvers } from './../../__generated__/types.ts';

export const User: Pick<
  UserResolvers,
  | 'email'
  | 'emailVerified'
  | 'id'
  | 'locale'
  | 'memberships'
  | 'name'
  | 'picture'
  | 'sessions'
  | 'timeZone'
  | '__isTypeOf'
  | '__resolveReference'
> = {
  __resolveReference: (reference, { services }) => {
    const id = tryDecodeId(String(reference.id), 'User');
    return id === null ? null : services.users.find(id);
  },
  id: (user) => encodeId('User', user.id),
  memberships: (user, _args, { services }) => services.members.own(user.id),
  sessions: (user, _args, { services }) => services.users.sessions(user),
};
