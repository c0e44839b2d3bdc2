import { activityTables } from '@atelier/service-kit/activity';
import { accountsSchema } from '../schema.ts';

/** Audit trail and event log of this domain. */
export const { activity, subjects, inbox, outbox } = activityTables(accountsSchema);
