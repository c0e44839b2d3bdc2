import type { Locale } from '@atelier/service-kit/words';
import type { NotificationKind } from '../../notifications/notification.ts';
import type { Letter } from './letter.ts';

/** What a mail about a person's notification shows. */
export interface NotificationFacts {
  /** Null for somebody who is gone. */
  actor: string | null;
  project: string;
  task: string | null;
  /** What was said; null for a task that was given. */
  comment: string | null;
  url: string;
  /** Whether the recipient can choose what is mailed. */
  isMember: boolean;
}

interface Letters {
  invitation(data: { studioName: string; invitedBy: string; role: string; url: string }): Letter;
  clientLink(data: { studioName: string; project: string | null; url: string }): Letter;
  notification(kind: NotificationKind, facts: NotificationFacts): Letter;
}

const ROLES: Record<Locale, Record<string, string>> = {
  en: { admin: 'an admin', manager: 'a manager', artist: 'an artist', accountant: 'an accountant', guest: 'a guest' },
  es: { admin: 'administración', manager: 'gestión', artist: 'artista', accountant: 'contabilidad', guest: 'persona invitada' },
};

const roleIn = (locale: Locale, role: string): string => ROLES[locale][role.toLowerCase()] ?? role;

const en: Letters = {
  invitation: ({ studioName, invitedBy, role, url }) => ({
    subject: `${invitedBy} invites you to ${studioName}`,
    heading: `Join ${studioName}`,
    paragraphs: [`${invitedBy} would like to work with you at ${studioName}, as ${roleIn('en', role)}.`],
    action: { label: 'See the invitation', url },
    note: 'The invitation is for this address and ends after 7 days.',
  }),
  clientLink: ({ studioName, project, url }) => ({
    subject: project === null ? `Your page with ${studioName}` : `${project}: your page with ${studioName}`,
    heading: project ?? `Your page with ${studioName}`,
    paragraphs: [`${studioName} has a page for you: how the work goes, what waits for you, and room for a word. No account, no password.`],
    action: { label: 'Open the page', url },
    note: 'The link is yours alone. Please do not pass it on.',
  }),
  notification(kind, { actor, project, task, comment, url, isMember }) {
    const who = actor ?? 'Somebody';
    const heading = {
      MENTIONED: `${who} mentioned you`,
      ASSIGNED: `${who} gave you a task`,
      COMMENTED: `${who} commented on a task of yours`,
    }[kind];
    return {
      subject: `${heading}: ${task ?? project}`,
      heading,
      paragraphs: [task === null ? project : `${task}\n${project}`],
      ...(comment === null ? {} : { quote: comment }),
      action: { label: kind === 'ASSIGNED' ? 'Open the task' : 'Read and answer', url },
      note: isMember
        ? 'What is mailed to you, you choose in Settings, Notifications.'
        : 'The page opens with the link that you were sent before.',
    };
  },
};

const es: Letters = {
  invitation: ({ studioName, invitedBy, role, url }) => ({
    subject: `${invitedBy} te invita a ${studioName}`,
    heading: `Únete a ${studioName}`,
    paragraphs: [`${invitedBy} quiere trabajar contigo en ${studioName}. Tu papel: ${roleIn('es', role)}.`],
    action: { label: 'Ver la invitación', url },
    note: 'La invitación es para esta dirección y caduca a los 7 días.',
  }),
  clientLink: ({ studioName, project, url }) => ({
    subject: project === null ? `Tu página con ${studioName}` : `${project}: tu página con ${studioName}`,
    heading: project ?? `Tu página con ${studioName}`,
    paragraphs: [
      `${studioName} tiene una página para ti: cómo va el trabajo, qué espera de ti y sitio para escribir. Sin cuenta ni contraseña.`,
    ],
    action: { label: 'Abrir la página', url },
    note: 'El enlace es solo tuyo. Por favor, no lo compartas.',
  }),
  notification(kind, { actor, project, task, comment, url, isMember }) {
    const who = actor ?? 'Alguien';
    const heading = {
      MENTIONED: `${who} te ha mencionado`,
      ASSIGNED: `${who} te ha dado una tarea`,
      COMMENTED: `${who} ha comentado una tarea tuya`,
    }[kind];
    return {
      subject: `${heading}: ${task ?? project}`,
      heading,
      paragraphs: [task === null ? project : `${task}\n${project}`],
      ...(comment === null ? {} : { quote: comment }),
      action: { label: kind === 'ASSIGNED' ? 'Abrir la tarea' : 'Leer y responder', url },
      note: isMember
        ? 'Eliges qué te enviamos por correo en Ajustes, Notificaciones.'
        : 'La página se abre con el enlace que recibiste antes.',
    };
  },
};

/** The mails that come in a studio's name. */
export const studioLetters: Record<Locale, Letters> = { en, es };
