import { encodeId } from '@atelier/service-kit/ids';
import type { Kit } from '@atelier/service-kit/subgraph';
import { roles, type Viewer } from '@atelier/service-kit/viewer';
import type { Locale } from '@atelier/service-kit/words';
import type { Person } from '../notifications/notification.ts';
import { oneLine, unlinked } from './html.ts';
import { localeOf, type MailContent, type MailRequest, type NotificationMail, type RequestedMail, templateData } from './mail.ts';
import { accountLetters } from './templates/account-letters.ts';
import { type Letter, layOut, type Sender } from './templates/letter.ts';
import { type NotificationFacts, studioLetters } from './templates/studio-letters.ts';

/** A mail that has nobody to go to, or nothing to say any more. */
export interface Dropped {
  dropped: 'NO_RECIPIENT' | 'NOT_VISIBLE' | 'ALREADY_READ';
}

interface Studio {
  name: string;
  slug: string;
  logo: string | null;
  locale: string;
}

interface Recipient {
  email: string;
  name: string | null;
  locale: string | null;
  /** As whom the owners of what the mail is about are asked; null asks for nothing. */
  viewer: Viewer | null;
}

const ATELIER: Sender = { name: 'Atelier', logo: null, isStudio: false };
/** Nobody's account or session: what is asked for is decided by membership and role. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
const LONGEST_QUOTE = 600;

/** Writes a mail: asks the other domains who it goes to and what it may say. Throws UNAVAILABLE while they do not answer. */
export function composeMail(kit: Kit, request: MailRequest): Promise<MailContent | Dropped> {
  return 'requested' in request ? composeRequested(kit, request.requested) : composeNotification(kit, request.notification);
}

async function composeRequested(kit: Kit, { template, to, locale, studioId, data }: RequestedMail): Promise<MailContent | Dropped> {
  const studio = studioId === null ? null : await studioOf(kit, studioId);
  const recipient = 'email' in to ? { email: to.email, name: null, locale: null } : await contactOf(kit, studioId, to.contactId);
  if (recipient === null) return { dropped: 'NO_RECIPIENT' };
  const language = localeOf(recipient.locale ?? locale ?? studio?.locale);
  const content = (letter: Letter) => mailOf(kit, letter, studio, recipient, language);
  if (template === 'invitation') return content(studioLetters[language].invitation(templateData.invitation.parse(data)));
  if (template === 'client-link') {
    const { projectId, ...given } = templateData['client-link'].parse(data);
    const token = await kit.serviceToken(studioId);
    const project = await entity<{ name: string }>(kit, token, 'Project', projectId, '{ id name }');
    return content(studioLetters[language].clientLink({ ...given, project: project?.name ?? null }));
  }
  return content(accountLetter(template, language, data));
}

/** The template's own data; zod has the last word on what another domain sent. */
function accountLetter<Name extends Exclude<RequestedMail['template'], 'invitation' | 'client-link'>>(
  template: Name,
  locale: Locale,
  data: Record<string, string>,
): Letter {
  const write = accountLetters[locale][template] as (data: Record<string, string>) => Letter;
  return write(templateData[template].parse(data));
}

async function composeNotification(kit: Kit, mail: NotificationMail): Promise<MailContent | Dropped> {
  const { studioId, to } = mail;
  const [studio, recipient] = await Promise.all([studioOf(kit, studioId), recipientOf(kit, studioId, to)]);
  if (studio === null || recipient === null || recipient.viewer === null) return { dropped: 'NO_RECIPIENT' };
  // The owner answers as to the recipient: what they no longer see, no mail tells them.
  const token = await kit.runtime.signer.sign(recipient.viewer);
  const about = await subjectOf(kit, token, mail);
  if (about === null) return { dropped: 'NOT_VISIBLE' };
  const isMember = to.kind === 'member';
  const facts: NotificationFacts = {
    ...about,
    actor: mail.actor === null ? null : await nameOf(kit, studioId, mail.actor),
    url: isMember ? memberUrl(kit, studio.slug, mail) : `${kit.runtime.publicUrl}/client/projects/${encodeId('Project', mail.projectId)}`,
    isMember,
  };
  const locale = localeOf(recipient.locale ?? studio.locale);
  return mailOf(kit, studioLetters[locale].notification(mail.kind, facts), studio, recipient, locale);
}

