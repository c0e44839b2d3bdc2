import type { ActivityEntry } from './activity.ts';

export type ActivityMapper = ActivityEntry;
