import {
  contact,
  definePersonalData,
  type IdOf,
  PSEUDONYM,
  people,
  person,
  text,
  textWithMentions,
  WORK,
} from '@atelier/service-kit/personal-data';

const kindIn = (column: string): IdOf => ({ kindIn: column });

/** Whose data the projects domain holds, and what becomes of it. */
export const personalData = definePersonalData({
  projects: {
    holds: { en: 'Projects with their briefs.', es: 'Proyectos con sus encargos.' },
    studioGoes: 'rows go',
    columns: { name: text(WORK), brief: text(WORK), created_by: person('member', PSEUDONYM, { isTheirs: true }) },
    plain: ['status', 'client_id', 'current_stage_id'],
  },
  stages: {
    holds: { en: 'Stages of projects.', es: 'Etapas de los proyectos.' },
    studioGoes: 'rows go',
    columns: { name: text(WORK) },
    plain: ['project_id', 'position'],
  },
  tasks: {
    holds: { en: 'Tasks, with their descriptions and checklists.', es: 'Tareas, con sus descripciones y listas.' },
    studioGoes: 'rows go',
    columns: {
      title: text(WORK),
      description: text(WORK),
      checklist: text(WORK),
      // Nobody works on it any more: it is free for somebody else.
      assignee_id: person(kindIn('assignee_kind'), 'emptied', { isTheirs: true }),
      created_by_id: person(kindIn('created_by_kind'), PSEUDONYM, { isTheirs: true }),
      moved_by_id: person(kindIn('moved_by_kind'), PSEUDONYM),
      changed_by_id: person(kindIn('changed_by_kind'), PSEUDONYM),
    },
    plain: [
      'project_id',
      'stage_id',
      'status',
      'visibility',
      'position',
      'assignee_kind',
      'created_by_kind',
      'moved_by_kind',
      'changed_by_kind',
    ],
  },
  comments: {
    holds: { en: 'What was said about projects and tasks.', es: 'Lo que se dijo de los proyectos y las tareas.' },
    studioGoes: 'rows go',
    columns: {
      author_id: person(kindIn('author_kind'), PSEUDONYM, { isTheirs: true }),
      body: textWithMentions(WORK),
      mentions: people,
    },
    plain: ['project_id', 'task_id', 'author_kind', 'visibility'],
  },
  project_shares: {
    holds: { en: 'Which projects are open to which people at clients.', es: 'Qué proyectos pueden ver qué personas de los clientes.' },
    studioGoes: 'rows go',
    columns: { contact_id: contact },
    plain: ['project_id'],
  },
  project_grants: {
    holds: { en: 'Which projects are open to which guests.', es: 'Qué proyectos pueden ver qué personas invitadas.' },
    studioGoes: 'rows go',
    columns: { member_id: person('member', 'row goes', { isTheirs: true }) },
    plain: ['project_id'],
  },
});
