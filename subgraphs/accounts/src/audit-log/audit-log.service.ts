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
  /** Reads the whole log; null for viewers who may not read it. */
  check(studioId: string): Promise<Check | null>;
}

/** The active studio's audit log. */
export function auditLogService(options: { viewer: Viewer; store: Store; reads: Session }): AuditLogService {
  const { viewer, store, reads } = options;
  const mayRead = (studioId: string) => permissions.allows(viewer, 'auditLog.read') && requireStudio(viewer) === studioId;
  return {
    async page(studioId, { first, after, filter }) {
      if (!mayRead(studioId)) return null;
      const size = pageSize(first);
      const rows = await auditLogReads.page(reads, studioId, filter, cursors.decode(after)?.number ?? null, size + 1);
      return connectionOf({
        rows,
        first: size,
        after,
        cursor: ({ number }) => cursors.encode({ number }),
        totalCount: () => auditLogReads.count(reads, studioId, filter),
      });
    },
    check: async (studioId) => (mayRead(studioId) ? store.audit.verify(reads, studioId) : null),
  };
}
