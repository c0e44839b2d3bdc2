import { type Connection, connectionOf, cursorCodec, pageSize } from '@atelier/service-kit/connections';
import type { Session } from '@atelier/service-kit/database';
import { requireStudio, type Viewer } from '@atelier/service-kit/viewer';
import { z } from 'zod';
import { permissions } from '../permissions.ts';
import type { Store } from '../store.ts';
import { auditLogReads } from './audit-log.repository.ts';
import type { AuditLine, LineFilter } from './audit-log.ts';
import type { Check } from './chain.ts';

const cursors = cursorCodec<{ number: number }>('audit-log-1', z.object({ number: z.int().positive() }));

export interface AuditLogService {
  /** The newest first; null for viewers who may not read this studio's log. */
  page(studioId: string, args: { first?: number | null; after?: string | null; filter: LineFilter }): Promise<Connection<AuditLine> | null>;
  /** The person's own log, the newest first; null for anybody else. */
  ofPerson(userId: string, args: { first?: number | null; after?: string | null }): Promise<Connection<AuditLine> | null>;
  /** Reads the whole log; null for viewers who may not read it. */
  check(studioId: string): Promise<Check | null>;
}

/** The active studio's audit log. */
export function auditLogService(options: { viewer: Viewer; store: Store; reads: Session }): AuditLogService {
  const { viewer, store, reads } = options;
  const mayRead = (studioId: string) => permissions.allows(viewer, 'auditLog.read') && requireStudio(viewer) === studioId;
  async function pageOf(
    session: Session,
    studioId: string,
    { first, after, filter }: Parameters<AuditLogService['page']>[1],
  ): Promise<Connection<AuditLine>> {
    const size = pageSize(first);
    const rows = await auditLogReads.page(session, studioId, filter, cursors.decode(after)?.number ?? null, size + 1);
    return connectionOf({
      rows,
      first: size,
      after,
      cursor: ({ number }) => cursors.encode({ number }),
      totalCount: () => auditLogReads.count(session, studioId, filter),
    });
  }

  return {
    page: async (studioId, args) => (mayRead(studioId) ? pageOf(reads, studioId, args) : null),
    async ofPerson(userId, args) {
      if (viewer.kind !== 'user' || viewer.userId !== userId) return null;
      // Of a person's own log the person stands in place of the studio.
      return pageOf(store.database.reads({ studioId: userId, userId }), userId, { ...args, filter: ANY });
    },
    check: async (studioId) => (mayRead(studioId) ? store.audit.verify(reads, studioId) : null),
  };
}

const ANY: LineFilter = { kinds: null, actorId: null, from: null, to: null };
