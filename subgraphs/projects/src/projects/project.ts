export type ProjectStatus = 'PLANNED' | 'ACTIVE' | 'ON_HOLD' | 'DONE';

/** A piece of work for a client. Ids are plain uuids, days `YYYY-MM-DD`. */
export interface Project {
  studioId: string;
  id: string;
  name: string;
  status: ProjectStatus;
  clientId: string | null;
  brief: string;
  startsOn: string | null;
  dueOn: string | null;
  newIsTeamOnly: boolean;
  currentStageId: string | null;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  archivedAt: Date | null;
  trashedAt: Date | null;
  version: number;
}
