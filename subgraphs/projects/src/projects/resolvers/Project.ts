import { batched, byId, whereGiven } from '@atelier/service-kit/batched';
import { encodeId } from '@atelier/service-kit/ids';
import type { ProjectResolvers } from './../../__generated__/types.ts';
import { narrowed } from '../../tasks/task.input.ts';

export const Project: ProjectResolvers = {
  __resolveReference: byId('Project', (ids, { services }) => services.projects.findAll(ids)),
  id: (project) => encodeId('Project', project.id),
  client: ({ clientId }) => (clientId === null ? null : { __typename: 'Client', id: encodeId('Client', clientId) }),
  stages: (project, _args, { services }) => services.stages.ofProject(project),
  currentStage: batched((projects, _args, { services }) =>
    whereGiven(
      projects.map((project) => project.currentStageId),
      services.stages.findAll,
    ),
  ),
  progress: batched((projects, _args, { services }) => services.tasks.progressOfProjects(projects)),
  tasks: (project, { filter, ...page }, { services }) => services.tasks.ofProject(project, page, narrowed(filter)),
  board: (project, { filter, ...args }, { services }) => services.tasks.board(project, { ...args, filter: narrowed(filter) }),
  comments: (project, page, { services }) => services.comments.ofProject(project, page),
  activity: (project, page, { services }) => services.activity.ofProject(project, page),
  sharedWith: (project, _args, { services }) => services.grants.shares(project),
  grants: (project, _args, { services }) => services.grants.grants(project),
  liveVersion: (project, _args, { services }) => services.projects.liveVersion(project),
  viewerCanUpdate: (project, _args, { services }) => services.projects.canUpdate(project),
  viewerCanEditTasks: (project, _args, { services }) => services.projects.canEditTasks(project),
  viewerCanComment: (project, _args, { services }) => services.projects.canComment(project),
  viewerCanShare: (project, _args, { services }) => services.projects.canShare(project),
};
