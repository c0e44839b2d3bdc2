import type { InvalidInput } from '@atelier/service-kit/errors';
import { checkChecklist, checkDescription, checkTitle, checkVisibility } from './fields.ts';

export type TaskStatus = 'TODO' | 'IN_PROGRESS' | 'IN_REVIEW' | 'DONE';
export type Visibility = 'TEAM' | 'CLIENT';
export type PersonKind = 'member' | 'contact';

/** The columns of a board by status, in order. */
export const STATUSES: readonly TaskStatus[] = ['TODO', 'IN_PROGRESS', 'IN_REVIEW', 'DONE'];

/** Somebody of the studio or of the client; `id` is the plain uuid of a membership or a contact. */
export interface Person {
  kind: PersonKind;
  id: string;
}

/** A line to tick. */
export interface ChecklistItem {
  /** Plain uuid. */
  id: string;
  text: string;
  done: boolean;
}

/** A piece of work in a project. Ids are plain uuids, days `YYYY-MM-DD`. */
export interface Task {
  studioId: string;
  id: string;
  projectId: string;
  stageId: string | null;
  title: string;
  description: string;
  status: TaskStatus;
  assigneeKind: PersonKind | null;
  assigneeId: string | null;
  dueOn: string | null;
  visibility: Visibility;
  checklist: ChecklistItem[];
  /** Where it stands in the project's one order; see place.ts. */
  position: string;
  placeVersion: number;
  version: number;
  movedByKind: PersonKind | null;
  movedById: string | null;
  changedByKind: PersonKind | null;
  changedById: string | null;
  createdByKind: PersonKind | null;
  createdById: string | null;
  createdAt: Date;
  updatedAt: Date;
  completedAt: Date | null;
  archivedAt: Date | null;
  trashedAt: Date | null;
}

/** Who changes a task, and when. */
export interface Doing {
  actor: Person | null;
  now: Date;
}

/** What somebody wrote into a new task. */
export interface TaskDraft {
  id: string;
  projectId: string;
  title: string;
  description: string;
  status: TaskStatus;
  stageId: string | null;
  assignee: Person | null;
  dueOn: string | null;
  /** Undefined: as the project says. */
  visibility?: Visibility | null;
}

/** What to change; undefined stays as it is. */
export interface TaskPatch {
  title?: string | null;
  description?: string | null;
  assignee?: Person | null;
  dueOn?: string | null;
  visibility?: Visibility | null;
}

/** Who is to do a task; null for nobody. */
export const assigneeOf = (task: Pick<Task, 'assigneeKind' | 'assigneeId'>): Person | null => personOf(task.assigneeKind, task.assigneeId);

/** A person from two columns of a row. */
export const personOf = (kind: PersonKind | null, id: string | null): Person | null => (kind === null || id === null ? null : { kind, id });

/** Whether two name the same person. */
export const isSamePerson = (a: Person | null, b: Person | null): boolean => a?.kind === b?.kind && a?.id === b?.id;

/** A task as it is first saved, at a place that the caller found. */
export function createTask(
  draft: TaskDraft,
  project: { studioId: string; newIsTeamOnly: boolean },
  position: string,
  { actor, now }: Doing,
): Task | InvalidInput {
  const wrong = checkTitle(draft.title) ?? checkDescription(draft.description) ?? checkVisibility(draft.visibility, draft.assignee);
  if (wrong) return wrong;
  const byDefault = project.newIsTeamOnly ? 'TEAM' : 'CLIENT';
  return {
    studioId: project.studioId,
    id: draft.id,
    projectId: draft.projectId,
    stageId: draft.stageId,
    title: draft.title.trim(),
    description: draft.description,
    status: draft.status,
    assigneeKind: draft.assignee?.kind ?? null,
    assigneeId: draft.assignee?.id ?? null,
    dueOn: draft.dueOn,
    visibility: draft.assignee?.kind === 'contact' ? 'CLIENT' : (draft.visibility ?? byDefault),
    checklist: [],
    position,
    placeVersion: 1,
    version: 1,
    movedByKind: actor?.kind ?? null,
    movedById: actor?.id ?? null,
    changedByKind: actor?.kind ?? null,
    changedById: actor?.id ?? null,
    createdByKind: actor?.kind ?? null,
    createdById: actor?.id ?? null,
    createdAt: now,
    updatedAt: now,
    completedAt: draft.status === 'DONE' ? now : null,
    archivedAt: null,
    trashedAt: null,
  };
}

