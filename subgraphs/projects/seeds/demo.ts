import type { CopyTable } from '@atelier/service-kit/load';
import { activity, subjects } from '../src/activity/activity.table.ts';
import { comments } from '../src/comments/comment.table.ts';
import { projectGrants, projectShares } from '../src/grants/grant.table.ts';
import { projects } from '../src/projects/project.table.ts';
import { stages } from '../src/stages/stage.table.ts';
import { tasks } from '../src/tasks/task.table.ts';
import { marisolStories } from './demo-marisol.ts';
import { northlightStories } from './demo-northlight.ts';
import { copyOf } from './rows.ts';
import { tell } from './tell.ts';

/** The projects of the two demo studios with what is in them. The same `now` gives the same rows. */
export function demoTables({ now }: { now: Date }): CopyTable[] {
  const told = [...marisolStories, ...northlightStories].map((story) => tell(story, now));
  const studios = [...new Set(told.map((each) => each.project.studioId))];
  return [
    copyOf(projects, () => told.map((each) => each.project)),
    copyOf(stages, () => told.flatMap((each) => each.stages)),
    copyOf(tasks, () => told.flatMap((each) => each.tasks)),
    copyOf(comments, () => told.flatMap((each) => each.comments)),
    copyOf(projectShares, () => told.flatMap((each) => each.shares)),
    copyOf(projectGrants, () => told.flatMap((each) => each.grants)),
    copyOf(activity, () => told.flatMap((each) => each.activity)),
    copyOf(subjects, () => [
      ...told.map(({ project, activity: entries }) => ({
        studioId: project.studioId,
        type: 'project',
        id: project.id,
        version: entries.length,
      })),
      ...studios.map((studioId) => ({ studioId, type: 'studio', id: studioId, version: 1 })),
    ]),
  ];
}
