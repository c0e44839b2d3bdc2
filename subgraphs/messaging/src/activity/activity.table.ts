import { activityTables } from '@atelier/service-kit/activity';
import { schema } from '../schema.ts';

export const { subjects, activity, inbox, outbox } = activityTables(schema);
