import { type Connection, connectionOf, cursorCodec, pageSize } from '@atelier/service-kit/connections';
import type { Session } from '@atelier/service-kit/database';
import { notFound, unauthenticated, unavailable } from '@atelier/service-kit/errors';
import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import { addJob } from '@atelier/service-kit/jobs';
import { requireStudio, studioOf, type Viewer } from '@atelier/service-kit/viewer';
import { z } from 'zod';
import type { Doer } from '../audit-log/audit-log.ts';
import { permissions } from '../permissions.ts';
import type { Store } from '../store.ts';
import type { StudioRepository } from '../studios/studio.repository.ts';
import { type FreshProofNeeded, proofNeeded } from '../users/proof.ts';
import type { UserRepository } from '../users/user.repository.ts';
import { exportChanges, exportReads } from './data-export.repository.ts';
import { DAY_MS, type DataExport, type ExportLimitReached, type ExportState, limitReached, MOST_ATTEMPTS, stateOf } from './data-export.ts';
import { DOWNLOAD_PREFIX } from './download-export.service.ts';
import { EXPORT_QUEUE, EXPORT_TASK } from './make-export.service.ts';

const cursors = cursorCodec<{ at: string; below: string }>('data-exports-1', z.object({ at: z.iso.datetime(), below: z.uuid() }));

interface PageArgs {
  first?: number | null;
  after?: string | null;
}

export interface DataExportService {
  /** Of the studio, the newest first; null for everybody but its owners. */
  ofStudio(studioId: string, args: PageArgs): Promise<Connection<DataExport> | null>;
  /** A person's own, the newest first; null for everybody else. */
  ofPerson(userId: string, args: PageArgs): Promise<Connection<DataExport> | null>;
  /** Null for one that is not the viewer's, nor of a studio that they own and are in. */
  find(id: string): Promise<DataExport | null>;
  /** Has everything of the active studio exported; one that is under way is given instead. */
  requestStudio(): Promise<DataExport | FreshProofNeeded | ExportLimitReached>;
  /** Has what is the viewer's own exported; one that is under way is given instead. */
  requestOwn(): Promise<DataExport | FreshProofNeeded | ExportLimitReached>;
  /** Ends one that is under way; one that has ended stays as it is. */
  cancel(id: string): Promise<DataExport>;
  state(of: DataExport): ExportState;
  /** The path of the file; null where there is none to be had. */
  downloadPath(of: DataExport): Promise<string | null>;
}

type Person = Viewer & { kind: 'user' };

/** Exports of a studio by its owners, and of what is a person's own. Programs have none: they act for somebody, and never take all. */
export function dataExportService(options: {
  viewer: Viewer;
  store: Store;
  reads: Session;
  users: UserRepository;
  studios: StudioRepository;
  now: () => Date;
}): DataExportService {
  const { viewer, store, reads, users, studios, now } = options;

  /** @throws UNAUTHENTICATED for everybody without an account, programs included */
  function person(): Person {
    if (viewer.kind !== 'user') throw unauthenticated();
    return viewer;
  }

  const ownsStudio = (studioId: string): boolean => permissions.allows(viewer, 'studio.export') && studioOf(viewer) === studioId;
  const ownReads = (userId: string): Session => store.database.reads({ studioId: userId, userId });

  async function pageFor(session: Session, owner: string, { first, after }: PageArgs): Promise<Connection<DataExport>> {
    const size = pageSize(first);
    const cursor = cursors.decode(after);
    const rows = await exportReads.page(session, owner, cursor && { at: new Date(cursor.at), below: cursor.below }, size + 1);
    return connectionOf({
      rows,
      first: size,
      after,
      cursor: ({ requestedAt, id }) => cursors.encode({ at: requestedAt.toISOString(), below: id }),
      totalCount: () => exportReads.count(session, owner),
    });
  }

  async function request(asking: Person, kind: DataExport['kind'], owner: string) {
    const needed = proofNeeded(await users.provedAt(asking.userId, asking.sessionId), now());
    if (needed !== null) return needed;
    const doer = await doerOf(asking, kind);
    return store.database.transaction({ studioId: owner }, async (tx) => {
      const running = await exportChanges.active(tx, owner);
      if (running !== null) return running;
      const limit = limitReached(await exportChanges.since(tx, owner, new Date(now().getTime() - DAY_MS)));
      if (limit !== null) return limit;
      const id = uuidv7(now().getTime());
      const made = await exportChanges.insert(tx, { owner, id, kind, requestedBy: asking.userId, at: now() });
      if (made === null) {
        // Somebody else was faster by a moment: theirs is committed by now, and may even have ended.
        const theirs = await exportChanges.active(tx, owner);
        if (theirs === null) throw unavailable('The export');
        return theirs;
      }
      await addJob(tx, 'accounts', EXPORT_TASK, { owner, id }, { queue: EXPORT_QUEUE, maxAttempts: MOST_ATTEMPTS + 1 });
      await store.audit.record(tx, doer, { kind: 'EXPORT_REQUESTED' });
      return made;
    });
  }

  /** In a person's own log they stand as themselves, whichever studio they are in. */
  async function doerOf(asking: Person, kind: DataExport['kind']): Promise<Doer> {
    return store.audit.doer(kind === 'studio' ? asking : { ...asking, studio: null });
  }

  const service: DataExportService = {
    ofStudio: async (studioId, args) => (ownsStudio(studioId) ? pageFor(reads, studioId, args) : null),

    ofPerson: async (userId, args) => (viewer.kind === 'user' && viewer.userId === userId ? pageFor(ownReads(userId), userId, args) : null),

    async find(id) {
      if (viewer.kind !== 'user') return null;
      const { userId } = viewer;
      const own = await exportReads.byId(ownReads(userId), { owner: userId, id });
      const studioId = studioOf(viewer);
      return own ?? (studioId !== null && ownsStudio(studioId) ? exportReads.byId(reads, { owner: studioId, id }) : null);
    },

    async requestStudio() {
      permissions.require(viewer, 'studio.export');
      return request(person(), 'studio', requireStudio(viewer));
    },

    async requestOwn() {
      const asking = person();
      return request(asking, 'person', asking.userId);
    },

    async cancel(id) {
      person();
      const found = await service.find(id);
      if (found === null) throw notFound();
      const key = { owner: found.studioId, id };
      const ended = await store.database.transaction({ studioId: found.studioId }, (tx) =>
        exportChanges.end(tx, key, { state: 'cancelled', failure: null }),
      );
      return ended ?? found;
    },

    state: (of) => stateOf(of, now()),

    async downloadPath(of) {
      if (stateOf(of, now()) !== 'ready') return null;
      const path = `${DOWNLOAD_PREFIX}${encodeId('DataExport', of.id)}.zip`;
      if (of.kind === 'person') return path;
      const studio = await studios.byId(of.studioId);
      return studio === null ? null : `${path}?studio=${encodeURIComponent(studio.slug)}`;
    },
  };
  return service;
}
