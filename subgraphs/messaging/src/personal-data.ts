import { definePersonalData, PSEUDONYM, person, secret } from '@atelier/service-kit/personal-data';

/** Whose data messaging holds, and what becomes of it. */
export const personalData = definePersonalData({
  mails: {
    holds: {
      en: 'Mails on their way, and that a mail was sent. What they say is sealed, and goes once they are sent.',
      es: 'Correos en camino, y que un correo se envió. Lo que dicen está sellado y desaparece cuando se envían.',
    },
    studioGoes: "nobody's studio",
    stays: {
      code: 'DELIVERY',
      because: {
        en: 'It shows whether a mail was delivered. It cannot be read and names nobody.',
        es: 'Muestra si un correo llegó. No se puede leer y no nombra a nadie.',
      },
      days: 30,
    },
    columns: { request: secret, content: secret },
    plain: ['template', 'state', 'failure'],
  },
  notifications: {
    holds: { en: 'What people were told of.', es: 'De qué se avisó a cada persona.' },
    studioGoes: 'rows go',
    columns: {
      member_id: person('member', 'row goes', { isTheirs: true }),
      actor_id: person({ kindIn: 'actor_kind' }, PSEUDONYM),
    },
    plain: ['kind', 'actor_kind', 'project_id', 'task_id', 'comment_id'],
  },
  notification_settings: {
    holds: { en: 'How people want to be told.', es: 'Cómo quiere cada persona que se le avise.' },
    studioGoes: 'rows go',
    columns: { member_id: person('member', 'row goes', { isTheirs: true }) },
    plain: ['kind'],
  },
});
