/* This file was automatically generated. DO NOT UPDATE MANUALLY. */
    import type   { Resolvers } from './types.ts';
    import    { notificationSettings as Query_notificationSettings } from './../notifications/resolvers/Query/notificationSettings.ts';
import    { notifications as Query_notifications } from './../notifications/resolvers/Query/notifications.ts';
import    { unreadNotificationCount as Query_unreadNotificationCount } from './../notifications/resolvers/Query/unreadNotificationCount.ts';
import    { markNotificationsRead as Mutation_markNotificationsRead } from './../notifications/resolvers/Mutation/markNotificationsRead.ts';
import    { updateNotificationSetting as Mutation_updateNotificationSetting } from './../notifications/resolvers/Mutation/updateNotificationSetting.ts';
import    { Notification } from './../notifications/resolvers/Notification.ts';
    export const resolvers: Resolvers = {
      Query: { notificationSettings: Query_notificationSettings,notifications: Query_notifications,unreadNotificationCount: Query_unreadNotificationCount },
      Mutation: { markNotificationsRead: Mutation_markNotificationsRead,updateNotificationSetting: Mutation_updateNotificationSetting },
      
      Notification: Notification
    }