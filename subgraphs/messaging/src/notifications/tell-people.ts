import type { Transaction } from '@atelier/service-kit/database';
import { uuidv7 } from '@atelier/service-kit/ids';
import type { DomainEvent } from '@atelier/service-kit/peers';
import type { Kit } from '@atelier/service-kit/subgraph';
import { z } from 'zod';
import type { NotificationMail } from '../mails/mail.ts';
import type { Seal } from '../mails/seal.ts';
import { openUnit, postMail } from '../store.ts';
import { type Notification, settingsWith, type Told, toldOfComment, toldOfTask } from './notification.ts';

const person = z.object({ kind: z.enum(['member', 'contact']), id: z.uuid() });

const taskAssigned = z.object({
  taskId: z.uuid(),
  projectId: z.uuid(),
  assigneeKind: person.shape.kind,
  assigneeId: z.uuid(),
  actor: person.nullable(),
});

const commentWritten = z.object({
  commentId: z.uuid(),
  taskId: z.uuid().nullable(),
  projectId: z.uuid(),
  mentioned: z.array(person),
  visibility: z.enum(['TEAM', 'CLIENT']),
  assignee: person.nullable(),
  actor: person.nullable(),
});

const memberRemoved = z.object({ memberId: z.uuid() });

/** What messaging does when something happened in another domain; each event once. */
export type Handler = (event: DomainEvent, tx: Transaction, kit: Kit) => Promise<void>;

/** What the people of an event are told, in the app and by mail as they chose. */
export function tellPeople(options: { seal: Seal; mailDelayMs: number }): Record<string, Handler> {
  const onTask: Handler = async (event, tx, kit) => {
    const { assigneeKind, assigneeId, actor, ...about } = taskAssigned.parse(event.data);
    const told = toldOfTask({ assignee: { kind: assigneeKind, id: assigneeId }, actor });
    await tell(event, tx, kit, told, { ...about, actor, commentId: null });
  };
  const onComment: Handler = async (event, tx, kit) => {
    const { mentioned, assignee, visibility, actor, ...about } = commentWritten.parse(event.data);
    await tell(event, tx, kit, toldOfComment({ mentioned, assignee, visibility, actor }), { ...about, actor });
  };

  type About = Pick<Notification, 'actor' | 'projectId' | 'taskId' | 'commentId'>;

  const tell = async (event: DomainEvent, tx: Transaction, kit: Kit, told: readonly Told[], about: About): Promise<void> => {
    const { studioId } = event;
    if (studioId === null || told.length === 0) return;
    const unit = openUnit(tx, kit);
    const createdAt = new Date(event.at);
    const members = told.filter(({ person }) => person.kind === 'member');
    const chosen = await unit.notifications.settings(members.map(({ person: { id } }) => id));
    const channels = new Map(
      members.map(({ person: { id }, kind }) => [id, settingsWith(chosen.get(id) ?? []).find((setting) => setting.kind === kind)]),
    );
    const inApp = members.filter(({ person }) => channels.get(person.id)?.inApp);
    const written = await unit.notifications.insert(
      inApp.map(({ person, kind }) => ({
        ...about,
        id: uuidv7(createdAt.getTime()),
        memberId: person.id,
        kind,
        createdAt,
        readAt: null,
      })),
    );
    for (const { person: to, kind } of told) {
      const setting = channels.get(to.id);
      const notification = written.find((each) => each.memberId === to.id);
      // Somebody who was told of this comment before is not mailed again either.
      const isNews = setting?.inApp ? notification !== undefined : true;
      const isMailed = to.kind === 'contact' || setting?.mail === true;
      if (isMailed && isNews) await post(tx, kit, { kind, studioId, to, notificationId: notification?.id ?? null, ...about });
    }
    // Recorded last, people always in the same order: each record locks that person's version.
    for (const { id, memberId } of written.toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1))) {
      await unit.record(memberId, {
        id,
        verb: 'notification.created',
        actor: about.actor ?? { kind: 'system', id: null },
        audienceBefore: [],
        audienceAfter: [`person:${memberId}`],
      });
    }
  };

  const post = async (tx: Transaction, kit: Kit, notification: NotificationMail): Promise<void> => {
    const now = kit.runtime.now();
    const runAt = notification.notificationId === null ? undefined : new Date(now.getTime() + options.mailDelayMs);
    await postMail(tx, options.seal, {
      id: uuidv7(now.getTime()),
      template: notification.kind.toLowerCase(),
      createdAt: now,
      request: { notification },
      runAt,
    });
  };

  return {
    'task.assigned': onTask,
    'comment.mentioned': onComment,
    'comment.added': onComment,
    'member.removed': async (event, tx, kit) => {
      const { memberId } = memberRemoved.parse(event.data);
      await openUnit(tx, kit).notifications.forget(memberId);
    },
  };
}
