import { LOCALES, type Locale } from '@atelier/service-kit/words';
import { z } from 'zod';
import { notificationKinds } from '../notifications/notification.ts';
import { unlinked } from './html.ts';

const link = z.url({ protocol: /^https?$/ });
/** What somebody, a studio or an app calls itself: a stranger reads it, and finds no link in it. */
const name = z.string().transform(unlinked);

/** What the mails of other domains show. Values are text of people and links of ours. */
export const templateData = {
  'verify-email': z.object({ url: link }),
  'sign-in-link': z.object({ name, url: link }),
  'no-account': z.object({ url: link }),
  'account-exists': z.object({ url: link }),
  'reset-password': z.object({ name, url: link }),
  'password-changed': z.object({ name, url: link }),
  'security-changed': z.object({
    name,
    change: z.enum(['app-added', 'app-removed', 'codes-renewed', 'passkey-added', 'passkey-removed']),
    url: link,
  }),
  'app-token-replayed': z.object({ name, appName: name, url: link }),
  'proof-code': z.object({ name, code: z.string() }),
  'new-device': z.object({ name, device: z.string(), address: z.string(), at: z.string(), url: link }),
  'recovery-started': z.object({ name, readyAt: z.string(), url: link, cancelUrl: link }),
  'recovery-done': z.object({ name, url: link }),
  'confirm-email-change': z.object({ name, newEmail: z.string(), url: link }),
  'studio-deletion': z.object({ name, studioName: name, by: name, dueAt: z.string(), url: link }),
  'studio-deletion-undone': z.object({ name, studioName: name, by: name, dueAt: z.string(), url: link }),
  'account-deletion': z.object({ name, dueAt: z.string(), url: link }),
  'account-deletion-undone': z.object({ name, dueAt: z.string(), url: link }),
  'account-deletion-stopped': z.object({ name, studios: name, url: link }),
  'erasure-receipt': z.object({ name, what: z.enum(['studio', 'account']), url: link }),
  invitation: z.object({ studioName: name, invitedBy: name, role: z.string(), url: link }),
  'export-ready': z.object({ name, expiresAt: z.string(), url: link }),
  'ownership-transferred': z.object({
    /** Whose copy it is. */
    part: z.enum(['new', 'former', 'other']),
    studioName: name,
    from: name,
    to: name,
    formerRole: z.enum(['owner', 'admin']),
    url: link,
  }),
  'client-link': z.object({ studioName: name, projectId: z.uuid(), url: link }),
} as const;

export type Template = keyof typeof templateData;
export type TemplateData = { [Name in Template]: z.infer<(typeof templateData)[Name]> };
const templates = Object.keys(templateData) as [Template, ...Template[]];

const address = z.email().max(254);
const person = z.object({ kind: z.enum(['member', 'contact']), id: z.uuid() });

/** A mail that another domain asked for: the data of `mail.requested`. */
export const requestedMail = z.object({
  template: z.enum(templates),
  to: z.union([z.object({ email: address }), z.object({ contactId: z.uuid() })]),
  /** BCP 47; null lets us choose. */
  locale: z.string().nullable(),
  studioId: z.uuid().nullable(),
  data: z.record(z.string(), z.string()),
});
export type RequestedMail = z.infer<typeof requestedMail>;

/** A mail about something that a person is told of. */
export const notificationMail = z.object({
  kind: z.enum(notificationKinds),
  studioId: z.uuid(),
  to: person,
  /** Set where it stands in the app too: once read there, it is not mailed. */
  notificationId: z.uuid().nullable(),
  actor: person.nullable(),
  projectId: z.uuid(),
  taskId: z.uuid().nullable(),
  commentId: z.uuid().nullable(),
});
export type NotificationMail = z.infer<typeof notificationMail>;

/** What is to be written and sent. */
export const mailRequest = z.union([z.object({ requested: requestedMail }), z.object({ notification: notificationMail })]);
export type MailRequest = z.infer<typeof mailRequest>;

/** What a mail says. */
export const mailContent = z.object({
  to: z.object({ email: address, name: z.string().nullable() }),
  /** The name that the sender goes by. */
  from: z.string(),
  locale: z.enum(LOCALES),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});
export type MailContent = z.infer<typeof mailContent>;

/** A mail as the database keeps it; `request` and `content` are sealed. */
export interface StoredMail {
  id: string;
  template: string;
  state: 'waiting' | 'sending' | 'sent' | 'refused' | 'dropped';
  request: string | null;
  content: string | null;
  createdAt: Date;
  settledAt: Date | null;
  failure: string | null;
}

/** The language of ours for a tag; English where none fits. */
export function localeOf(tag: string | null | undefined): Locale {
  const language = tag?.toLowerCase().split('-')[0];
  return LOCALES.find((locale) => locale === language) ?? 'en';
}
