import type { MutationResolvers } from './../../../__generated__/types.ts';

export const markNotificationsRead: NonNullable<MutationResolvers['markNotificationsRead']> = async (_parent, { input }, { services }) => {
  const outcome = await services.notifications.mark(input.ids ?? null, input.read ?? true);
  return '__typename' in outcome ? outcome : { __typename: 'MarkNotificationsReadSuccess', ...outcome };
};
