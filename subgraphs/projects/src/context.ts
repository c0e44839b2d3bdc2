import { onDemand } from '@atelier/service-kit/on-demand';
import type { Peers } from '@atelier/service-kit/peers';
import type { Kit, RequestScope } from '@atelier/service-kit/subgraph';
import type { Viewer } from '@atelier/service-kit/viewer';
import { type ActivityService, activityService } from './activity/activity.service.ts';
import { type CommentService, commentService } from './comments/comment.service.ts';
import type { Env } from './env.ts';
import { type GrantService, grantService } from './grants/grant.service.ts';
import { type MemberWorkService, memberWorkService } from './members/member-work.service.ts';
import { type ProjectService, projectService } from './projects/project.service.ts';
import { type StageService, stageService } from './stages/stage.service.ts';
import { Store } from './store.ts';
import { type TaskService, taskService } from './tasks/task.service.ts';

/** What a service stands on: who asks, the data as they see it, and the other domains. */
export interface UseCases {
  readonly viewer: Viewer;
  /** Shows the other domains who asks. */
  readonly viewerToken: string;
  /** Shows the other domains that this one asks for itself: what it needs to decide by and hands to nobody. */
  serviceToken(studioId: string): Promise<string>;
  readonly store: Store;
  readonly peers: Peers;
  readonly env: Env;
  now(): Date;
}

/** The services of all rooms for one request. */
export interface Services {
  readonly projects: ProjectService;
  readonly stages: StageService;
  readonly grants: GrantService;
  readonly memberWork: MemberWorkService;
  readonly tasks: TaskService;
  readonly comments: CommentService;
  readonly activity: ActivityService;
}

/** What every resolver gets. */
export interface Context {
  readonly viewer: Viewer;
  readonly traceId: string;
  readonly services: Services;
}

const openServices = onDemand<UseCases, Services>({
  projects: projectService,
  stages: stageService,
  grants: grantService,
  memberWork: memberWorkService,
  tasks: taskService,
  comments: commentService,
  activity: activityService,
});

/** Makes the context of one request. */
export function createContext(request: RequestScope, kit: Kit, env: Env): Context {
  const { viewer, viewerToken, traceId } = request;
  const { peers, now } = kit.runtime;
  const { serviceToken } = kit;
  const useCases: UseCases = { viewer, viewerToken, serviceToken, peers, env, now, store: new Store(request, kit) };
  return { viewer, traceId, services: openServices(useCases) };
}
