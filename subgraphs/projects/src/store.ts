import type { Session, Transaction } from '@atelier/service-kit/database';
import { type Kit, type RequestScope, scopeOf } from '@atelier/service-kit/subgraph';
import { requireStudio } from '@atelier/service-kit/viewer';
import { type Reach, reachOf } from './access.ts';
import { actorOf, type ProjectChange, recordChange } from './events.ts';
import { type ProjectRepository, projectRepository } from './projects/project.repository.ts';

/** What a repository stands on: where it reads, whose rows, and how far the viewer sees. */
export interface Access {
  readonly session: Session;
  readonly studioId: string;
  readonly reach: Reach;
}

/** The repositories of all rooms over one session, with their loaders. */
export interface Repositories {
  readonly projects: ProjectRepository;
}

/** A use case that writes: repositories inside its transaction, and `record` for what happened. */
export interface Unit extends Repositories {
  readonly tx: Transaction;
  /** The moment of the use case. */
  readonly now: Date;
  /** Writes the change into the activity and moves the project up in lists; call it last. */
  record(change: ProjectChange): Promise<void>;
}

/** The data of one request. */
export interface Store {
  /** The viewer's studio. @throws UNAUTHENTICATED or NOT_FOUND outside any. */
  readonly studioId: string;
  /** How far the viewer sees. */
  readonly reach: Reach;
  /** Batched reads; forgets what it loaded after each `write`. */
  readonly read: Repositories;
  /** Runs a use case in a transaction of its own; it may be run again after a deadlock, so that its only effects are statements. */
  write<T>(work: (unit: Unit) => Promise<T>): Promise<T>;
}

function openRepositories(access: Access): Repositories {
  return {
    projects: projectRepository(access),
  };
}

/** The store of one request. Opens nothing until something is read. */
export function createStore({ viewer, reads }: RequestScope, { database, activity, runtime }: Kit): Store {
  let read: Repositories | null = null;
  const store: Store = {
    get studioId() {
      return requireStudio(viewer);
    },
    get reach() {
      return reachOf(viewer);
    },
    get read() {
      read ??= openRepositories({ session: reads, studioId: store.studioId, reach: store.reach });
      return read;
    },
    async write(work) {
      const { studioId, reach } = store;
      try {
        return await database.transaction(scopeOf(viewer), async (tx) => {
          const repositories = openRepositories({ session: tx, studioId, reach });
          const now = runtime.now();
          return work({
            ...repositories,
            tx,
            now,
            async record(change) {
              await repositories.projects.touch(change.projectId, now);
              await recordChange(activity, tx, actorOf(viewer), now, change);
            },
          });
        });
      } finally {
        read = null;
      }
    },
  };
  return store;
}
