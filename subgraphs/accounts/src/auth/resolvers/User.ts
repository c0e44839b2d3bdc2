import type { UserResolvers } from './../../__generated__/types.ts';

export const User: Pick<UserResolvers, 'hasAuthenticatorApp' | 'passkeys' | 'recoveryCodesLeft' | '__isTypeOf' | '__resolveReference'> = {
  hasAuthenticatorApp: (user) => user.hasAuthenticatorApp,
  passkeys: (user, _args, { services }) => services.factors.passkeys(user),
  recoveryCodesLeft: (user, _args, { services }) => services.factors.recoveryCodesLeft(user),
};
