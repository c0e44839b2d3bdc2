import type { Locale } from '@atelier/service-kit/words';
import type { TemplateData } from '../mail.ts';
import { hello, type Letter, moment } from './letter.ts';

type LeavingTemplate = Extract<keyof TemplateData, `studio-deletion${string}` | `account-deletion${string}` | 'erasure-receipt'>;
type Letters = { [Name in LeavingTemplate]: (data: TemplateData[Name]) => Letter };

const en: Letters = {
  'studio-deletion': ({ name, studioName, by, dueAt, url }) => ({
    subject: `${studioName} will be deleted`,
    heading: `${studioName} will be deleted`,
    paragraphs: [
      hello('Hello', name),
      `${by} asked for it. On ${moment('en', dueAt)} the studio goes with everything in it: clients, projects, tasks, comments, members. Until then everything works as before.`,
      'An owner can undo it until then. Afterwards nobody can.',
    ],
    action: { label: 'See it, or undo it', url },
    note: 'If nobody of you wanted this, undo it now and look into the audit log.',
  }),
  'studio-deletion-undone': ({ name, studioName, by, url }) => ({
    subject: `${studioName} stays`,
    heading: `${studioName} stays`,
    paragraphs: [hello('Hello', name), `${by} undid the deletion. Nothing was deleted.`],
    action: { label: 'Open the studio', url },
  }),
  'account-deletion': ({ name, dueAt, url }) => ({
    subject: 'Your account will be deleted',
    heading: 'Your account will be deleted',
    paragraphs: [
      hello('Hello', name),
      `On ${moment('en', dueAt)} your account goes, with your name, address and picture. Until then everything works as before.`,
      'To undo it, sign in before that time. Afterwards nobody can.',
    ],
    action: { label: 'Sign in and undo it', url },
    note: 'If it was not you, sign in now, undo it, and choose a new password.',
  }),
  'account-deletion-undone': ({ name, url }) => ({
    subject: 'Your account stays',
    heading: 'Your account stays',
    paragraphs: [hello('Hello', name), 'You undid the deletion. Nothing was deleted.'],
    action: { label: 'Open your account', url },
    note: 'If it was not you, choose a new password now.',
  }),
  'account-deletion-stopped': ({ name, studios, url }) => ({
    subject: 'Your account was not deleted',
    heading: 'Your account was not deleted',
    paragraphs: [
      hello('Hello', name),
      `By now you are the only owner here, and others work there: ${studios}. Without you nobody could look after it.`,
      'Make somebody else owner, or delete the studio. Then delete your account again.',
    ],
    action: { label: 'Open your account', url },
  }),
  'erasure-receipt': ({ name, what, url }) => ({
    subject: what === 'studio' ? 'The studio is deleted: your receipt' : 'Your account is deleted: your receipt',
    heading: what === 'studio' ? 'The studio is deleted' : 'Your account is deleted',
    paragraphs: [
      hello('Hello', name),
      'The receipt says what was erased, what stays, why, and until when. It can be read for 90 days, without an account.',
    ],
    action: { label: 'Read the receipt', url },
    note: 'This is the last mail about it.',
  }),
};

const es: Letters = {
  'studio-deletion': ({ name, studioName, by, dueAt, url }) => ({
    subject: `${studioName} se va a eliminar`,
    heading: `${studioName} se va a eliminar`,
    paragraphs: [
      hello('Hola', name),
      `Lo ha pedido ${by}. El ${moment('es', dueAt)} desaparece el estudio con todo lo que contiene: clientes, proyectos, tareas, comentarios, miembros. Hasta entonces todo funciona como antes.`,
      'Hasta ese momento, una persona propietaria puede deshacerlo. Después, nadie.',
    ],
    action: { label: 'Verlo o deshacerlo', url },
    note: 'Si nadie de vosotros lo quería, deshazlo ahora y mira el registro de auditoría.',
  }),
  'studio-deletion-undone': ({ name, studioName, by, url }) => ({
    subject: `${studioName} se queda`,
    heading: `${studioName} se queda`,
    paragraphs: [hello('Hola', name), `${by} ha deshecho la eliminación. No se ha borrado nada.`],
    action: { label: 'Abrir el estudio', url },
  }),
  'account-deletion': ({ name, dueAt, url }) => ({
    subject: 'Tu cuenta se va a eliminar',
    heading: 'Tu cuenta se va a eliminar',
    paragraphs: [
      hello('Hola', name),
      `El ${moment('es', dueAt)} desaparece tu cuenta, con tu nombre, tu dirección y tu imagen. Hasta entonces todo funciona como antes.`,
      'Para deshacerlo, entra antes de ese momento. Después, nadie puede.',
    ],
    action: { label: 'Entrar y deshacerlo', url },
    note: 'Si no has sido tú, entra ahora, deshazlo y elige una contraseña nueva.',
  }),
  'account-deletion-undone': ({ name, url }) => ({
    subject: 'Tu cuenta se queda',
    heading: 'Tu cuenta se queda',
    paragraphs: [hello('Hola', name), 'Has deshecho la eliminación. No se ha borrado nada.'],
    action: { label: 'Abrir tu cuenta', url },
    note: 'Si no has sido tú, elige una contraseña nueva ahora.',
  }),
  'account-deletion-stopped': ({ name, studios, url }) => ({
    subject: 'Tu cuenta no se ha eliminado',
    heading: 'Tu cuenta no se ha eliminado',
    paragraphs: [
      hello('Hola', name),
      `Ahora eres la única persona propietaria aquí, y otras trabajan allí: ${studios}. Sin ti nadie podría ocuparse.`,
      'Haz propietaria a otra persona o elimina el estudio. Después, elimina tu cuenta otra vez.',
    ],
    action: { label: 'Abrir tu cuenta', url },
  }),
  'erasure-receipt': ({ name, what, url }) => ({
    subject: what === 'studio' ? 'El estudio se ha eliminado: tu recibo' : 'Tu cuenta se ha eliminado: tu recibo',
    heading: what === 'studio' ? 'El estudio se ha eliminado' : 'Tu cuenta se ha eliminado',
    paragraphs: [
      hello('Hola', name),
      'El recibo dice qué se ha borrado, qué se queda, por qué y hasta cuándo. Se puede leer durante 90 días, sin cuenta.',
    ],
    action: { label: 'Leer el recibo', url },
    note: 'Este es el último correo sobre esto.',
  }),
};

/** What people read who leave, or whose studio goes. */
export const leavingLetters: Record<Locale, Letters> = { en, es };
