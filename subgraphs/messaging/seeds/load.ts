import {
  type CopyTable,
  type LoadSize,
  loadClientOfProject,
  loadContactId,
  loadCounts,
  loadId,
  loadMemberId,
  loadProjectId,
  loadStudioId,
  loadStudios,
} from '@atelier/service-kit/load';
import { notificationTable, type SeedNotification, timedId } from './rows.ts';

const HOUR_MS = 60 * 60 * 1000;

/** What the owners of a load's studios were told: of a comment in each project. Of the last day's, they have read nothing. */
export function loadTables(size: LoadSize, { now }: { now: Date }): CopyTable[] {
  return [notificationTable(() => notifications(size, now))];
}

function* notifications(size: LoadSize, now: Date): Generator<SeedNotification> {
  for (const studio of loadStudios(size)) {
    for (let project = 0; project < loadCounts.projects(studio); project += 1) {
      const age = project * 5 * HOUR_MS;
      const createdAt = new Date(now.getTime() - age);
      const contactId = loadContactId(studio, loadClientOfProject(studio, project), 0);
      yield {
        studioId: loadStudioId(studio),
        id: timedId(`notification:${studio}:${project}`, createdAt),
        memberId: loadMemberId(studio, 0),
        kind: 'MENTIONED',
        actor: { kind: 'contact', id: contactId },
        projectId: loadProjectId(studio, project),
        taskId: null,
        // The first comment of each project is about the project as a whole.
        commentId: loadId(`comment:${studio}:${project}:0`),
        createdAt,
        readAt: age < 24 * HOUR_MS ? null : createdAt,
      };
    }
  }
}