async function subjectOf(
  kit: Kit,
  token: string,
  { projectId, taskId, commentId }: NotificationMail,
): Promise<Pick<NotificationFacts, 'project' | 'task' | 'comment'> | null> {
  const [project, task, comment] = await Promise.all([
    entity<{ name: string }>(kit, token, 'Project', projectId, '{ id name }'),
    taskId === null ? null : entity<{ title: string }>(kit, token, 'Task', taskId, '{ id title }'),
    commentId === null ? null : entity<{ body: string }>(kit, token, 'Comment', commentId, '{ id body }'),
  ]);
  if (project === null || (taskId !== null && task === null) || (commentId !== null && !comment?.body)) return null;
  return { project: project.name, task: task ? task.title : null, comment: comment ? excerpt(comment.body) : null };
}

async function recipientOf(kit: Kit, studioId: string, { kind, id }: Person): Promise<Recipient | null> {
  if (kind === 'contact') return contactOf(kit, studioId, id);
  const token = await kit.serviceToken(studioId);
  const member = await entity<{ name: string; email: string | null; role: string }>(kit, token, 'Member', id, '{ id name email role }');
  const role = roles.find((each) => each === member?.role.toLowerCase());
  if (!member?.email || role === undefined) return null;
  const viewer: Viewer = { kind: 'user', userId: NOBODY, sessionId: NOBODY, studio: { id: studioId, memberId: id, role } };
  return { email: member.email, name: member.name, locale: null, viewer };
}

async function contactOf(kit: Kit, studioId: string | null, contactId: string): Promise<Recipient | null> {
  if (studioId === null) return null;
  const token = await kit.serviceToken(studioId);
  const selection = '{ id name email client { language } }';
  const contact = await entity<{ name: string; email: string | null; client: { language: string } | null }>(
    kit,
    token,
    'Contact',
    contactId,
    selection,
  );
  if (!contact?.email) return null;
  const viewer: Viewer = { kind: 'contact', contactId, sessionId: NOBODY, studioId };
  return { email: contact.email, name: contact.name, locale: contact.client?.language ?? null, viewer };
}

async function studioOf(kit: Kit, studioId: string): Promise<Studio | null> {
  return entity<Studio>(kit, await kit.serviceToken(studioId), 'Studio', studioId, '{ id name slug logo locale }');
}

async function nameOf(kit: Kit, studioId: string, { kind, id }: Person): Promise<string | null> {
  const typename = kind === 'member' ? 'Member' : 'Contact';
  const person = await entity<{ name: string }>(kit, await kit.serviceToken(studioId), typename, id, '{ id name }');
  return person === null ? null : unlinked(person.name);
}

async function entity<T>(kit: Kit, token: string, typename: string, id: string, selection: string): Promise<T | null> {
  const [found] = await kit.runtime.peers.entities<T>(token, typename, [encodeId(typename, id)], selection);
  return found ?? null;
}

function mailOf(kit: Kit, letter: Letter, studio: Studio | null, to: { email: string; name: string | null }, locale: Locale): MailContent {
  const sender: Sender = studio === null ? ATELIER : { name: unlinked(studio.name), logo: absolute(kit, studio.logo), isStudio: true };
  return {
    to: { email: to.email, name: to.name === null ? null : oneLine(to.name) },
    from: sender.name,
    locale,
    ...layOut(letter, sender, locale),
  };
}

function absolute(kit: Kit, address: string | null): string | null {
  return address === null ? null : (URL.parse(address, kit.runtime.publicUrl)?.href ?? null);
}

/** Where a member finds what a mail is about: the task, or what was said about the project as a whole. */
function memberUrl(kit: Kit, slug: string, { projectId, taskId }: NotificationMail): string {
  const project = `${kit.runtime.publicUrl}/s/${slug}/projects/${encodeId('Project', projectId)}`;
  return taskId === null ? `${project}/talk` : `${project}?task=${encodeId('Task', taskId)}`;
}

/** What was said, short, with mentions as names. */
function excerpt(body: string): string {
  const text = body.replace(/@\[([^\]]*)\]\([^)]*\)/g, '@$1').trim();
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE).trimEnd()}…`;
}
