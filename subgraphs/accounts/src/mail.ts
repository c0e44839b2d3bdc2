import type { Database, Transaction } from '@atelier/service-kit/database';
import { uuidv7 } from '@atelier/service-kit/ids';
import { addJob, type TaskHandler } from '@atelier/service-kit/jobs';
import type { Peers } from '@atelier/service-kit/peers';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';

/** The mails that accounts causes; messaging owns their words and sends them. */
export type MailTemplate =
  | 'verify-email'
  | 'sign-in-link'
  | 'no-account'
  | 'account-exists'
  | 'reset-password'
  | 'password-changed'
  | 'security-changed'
  | 'app-token-replayed'
  | 'proof-code'
  | 'new-device'
  | 'recovery-started'
  | 'recovery-done'
  | 'confirm-email-change'
  | 'studio-deletion'
  | 'studio-deletion-undone'
  | 'account-deletion'
  | 'account-deletion-undone'
  | 'account-deletion-stopped'
  | 'erasure-receipt'
  | 'invitation'
  | 'ownership-transferred'
  | 'client-link'
  | 'export-ready';

/** What accounts asks messaging to send: the data of the event `mail.requested`. */
export interface MailRequest {
  template: MailTemplate;
  /** An address, or a client's contact whose address `clients` knows. */
  to: { email: string } | { contactId: string };
  /** BCP 47; null lets messaging choose. */
  locale: string | null;
  /** The studio that it is sent for; null for mails about a person's account. */
  studioId: string | null;
  /** What the template shows: names and links. */
  data: Record<string, string>;
}

/** The job that hands a mail to messaging. */
export const MAIL_TASK = 'mail.request';

export interface Mails {
  /** Asks for a mail in the transaction of the change that causes it. Seal it before: encryption is no work for a transaction. */
  queue(tx: Transaction, sealed: SealedMail): Promise<void>;
  seal(mail: MailRequest): Promise<SealedMail>;
  /** Asks for a mail outside any transaction. Settles when the request is safe in the database. */
  request(mail: MailRequest): Promise<void>;
  /** The handler of MAIL_TASK. */
  deliver: TaskHandler;
}

/** A mail that only this installation can read: links in it let people in, and jobs lie in the database. */
export interface SealedMail {
  eventId: string;
  at: string;
  studioId: string | null;
  sealed: string;
}

/** Hands mails to messaging by a job, as the event `mail.requested`. */
export function createMails(options: { database: Database; peers: Peers; secret: string; now: () => Date }): Mails {
  const { database, peers, secret, now } = options;
  const seal = async (mail: MailRequest): Promise<SealedMail> => ({
    eventId: uuidv7(now().getTime()),
    at: now().toISOString(),
    studioId: mail.studioId,
    sealed: await symmetricEncrypt({ key: secret, data: JSON.stringify(mail) }),
  });
  const queue = (tx: Transaction, sealed: SealedMail) => addJob(tx, 'accounts', MAIL_TASK, sealed);
  return {
    seal,
    queue,
    async request(mail) {
      const sealed = await seal(mail);
      await database.transaction({ studioId: mail.studioId }, (tx) => queue(tx, sealed));
    },
    async deliver(payload) {
      const { eventId, at, studioId, sealed } = payload as SealedMail;
      const mail = JSON.parse(await symmetricDecrypt({ key: secret, data: sealed })) as MailRequest;
      await peers.deliver({ id: eventId, type: 'mail.requested', source: 'accounts', studioId, at, data: { ...mail } });
    },
  };
}
