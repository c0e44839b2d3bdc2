import { activityTables } from '@atelier/service-kit/activity';
import { schema } from '../schema.ts';

export const { activity, subjects, inbox, outbox } = activityTables(schema);
