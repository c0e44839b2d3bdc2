import type { Session, Transaction } from '@atelier/service-kit/database';
import { onDemand } from '@atelier/service-kit/on-demand';
import { type Kit, type RequestScope, scopeOf } from '@atelier/service-kit/subgraph';
import { requireStudio, type Viewer } from '@atelier/service-kit/viewer';
import { type Reach, reachOf } from './access.ts';
import { type ActivityRepository, activityRepository } from './activity/activity.repository.ts';
import { type CommentRepository, commentRepository } from './comments/comment.repository.ts';
import { actorOf, type ProjectChange, recordChange } from './events.ts';
import { type GrantRepository, grantRepository } from './grants/grant.repository.ts';
import { type ProjectRepository, projectRepository } from './projects/project.repository.ts';
import { type StageRepository, stageRepository } from './stages/stage.repository.ts';
import { type TaskRepository, taskRepository } from './tasks/task.repository.ts';

/** What a repository stands on: where it reads, whose rows, and how far the viewer sees. */
export interface Access {
  readonly session: Session;
  readonly studioId: string;
  readonly reach: Reach;
}

/** The repositories of all rooms over one session, with their loaders. */
export interface Repositories {
  readonly projects: ProjectRepository;
  readonly stages: StageRepository;
  readonly grants: GrantRepository;
  readonly activity: ActivityRepository;
  readonly tasks: TaskRepository;
  readonly comments: CommentRepository;
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

const openRepositories = onDemand<Access, Repositories>({
  projects: projectRepository,
  stages: stageRepository,
  grants: grantRepository,
  activity: activityRepository,
  tasks: taskRepository,
  comments: commentRepository,
});

/** Opens a use case inside a transaction. */
function openUnit(kit: Kit, tx: Transaction, viewer: Viewer): Unit {
  const repositories = openRepositories({ session: tx, studioId: requireStudio(viewer), reach: reachOf(viewer) });
  const now = kit.runtime.now();
  return Object.assign(repositories, {
    tx,
    now,
    async record(change: ProjectChange) {
      await repositories.projects.touch(change.projectId, now);
      await recordChange(kit.activity, tx, actorOf(viewer), now, change);
    },
  });
}

const system = (studioId: string): Viewer => ({ kind: 'service', service: 'projects', studioId });

/** What Atelier itself does in a studio, inside a transaction that is open already: other domains' events. */
export const systemUnit = (kit: Kit, tx: Transaction, studioId: string): Unit => openUnit(kit, tx, system(studioId));

/** What Atelier itself does in a studio, in a transaction of its own: jobs. */
export const systemWrite = <T>(kit: Kit, studioId: string, work: (unit: Unit) => Promise<T>): Promise<T> =>
  kit.database.transaction({ studioId }, (tx) => work(systemUnit(kit, tx, studioId)));

/** The store of one request. Opens nothing until something is read. */
export function createStore({ viewer, reads }: RequestScope, kit: Kit): Store {
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
      try {
        return await kit.database.transaction(scopeOf(viewer), (tx) => work(openUnit(kit, tx, viewer)));
      } finally {
        read = null;
      }
    },
  };
  return store;
}
