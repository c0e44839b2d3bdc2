import type { MutationResolvers } from './../../../__generated__/types.ts';

export const updateNotificationSetting: NonNullable<MutationResolvers['updateNotificationSetting']> = async (
  _parent,
  { input },
  { services },
) => ({
  __typename: 'UpdateNotificationSettingSuccess',
  settings: await services.notifications.choose(input),
});
