/** The mails that accounts causes; messaging owns their words and sends them. */
export type MailTemplate =
  | 'verify-email'
  | 'sign-in-link'
  | 'no-account'
  | 'account-exists'
  | 'reset-password'
  | 'password-changed'
  | 'confirm-email-change'
  | 'invitation'
  | 'client-link';

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

/** Asks for a mail outside any use case's transaction. Settles when the request is safe in the database. */
export type RequestMail = (mail: MailRequest) => Promise<void>;
