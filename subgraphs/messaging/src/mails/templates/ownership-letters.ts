import type { Locale } from '@atelier/service-kit/words';
import type { TemplateData } from '../mail.ts';
import type { Letter } from './letter.ts';

type Write = (data: TemplateData['ownership-transferred']) => Letter;

const en: Write = ({ part, studioName, from, to, formerRole, url }) => {
  const action = { label: 'Open the members', url };
  const help = 'If you did not expect this, ask the other owners, and look at the audit log.';
  const stays = formerRole === 'admin' ? `${from} is an admin now.` : `${from} stays an owner.`;
  if (part === 'new') {
    const subject = `You are now an owner of ${studioName}`;
    const duty = 'An owner may do everything: also decide who else is an owner, and end the studio.';
    return { subject, heading: subject, paragraphs: [`${from} made you an owner. ${stays}`, duty], action };
  }
  if (part === 'former') {
    const subject = `${to} is now an owner of ${studioName}`;
    const own = formerRole === 'admin' ? 'You are an admin now.' : 'You are both owners.';
    const notMe = 'If it was not you, choose a new password now, and write to the other owners.';
    return { subject, heading: subject, paragraphs: [`You handed ownership over. ${own}`, notMe], action };
  }
  const subject = `${to} is now an owner of ${studioName}`;
  return { subject, heading: subject, paragraphs: [`${from} made ${to} an owner. ${stays}`, help], action };
};

const es: Write = ({ part, studioName, from, to, formerRole, url }) => {
  const action = { label: 'Abrir los miembros', url };
  const help = 'Si no lo esperabas, pregunta a los demás propietarios y mira el registro de auditoría.';
  const stays = formerRole === 'admin' ? `${from} pasa a administrar.` : `${from} mantiene la propiedad.`;
  if (part === 'new') {
    const subject = `Ahora tienes la propiedad de ${studioName}`;
    const duty = 'Con la propiedad se puede todo: también decidir quién más la tiene y cerrar el estudio.';
    return { subject, heading: subject, paragraphs: [`${from} te ha dado la propiedad. ${stays}`, duty], action };
  }
  const subject = `${to} tiene ahora la propiedad de ${studioName}`;
  if (part === 'former') {
    const own = formerRole === 'admin' ? 'Ahora administras el estudio.' : 'La tenéis las dos personas.';
    const notMe = 'Si no has sido tú, elige ahora una contraseña nueva y escribe a los demás propietarios.';
    return { subject, heading: subject, paragraphs: [`Has dado la propiedad. ${own}`, notMe], action };
  }
  return { subject, heading: subject, paragraphs: [`${from} ha dado la propiedad a ${to}. ${stays}`, help], action };
};

/** What owners are told when ownership of their studio changes hands. */
export const ownershipLetters: Record<Locale, { 'ownership-transferred': Write }> = {
  en: { 'ownership-transferred': en },
  es: { 'ownership-transferred': es },
};
