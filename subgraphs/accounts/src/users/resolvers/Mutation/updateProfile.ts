import type { MutationResolvers } from './../../../__generated__/types.ts';

export const updateProfile: NonNullable<MutationResolvers['updateProfile']> = async (_parent, { input }, { services }) => {
  const { name, locale, timeZone } = input;
  const result = await services.users.update({
    // A name cannot be taken away; the other two can, and then follow the browser.
    ...(name === null || name === undefined ? {} : { name }),
    ...(locale === undefined ? {} : { locale }),
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  return '__typename' in result ? result : { __typename: 'UpdateProfileSuccess', user: result };
};
