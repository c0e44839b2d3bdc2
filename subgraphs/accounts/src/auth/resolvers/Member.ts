import type { MemberResolvers } from './../../__generated__/types.ts';

export const Member: Pick<MemberResolvers, 'hasSecondFactor' | 'secondFactorDueAt' | '__isTypeOf' | '__resolveReference'> = {
  hasSecondFactor: (member, _args, { services }) => services.requirements.hasSecondFactor(member),
  secondFactorDueAt: (member, _args, { services }) => services.requirements.dueAt(member),
};
