import type { Session, Transaction } from '@atelier/service-kit/database';
import { onDemand } from '@atelier/service-kit/on-demand';
import { RequestStore } from '@atelier/service-kit/request-store';
import { type Kit, type RequestScope, scopeOf } from '@atelier/service-kit/subgraph';
import { requireStudio, type Viewer } from '@atelier/service-kit/viewer';
import { type Reach, reachOf } from './access.ts';
import { type ActivityRepository, activityRepository } from './activity/activity.repository.ts';
import { type CommentRepository, commentRepository } from './comments/comment.repository.ts';
import { actorOf, type ProjectChange, recordChange } from './events.ts';
import { type GrantRepository, grantRepository } from './grants/grant.repository.ts';
import { type MemberGrantRepository, memberGrantRepository } from './grants/member-grants.repository.ts';
import { type MemberWorkRepository, memberWorkRepository } from './members/member-work.repository.ts';
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
  readonly memberGrants: MemberGrantRepository;
  readonly memberWork: MemberWorkRepository;
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
export class Store extends RequestStore<Repositories, Unit> {
  readonly #viewer: Viewer;

  constructor({ viewer, reads }: RequestScope, kit: Kit) {
    super(
      () => openRepositories({ session: reads, studioId: this.studioId, reach: this.reach }),
      (work) => kit.database.transaction(scopeOf(viewer), (tx) => work(openUnit(kit, tx, viewer))),
    );
    this.#viewer = viewer;
  }

  /** The viewer's studio. @throws UNAUTHENTICATED or NOT_FOUND outside any. */
  get studioId(): string {
    return requireStudio(this.#viewer);
  }

  /** How far the viewer sees. */
  get reach(): Reach {
    return reachOf(this.#viewer);
  }
}

const openRepositories = onDemand<Access, Repositories>({
  projects: projectRepository,
  stages: stageRepository,
  grants: grantRepository,
  memberGrants: memberGrantRepository,
  memberWork: memberWorkRepository,
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
