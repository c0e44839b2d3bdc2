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
    holds: 'Projects with their briefs.',
    studioGoes: 'rows go',
    columns: { name: text(WORK), brief: text(WORK), created_by: person('member', PSEUDONYM, { isTheirs: true }) },
    plain: ['status', 'client_id', 'current_stage_id'],
  },
  stages: { holds: 'Stages of projects.', studioGoes: 'rows go', columns: { name: text(WORK) }, plain: ['project_id', 'position'] },
  tasks: {
    holds: 'Tasks, with their descriptions and checklists.',
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
    holds: 'What was said about projects and tasks.',
    studioGoes: 'rows go',
    columns: {
      author_id: person(kindIn('author_kind'), PSEUDONYM, { isTheirs: true }),
      body: textWithMentions(WORK),
      mentions: people,
    },
    plain: ['project_id', 'task_id', 'author_kind', 'visibility'],
  },
  project_shares: {
    holds: 'Which projects are open to which people at clients.',
    studioGoes: 'rows go',
    columns: { contact_id: contact },
    plain: ['project_id'],
  },
  project_grants: {
    holds: 'Which projects are open to which guests.',
    studioGoes: 'rows go',
    columns: { member_id: person('member', 'row goes', { isTheirs: true }) },
    plain: ['project_id'],
  },
});
