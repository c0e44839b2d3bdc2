export { type Activity, type ActivityOptions, createActivity, RELAY_TASK } from './activity/activity.ts';
export { createMemoryBus, createRedisBus, type LiveBus } from './activity/bus.ts';
export {
  type ActorRef,
  type Audience,
  channelOf,
  type LiveEvent,
  parseChannel,
  type RecordInput,
  type SubjectRef,
} from './activity/events.ts';
export { type ActivityTables, activityTables } from './activity/tables.ts';
