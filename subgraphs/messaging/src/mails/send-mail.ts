import type { TaskHandler } from '@atelier/service-kit/jobs';
import type { Kit } from '@atelier/service-kit/subgraph';
import { z } from 'zod';
import { openRepositories, type Repositories } from '../store.ts';
import { composeMail, type Dropped } from './compose-mail.ts';
import { type MailContent, type MailRequest, mailContent, mailRequest, type StoredMail } from './mail.ts';
import type { Seal } from './seal.ts';
import type { MailTransport } from './transport.ts';

/** The job that writes one mail and hands it over. */
export const SEND_TASK = 'send-mail';
/** The job that deletes old mails. */
export const PURGE_TASK = 'purge-mails';

const KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
const payloadShape = z.object({ mailId: z.uuid() });

/** What becomes of mails. */
export interface MailParts {
  seal: Seal;
  transport: MailTransport;
}

/**
 * Writes and sends one mail. A throw has it tried again later, with growing pauses. Before it is handed over it is claimed: a
 * mail whose sender died in between, or that may have arrived, stays `sending` and is not sent again.
 */
export function sendMail(kit: Kit, { seal, transport }: MailParts): TaskHandler {
  return async (payload) => {
    const { mailId } = payloadShape.parse(payload);
    const run = <T>(work: (mails: Repositories['mails']) => Promise<T>) =>
      kit.database.transaction({ studioId: null }, (tx) => work(openRepositories(tx).mails));
    const mail = await openRepositories(kit.database.reads({ studioId: null })).mails.byId(mailId);
    if (mail?.state !== 'waiting') return;
    const settle = (state: 'sent' | 'refused' | 'dropped', failure: string | null) =>
      run((mails) => mails.settle(mailId, { state, failure, at: kit.runtime.now(), isKept: transport.keeps }));

    const content = await contentOf(kit, seal, mail);
    if ('dropped' in content) return settle('dropped', content.dropped);
    if (mail.content === null) await run((mails) => mails.write(mailId, seal.close(mailId, content)));
    if (!(await run((mails) => mails.claim(mailId)))) return;
    const delivery = await transport.send({ id: mailId, ...content });
    switch (delivery.outcome) {
      case 'sent':
        return settle('sent', null);
      case 'refused':
        kit.runtime.logger.error({ mailId, template: mail.template, failure: delivery.failure }, 'a mail was refused for good');
        return settle('refused', delivery.failure);
      case 'unsure':
        kit.runtime.logger.error({ mailId, template: mail.template, failure: delivery.failure }, 'nobody knows whether a mail was sent');
        return;
      case 'later':
        await run((mails) => mails.release(mailId, delivery.failure));
        throw new Error(`The mail was not taken: ${delivery.failure}.`);
    }
  };
}

async function contentOf(kit: Kit, seal: Seal, mail: StoredMail): Promise<MailContent | Dropped> {
  if (mail.content !== null) return mailContent.parse(seal.open(mail.id, mail.content));
  const request = mailRequest.parse(mail.request === null ? null : seal.open(mail.id, mail.request));
  if (await isRead(kit, request)) return { dropped: 'ALREADY_READ' };
  return composeMail(kit, request);
}

async function isRead(kit: Kit, request: MailRequest): Promise<boolean> {
  if (!('notification' in request) || request.notification.notificationId === null) return false;
  const { studioId, notificationId } = request.notification;
  return !(await openRepositories(kit.database.reads({ studioId })).notifications.isUnread(notificationId));
}

/** Deletes mails that are older than 30 days. */
export function purgeMails(kit: Kit): TaskHandler {
  return async () => {
    const before = new Date(kit.runtime.now().getTime() - KEPT_DAYS * DAY_MS);
    await kit.database.transaction({ studioId: null }, (tx) => openRepositories(tx).mails.purge(before));
  };
}
