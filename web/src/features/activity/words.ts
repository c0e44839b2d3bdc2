import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What happened, said after the name of who did it. What is not here is not worth a line of its own. */
export const verbs: Record<string, MessageDescriptor> = {
  'project.created': msg`began the project`,
  'project.updated': msg`changed the project`,
  'project.archived': msg`archived the project`,
  'project.unarchived': msg`took the project out of the archive`,
  'project.trashed': msg`put the project in the trash`,
  'project.restored': msg`took the project out of the trash`,
  'project.shared': msg`let somebody of the client in`,
  'project.unshared': msg`shut somebody of the client out`,
  'project.granted': msg`opened the project to a guest`,
  'project.revoked': msg`closed the project to a guest`,
  'stage.created': msg`added the stage`,
  'stage.renamed': msg`renamed the stage`,
  'stage.moved': msg`moved the stage`,
  'stage.removed': msg`removed the stage`,
  'task.created': msg`added`,
  'task.updated': msg`changed`,
  'task.assigned': msg`gave away`,
  'task.moved': msg`moved`,
  'task.completed': msg`finished`,
  'task.reopened': msg`reopened`,
  'task.checked': msg`ticked in`,
  'task.archived': msg`archived`,
  'task.unarchived': msg`took out of the archive`,
  'task.trashed': msg`put in the trash`,
  'task.restored': msg`took out of the trash`,
  'comment.created': msg`commented on`,
  'comment.updated': msg`changed a comment on`,
  'comment.deleted': msg`deleted a comment on`,
  'comment.restored': msg`took back a comment on`,
};

/** Fields whose values read well as they are. */
export const fields: Record<string, MessageDescriptor> = {
  title: msg`title`,
  name: msg`name`,
  dueOn: msg`due`,
  startsOn: msg`begins`,
  status: msg`status`,
};
