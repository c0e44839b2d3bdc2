import type { MailContent } from './mail.ts';

/** What became of handing a mail over. */
export type Delivery =
  /** Somebody else carries it now. */
  | { outcome: 'sent' }
  /** It was surely not taken; later it may be. */
  | { outcome: 'later'; failure: string }
  /** It was not taken and never will be. */
  | { outcome: 'refused'; failure: string }
  /** Nobody knows whether it was taken: it must not be sent again. */
  | { outcome: 'unsure'; failure: string };

/** The port through which mails leave. */
export interface MailTransport {
  /** Whether sent mails stay readable here. */
  readonly keeps: boolean;
  /** Never throws. `failure` is a short code without addresses. */
  send(mail: { id: string } & MailContent): Promise<Delivery>;
}

/** Sends nothing: mails stay in the outbox, where they can be read at /dev/mail. */
export const outbox: MailTransport = { keeps: true, send: async () => ({ outcome: 'sent' }) };
