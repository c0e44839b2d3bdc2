import { demoId } from '@atelier/service-kit/demo';
import type { CopyTable } from '@atelier/service-kit/load';
import type { NotificationKind } from '../src/notifications/notification.ts';
import { notificationTable, type SeedNotification, timedId } from './rows.ts';

/** Something that a person of the demo was told; things are named as the projects domain's stories name them. */
interface Told {
  studio: 'marisol' | 'northlight';
  /** `demoId('member:<to>')`. */
  to: string;
  kind: NotificationKind;
  actor: `member:${string}` | `contact:${string}`;
  project: string;
  /** The task's number in its project. */
  task?: number;
  /** The comment's number in its project. */
  comment?: number;
  /** Days ago, fractions too. */
  ago: number;
  isRead?: true;
}

const STORIES: readonly Told[] = [
  {
    studio: 'marisol',
    to: 'marisol',
    kind: 'COMMENTED',
    actor: 'contact:odile-marchand',
    project: 'night-garden',
    task: 6,
    comment: 5,
    ago: 0.3,
  },
  {
    studio: 'marisol',
    to: 'marisol',
    kind: 'MENTIONED',
    actor: 'contact:ines-vidal',
    project: 'harbour-mural',
    task: 5,
    comment: 6,
    ago: 1.2,
    isRead: true,
  },
  {
    studio: 'marisol',
    to: 'marisol',
    kind: 'COMMENTED',
    actor: 'contact:ines-vidal',
    project: 'harbour-mural',
    task: 2,
    comment: 5,
    ago: 27,
    isRead: true,
  },
  {
    studio: 'marisol',
    to: 'marisol',
    kind: 'COMMENTED',
    actor: 'contact:jun-okada',
    project: 'night-garden',
    task: 1,
    comment: 3,
    ago: 58,
    isRead: true,
  },
  { studio: 'northlight', to: 'northlight', kind: 'ASSIGNED', actor: 'member:amara', project: 'tern-catalogue', task: 5, ago: 0.6 },
  { studio: 'northlight', to: 'northlight', kind: 'ASSIGNED', actor: 'member:amara', project: 'lowtide-identity', task: 17, ago: 1.7 },
  {
    studio: 'northlight',
    to: 'northlight',
    kind: 'ASSIGNED',
    actor: 'member:theo',
    project: 'northlight-site',
    task: 0,
    ago: 90,
    isRead: true,
  },
];

const DAY_MS = 24 * 60 * 60 * 1000;

/** What the people of the two demo studios were told. The same `now` gives the same rows. */
export function demoTables({ now }: { now: Date }): CopyTable[] {
  return [notificationTable(() => STORIES.map((told, number) => rowOf(told, number, now)))];
}

function rowOf({ studio, to, kind, actor, project, task, comment, ago, isRead }: Told, number: number, now: Date): SeedNotification {
  const createdAt = new Date(now.getTime() - ago * DAY_MS);
  return {
    studioId: demoId(`studio:${studio}`),
    id: timedId(`demo:${number}`, createdAt),
    memberId: demoId(`member:${to}`),
    kind,
    actor: { kind: actor.startsWith('member:') ? 'member' : 'contact', id: demoId(actor) },
    projectId: demoId(`project:${project}`),
    taskId: task === undefined ? null : demoId(`task:${project}:${task}`),
    commentId: comment === undefined ? null : demoId(`comment:${project}:${comment}`),
    createdAt,
    readAt: isRead ? new Date(createdAt.getTime() + DAY_MS / 8) : null,
  };
}
