import { activityTables } from '@atelier/service-kit/activity';
import { ledger } from './schema.ts';

export const { activity, subjects, inbox, outbox } = activityTables(ledger);
