import type { StudioResolvers } from './../../__generated__/types.ts';

export const Studio: Pick<StudioResolvers, 'secondFactorDays' | '__isTypeOf' | '__resolveReference'> = {
  secondFactorDays: (studio, _args, { services }) => services.requirements.days(studio),
};
