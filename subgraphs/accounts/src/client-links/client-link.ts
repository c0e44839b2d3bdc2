/** How long a link lets its contact in; later it offers to mail a new one. */
export const LINK_DAYS = 30;
/** How long a browser stays signed in after a contact entered by a link. */
export const CONTACT_SESSION_DAYS = 30;
/** How many links a project can have at a time, expired ones included. */
export const LINK_LIMIT = 200;

const DAY = 86_400_000;

/** A link by which a contact enters. Its secret is not kept. */
export interface ClientLink {
  id: string;
  studioId: string;
  projectId: string;
  contactId: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
}

export const isOpen = (link: Pick<ClientLink, 'expiresAt'>, now: Date): boolean => link.expiresAt > now;
export const endOfLink = (now: Date): Date => new Date(now.getTime() + LINK_DAYS * DAY);
export const endOfSession = (now: Date): Date => new Date(now.getTime() + CONTACT_SESSION_DAYS * DAY);
