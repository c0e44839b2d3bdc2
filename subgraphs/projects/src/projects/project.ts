import { badInput, type InvalidInput, invalidInput } from '@atelier/service-kit/errors';

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

/** The fields of a project that people write. */
export type ProjectDraft = Pick<
  Project,
  'name' | 'status' | 'clientId' | 'brief' | 'startsOn' | 'dueOn' | 'newIsTeamOnly' | 'currentStageId'
>;

/** What a change brings; a field that is left out stays. */
export type ProjectPatch = Partial<ProjectDraft>;

export const NAME_LENGTH = 120;
export const BRIEF_LENGTH = 20_000;

/** What is wrong with a project's words and days; null when nothing is. */
export function checkDraft(draft: Pick<ProjectDraft, 'name' | 'brief' | 'startsOn' | 'dueOn'>): InvalidInput | null {
  if (draft.name.trim() === '') return invalidInput('REQUIRED', 'Give the project a name.', ['input', 'name']);
  if (draft.name.trim().length > NAME_LENGTH) {
    return invalidInput('TOO_LONG', `A project's name has at most ${NAME_LENGTH} characters.`, ['input', 'name']);
  }
  if (draft.brief.length > BRIEF_LENGTH) {
    return invalidInput('TOO_LONG', 'A brief has at most 20,000 characters.', ['input', 'brief']);
  }
  if (draft.startsOn !== null && draft.dueOn !== null && draft.dueOn < draft.startsOn) {
    return invalidInput('INVALID_DATE', 'The work cannot be due before it starts.', ['input', 'dueOn']);
  }
  return null;
}

/** The outcome of a change: the fields that differ, as they were and as they will be. */
export interface ProjectChanges {
  before: ProjectPatch;
  after: ProjectPatch;
}

const FIELDS = ['name', 'status', 'clientId', 'brief', 'startsOn', 'dueOn', 'newIsTeamOnly', 'currentStageId'] as const;

/** What a patch would change; null when everything is so already, InvalidInput when the outcome could not be taken. */
export function change(project: Project, patch: ProjectPatch): ProjectChanges | InvalidInput | null {
  const wanted: ProjectPatch = patch.name === undefined ? patch : { ...patch, name: patch.name.trim() };
  const changes: ProjectChanges = { before: {}, after: {} };
  for (const field of FIELDS) {
    if (wanted[field] === undefined || wanted[field] === project[field]) continue;
    Object.assign(changes.before, { [field]: project[field] });
    Object.assign(changes.after, { [field]: wanted[field] });
  }
  const invalid = checkDraft({ ...project, ...changes.after });
  if (invalid) return invalid;
  return Object.keys(changes.after).length === 0 ? null : changes;
}

/** The stage that a new project is in: none before the work begins and after it ends. */
export const firstStage = (status: ProjectStatus, stageIds: readonly string[]): string | null =>
  status === 'PLANNED' || status === 'DONE' ? null : (stageIds[0] ?? null);

/** @throws BAD_USER_INPUT for a project in the trash, where nothing is changed. */
export function refuseInTrash(project: Pick<Project, 'trashedAt'>): void {
  if (project.trashedAt !== null) throw badInput('This project is in the trash. Take it back first.');
}

const DAY_MS = 86_400_000;

/** When a project that was put in the trash is deleted for good. */
export const purgeAt = (trashedAt: Date, days: number): Date => new Date(trashedAt.getTime() + days * DAY_MS);

/** Whether the time of a project in the trash is up. */
export const isPurgeable = (project: Pick<Project, 'trashedAt'>, now: Date, days: number): boolean =>
  project.trashedAt !== null && purgeAt(project.trashedAt, days) <= now;
