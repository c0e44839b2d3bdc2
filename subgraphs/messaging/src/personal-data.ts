import { definePersonalData, PSEUDONYM, person, secret } from '@atelier/service-kit/personal-data';

/** Whose data messaging holds, and what becomes of it. */
export const personalData = definePersonalData({
  mails: {
    holds: 'Mails on their way, and that a mail was sent. What they say is sealed, and goes once they are sent.',
    studioGoes: "nobody's studio",
    stays: { because: 'It shows whether a mail was delivered. It cannot be read and names nobody.', days: 30 },
    columns: { request: secret, content: secret },
    plain: ['template', 'state', 'failure'],
  },
  notifications: {
    holds: 'What people were told of.',
    studioGoes: 'rows go',
    columns: {
      member_id: person('member', 'row goes', { isTheirs: true }),
      actor_id: person({ kindIn: 'actor_kind' }, PSEUDONYM),
    },
    plain: ['kind', 'actor_kind', 'project_id', 'task_id', 'comment_id'],
  },
  notification_settings: {
    holds: 'How people want to be told.',
    studioGoes: 'rows go',
    columns: { member_id: person('member', 'row goes', { isTheirs: true }) },
    plain: ['kind'],
  },
});
