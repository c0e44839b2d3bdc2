import type { Notification } from './notification.ts';

export type NotificationMapper = Notification;