/** A task with other words, person, day or visibility; the same object when nothing changes. */
export function updateTask(task: Task, patch: TaskPatch, doing: Doing): Task | InvalidInput {
  const assignee = patch.assignee === undefined ? assigneeOf(task) : patch.assignee;
  const wrong =
    (patch.title == null ? null : checkTitle(patch.title)) ??
    (patch.description == null ? null : checkDescription(patch.description)) ??
    checkVisibility(patch.visibility, assignee);
  if (wrong) return wrong;
  const changed = {
    ...task,
    title: patch.title?.trim() ?? task.title,
    description: patch.description ?? task.description,
    assigneeKind: assignee?.kind ?? null,
    assigneeId: assignee?.id ?? null,
    dueOn: patch.dueOn === undefined ? task.dueOn : patch.dueOn,
    visibility: assignee?.kind === 'contact' ? ('CLIENT' as const) : (patch.visibility ?? task.visibility),
  };
  const same = (['title', 'description', 'assigneeId', 'dueOn', 'visibility'] as const).every((field) => changed[field] === task[field]);
  return same ? task : touched(changed, doing);
}

/** A task in another place; being done follows its column. */
export function placeTask(task: Task, place: Pick<Task, 'status' | 'stageId' | 'position'>, { actor, now }: Doing): Task {
  const completedAt = place.status === 'DONE' ? (task.completedAt ?? now) : null;
  return {
    ...task,
    ...place,
    completedAt,
    placeVersion: task.placeVersion + 1,
    movedByKind: actor?.kind ?? null,
    movedById: actor?.id ?? null,
    updatedAt: now,
  };
}

/** A task marked done or to be done again; the same object when it is so already. */
export function completeTask(task: Task, done: boolean, doing: Doing): Task {
  if (done === (task.status === 'DONE')) return task;
  return placeTask(task, { status: done ? 'DONE' : 'TODO', stageId: task.stageId, position: task.position }, doing);
}

/** A task with another checklist; the same object when nothing changes. */
export function replaceChecklist(task: Task, items: readonly ChecklistItem[], doing: Doing): Task | InvalidInput {
  const wrong = checkChecklist(items);
  if (wrong) return wrong;
  const checklist = items.map(({ id, text, done }) => ({ id, text: text.trim(), done }));
  return ticksOnly(task, checklist) && checklist.every((item, index) => item.done === task.checklist[index]?.done)
    ? task
    : touched({ ...task, checklist }, doing);
}

/** Whether a checklist has the same lines in the same order, ticks apart: all that a contact may change. */
export function ticksOnly(task: Task, items: readonly ChecklistItem[]): boolean {
  return (
    items.length === task.checklist.length &&
    items.every(({ id, text }, index) => id === task.checklist[index]?.id && text.trim() === task.checklist[index]?.text)
  );
}

/** A task put away or taken back; the same object when it is so already. */
export function archiveTask(task: Task, archived: boolean, doing: Doing): Task {
  if (archived === (task.archivedAt !== null)) return task;
  return touched({ ...task, archivedAt: archived ? doing.now : null }, doing);
}

/** A task in the trash or out of it; the same object when it is so already. */
export function trashTask(task: Task, trashed: boolean, doing: Doing): Task {
  if (trashed === (task.trashedAt !== null)) return task;
  return touched({ ...task, trashedAt: trashed ? doing.now : null }, doing);
}

function touched(task: Task, { actor, now }: Doing): Task {
  return { ...task, version: task.version + 1, changedByKind: actor?.kind ?? null, changedById: actor?.id ?? null, updatedAt: now };
}
