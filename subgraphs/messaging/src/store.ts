import type { RecordInput } from '@atelier/service-kit/activity';
import type { Session, Transaction } from '@atelier/service-kit/database';
import { addJob } from '@atelier/service-kit/jobs';
import { RequestStore } from '@atelier/service-kit/request-store';
import type { Kit, RequestScope } from '@atelier/service-kit/subgraph';
import { type MailRepository, mailRepository } from './mails/mail.repository.ts';
import type { MailRequest } from './mails/mail.ts';
import type { Seal } from './mails/seal.ts';
import { type NotificationRepository, notificationRepository } from './notifications/notification.repository.ts';

/** The repositories of all rooms over one session, with their loaders. */
export interface Repositories {
  readonly notifications: NotificationRepository;
  readonly mails: MailRepository;
}

/** A use case that writes. */
export interface Unit extends Repositories {
  /** The moment of the use case. */
  readonly now: Date;
  /** Writes what happened to a person's notification; call it last. */
  record(memberId: string, change: Omit<RecordInput, 'subject' | 'entity' | 'at'> & { id: string }): Promise<void>;
}

/** The data of one request. */
export type Store = RequestStore<Repositories, Unit>;

/** The rooms' data over a session. */
export const openRepositories = (session: Session): Repositories => ({
  notifications: notificationRepository(session),
  mails: mailRepository(session),
});

/** The repositories inside a transaction. */
export function openUnit(tx: Transaction, { activity, runtime }: Kit): Unit {
  const now = runtime.now();
  return {
    ...openRepositories(tx),
    now,
    async record(memberId, { id, ...change }) {
      await activity.record(tx, {
        ...change,
        at: now,
        subject: { type: 'person', id: memberId },
        entity: { typename: 'Notification', id },
      });
    },
  };
}

/** Puts a mail on its way with the transaction: it is written and sent by a job, not before `runAt`. */
export async function postMail(
  tx: Transaction,
  seal: Seal,
  mail: { id: string; template: string; createdAt: Date; request: MailRequest; runAt?: Date },
): Promise<void> {
  const { id, template, createdAt, request, runAt } = mail;
  await mailRepository(tx).insert({ id, template, createdAt, request: seal.close(id, request) });
  await addJob(tx, 'messaging', 'send-mail', { mailId: id }, runAt ? { runAt } : {});
}

/** The store of one request. Opens nothing until something is read. */
export const createStore = ({ reads }: RequestScope, kit: Kit): Store =>
  new RequestStore(
    () => openRepositories(reads),
    (work) => kit.database.transaction(reads.scope, (tx) => work(openUnit(tx, kit))),
  );
