import type { Activity } from '@atelier/service-kit/activity';
import type { Database } from '@atelier/service-kit/database';
import type { Logger } from '@atelier/service-kit/log';
import { auditSources } from '../audit-log/audit-log.repository.ts';
import { type Store, studioSubject } from '../store.ts';

/** Makes `Store.tellOwnPages`. `signIn` knows where a person belongs. */
export function tellOwnPages(parts: {
  database: Pick<Database, 'transaction'>;
  signIn: Pick<Database, 'reads'>;
  activity: Pick<Activity, 'record'>;
  logger: Pick<Logger, 'warn'>;
}): Store['tellOwnPages'] {
  const { database, signIn, activity, logger } = parts;
  return async (userId) => {
    try {
      for (const { studioId, memberId } of await auditSources.membershipsOf(signIn.reads({ studioId: null }), userId)) {
        await database.transaction({ studioId }, (tx) =>
          activity.record(tx, {
            subject: studioSubject(studioId),
            entity: { typename: 'Member', id: memberId },
            verb: 'member.account-changed',
            actor: { kind: 'member', id: memberId },
            audienceBefore: [`person:${memberId}`],
            audienceAfter: [`person:${memberId}`],
          }),
        );
      }
    } catch (error) {
      logger.warn({ err: error }, 'the pages of a person were not told that their account has changed');
    }
  };
}
