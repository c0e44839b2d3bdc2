import type { Origin } from '../audit-log/audit-log.ts';
import type { Store } from '../store.ts';

/** A refresh token that was spent, or given back, and came again. */
export interface ReplayedToken {
  tokenId: string;
  studioId: string;
  /** Who had let the app in. */
  memberId: string;
  appName: string;
  email: string;
  name: string;
  locale: string | null;
}

/**
 * Tells the studio's audit log that an app's refresh token came a second time, whereupon all that the app held for that person has ended,
 * and mails the person. Once for a token, however often it comes.
 */
export async function tellReplay(store: Store, replayed: ReplayedToken, origin: Origin, now: Date): Promise<void> {
  const { tokenId, studioId, memberId, appName, email, name, locale } = replayed;
  const mail = await store.mails.seal({
    template: 'app-token-replayed',
    to: { email },
    locale,
    studioId: null,
    data: { name, appName, url: `${store.publicUrl}/security` },
  });
  // Whoever sends it holds what only the app should.
  const doer = { actorKind: 'stranger', actorId: null, ...origin } as const;
  const line = { kind: 'APP_TOKEN_REPLAYED', target: { type: 'Member', id: memberId }, before: { name: appName } } as const;
  await store.database.transaction({ studioId }, async (tx) => {
    if (await store.audit.recordOnce(tx, doer, line, { since: longAgo(now), eventId: tokenId })) await store.mails.queue(tx, mail);
  });
}

/** A refresh token is good for 30 days: one that came before is told already. */
const longAgo = (now: Date): Date => new Date(now.getTime() - 40 * 24 * 60 * 60 * 1000);
