import type { Audience } from '@atelier/service-kit/activity';
import { badInput, type InvalidInput, invalidInput, notFound } from '@atelier/service-kit/errors';
import { encodeId } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import type { UseCases } from '../context.ts';
import { actorOf, audienceOf, type Ref } from '../events.ts';
import { type Project, refuseInTrash } from '../projects/project.ts';
import type { Unit } from '../store.ts';
import { assigneeOf, type Doing, isSamePerson, type Person, type Task } from './task.ts';

/** Who acts, as a task keeps it; null for Atelier itself. */
export function personBehind(viewer: Viewer): Person | null {
  const { kind, id } = actorOf(viewer);
  return kind === 'system' || id === null ? null : { kind, id };
}

/** Who changes a task, and when. */
export const doing = (viewer: Viewer, unit: Unit): Doing => ({ actor: personBehind(viewer), now: unit.now });

/**
 * A task that is about to be changed, and its project. Both are locked, the project first: changes in one project follow each other.
 * @throws NOT_FOUND where the viewer does not see it, BAD_USER_INPUT when the project is in the trash.
 */
export async function openTask(unit: Unit, id: string): Promise<{ task: Task; project: Project }> {
  const seen = await unit.tasks.byId(id);
  if (seen === null) throw notFound();
  const project = await unit.projects.lock(seen.projectId);
  const task = await unit.tasks.lock(id);
  if (project === null || task === null) throw notFound();
  refuseInTrash(project);
  return { task, project };
}

/** @throws BAD_USER_INPUT for a task in the trash, where nothing is changed. */
export function refuseTrashedTask(task: Task): void {
  if (task.trashedAt !== null) throw badInput('This task is in the trash. Take it back first.');
}

/** What is wrong with a stage for a task of this project, if anything. @throws NOT_FOUND where the viewer does not see it. */
export async function checkStage(unit: Unit, projectId: string, stageId: string | null): Promise<InvalidInput | null> {
  if (stageId === null) return null;
  const stage = await unit.stages.byId(stageId);
  if (stage === null) throw notFound();
  if (stage.projectId === projectId) return null;
  return invalidInput('STAGE_OF_ANOTHER_PROJECT', "Choose one of this project's stages.", ['input', 'stageId']);
}

/**
 * What is wrong with giving a task to somebody, if anything: they have to see the project. Asks the domain that knows them.
 * @throws NOT_FOUND when the viewer does not know them.
 */
export async function checkAssignee(
  { peers, viewerToken, store }: UseCases,
  projectId: string,
  person: Person | null,
): Promise<InvalidInput | null> {
  if (person === null) return null;
  const path = ['input', 'assigneeId'];
  if (person.kind === 'contact') {
    const [known] = await peers.entities<{ id: string }>(viewerToken, 'Contact', [encodeId('Contact', person.id)], '{ id }');
    if (!known) throw notFound();
    const shares = await store.read.grants.shares(projectId);
    if (shares.some((share) => share.contactId === person.id)) return null;
    return invalidInput('NOT_IN_PROJECT', 'This contact was not let into the project. Share it with them first.', path);
  }
  const [known] = await peers.entities<{ role: string }>(viewerToken, 'Member', [encodeId('Member', person.id)], '{ id role }');
  if (!known) throw notFound();
  if (known.role !== 'GUEST') return null;
  const grants = await store.read.grants.grants(projectId);
  if (grants.some((grant) => grant.memberId === person.id)) return null;
  return invalidInput('NOT_IN_PROJECT', 'The project is not open to this guest. Open it to them first.', path);
}

/** Who sees a task. What is in the trash is dropped from every screen; the list of the trash is asked for. */
export const audienceOfTask = (task: Task): readonly Audience[] => (task.trashedAt === null ? audienceOf(task.visibility) : []);

const EXCERPT = 200;

const refTo = (person: Person | null): Ref | null =>
  person === null ? null : { type: person.kind === 'contact' ? 'Contact' : 'Member', id: person.id };

/** What the audit trail keeps of a task. */
function traceOf(task: Task): Record<string, unknown> {
  return {
    title: task.title,
    description: task.description.slice(0, EXCERPT),
    status: task.status,
    stage: task.stageId === null ? null : ({ type: 'Stage', id: task.stageId } satisfies Ref),
    assignee: refTo(assigneeOf(task)),
    dueOn: task.dueOn,
    visibility: task.visibility,
    checklist: task.checklist.map((item) => `${item.done ? '[x]' : '[ ]'} ${item.text}`),
    archived: task.archivedAt !== null,
    trashed: task.trashedAt !== null,
  };
}

/** Writes what became of a task; tells other domains when somebody got it, unless `tell` is false. `before` is null for a new one. */
export async function recordTask(
  unit: Unit,
  actor: Person | null,
  verb: string,
  before: Task | null,
  after: Task,
  { tell = true }: { tell?: boolean } = {},
): Promise<void> {
  const was = before === null ? {} : traceOf(before);
  const is = traceOf(after);
  const changed = Object.keys(is).filter((field) => JSON.stringify(was[field] ?? null) !== JSON.stringify(is[field]));
  const only = (fields: Record<string, unknown>) => Object.fromEntries(changed.map((field) => [field, fields[field] ?? null]));
  const assignee = assigneeOf(after);
  const isGiven = assignee !== null && !isSamePerson(assignee, before === null ? null : assigneeOf(before));
  const data = { taskId: after.id, projectId: after.projectId, assigneeKind: assignee?.kind, assigneeId: assignee?.id, actor };
  await unit.record({
    projectId: after.projectId,
    entity: { typename: 'Task', id: after.id },
    verb,
    name: after.title,
    taskId: after.id,
    before: before === null ? null : only(was),
    after: only(is),
    audienceBefore: before === null ? [] : audienceOfTask(before),
    audienceAfter: audienceOfTask(after),
    // A neighbour that made room stands where it stood; only boards that sort by its key need to know.
    quiet: verb === 'task.reordered',
    ...(isGiven && tell ? { event: { type: 'task.assigned', data } } : {}),
  });
}
