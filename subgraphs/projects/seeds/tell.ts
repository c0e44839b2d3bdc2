import { demoId } from '@atelier/service-kit/demo';
import { encodeId } from '@atelier/service-kit/ids';
import type { activity } from '../src/activity/activity.table.ts';
import type { Comment } from '../src/comments/comment.ts';
import { ABOUT, audienceOf, type Fields } from '../src/events.ts';
import type { projectGrants, projectShares } from '../src/grants/grant.table.ts';
import type { Project } from '../src/projects/project.ts';
import { positions, type Stage } from '../src/stages/stage.ts';
import { type Person, STATUSES, type Task, type TaskStatus, type Visibility } from '../src/tasks/task.ts';
import { type PersonKey, type ProjectStory, personOf, type Said, type TaskStory } from './story.ts';

type ActivityRow = typeof activity.$inferInsert;

/** A story as rows. */
export interface Told {
  project: Project;
  stages: Stage[];
  tasks: Task[];
  comments: Comment[];
  shares: (typeof projectShares.$inferInsert)[];
  grants: (typeof projectGrants.$inferInsert)[];
  /** In the order in which it happened. */
  activity: ActivityRow[];
}

interface Happened {
  at: number;
  by: PersonKey;
  verb: string;
  entity: { typename: string; id: string };
  name: string;
  taskId?: string;
  before?: Fields;
  after?: Fields;
  existed: boolean;
  visibility: Visibility;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const person = (key: PersonKey): Person => ({ kind: personOf(key).kind, id: demoId(`${personOf(key).kind}:${key}`) });
const refOf = (key: PersonKey) => ({ type: personOf(key).kind === 'contact' ? 'Contact' : 'Member', id: person(key).id });
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Turns a story into rows: what is there now, and how it came to be so. */
export function tell(story: ProjectStory, now: Date): Told {
  const studioId = demoId(`studio:${story.studio}`);
  const id = demoId(`project:${story.key}`);
  const end = now.getTime();
  // Made two days before the work began; one that begins in the future was made three days ago.
  const made = end + Math.min(story.starts - 2, -3) * DAY;
  const happened: Happened[] = [];
  const comments: Comment[] = [];
  const stageIds = story.stages.map((_, number) => demoId(`stage:${story.key}:${number}`));
  const self = { typename: 'Project', id };
  const aboutProject = { entity: self, name: story.name, by: story.by, existed: true };

  happened.push({
    ...aboutProject,
    at: made,
    verb: 'project.created',
    after: { name: story.name, status: 'PLANNED' },
    existed: false,
    visibility: 'TEAM',
  });
  const people = [...story.shares, ...story.grants].map((key, number) => ({
    key,
    // Nobody is let in before they were there.
    since: Math.max(made + (number + 1) * HOUR, end - (personOf(key).joinedAgo ?? Number.POSITIVE_INFINITY) * DAY),
  }));
  for (const { key, since } of people) {
    const verb = personOf(key).kind === 'contact' ? 'project.shared' : 'project.granted';
    happened.push({ ...aboutProject, at: since, verb, after: { person: refOf(key) }, visibility: 'TEAM' });
  }
  if (story.status !== 'PLANNED') {
    const change = { before: { status: 'PLANNED' }, after: { status: story.status } };
    happened.push({ ...aboutProject, ...change, at: made + 20 * HOUR, verb: 'project.updated', visibility: 'CLIENT' });
  }

  const say = (said: Said, task: Task | null): void => {
    const number = comments.length;
    const visibility: Visibility = said.team || task?.visibility === 'TEAM' ? 'TEAM' : 'CLIENT';
    const author = person(said.by);
    const mentions = [...said.text.matchAll(/\{([a-z-]+)\}/g)].map((match) => match[1] as PersonKey);
    const comment: Comment = {
      studioId,
      id: demoId(`comment:${story.key}:${number}`),
      projectId: id,
      taskId: task?.id ?? null,
      authorKind: author.kind,
      authorId: author.id,
      body: said.text.replace(
        /\{([a-z-]+)\}/g,
        (_, key: PersonKey) => `@[${personOf(key).name}](${encodeId(refOf(key).type, person(key).id)})`,
      ),
      mentions: mentions.map(person),
      visibility,
      createdAt: new Date(end - said.ago * DAY),
      editedAt: null,
      deletedAt: null,
    };
    comments.push(comment);
    happened.push({
      at: comment.createdAt.getTime(),
      by: said.by,
      verb: 'comment.created',
      entity: { typename: 'Comment', id: comment.id },
      name: '',
      ...(task ? { taskId: task.id } : {}),
      after: { visibility },
      existed: false,
      visibility,
    });
  };

  for (const said of story.talk) say(said, null);
  const keys = positions(story.tasks.length);
  const tasks = story.tasks.map((told, number) => {
    const { task, steps } = tellTask(story, told, number, keys[number] ?? '', { studioId, projectId: id, made, end, stageIds });
    happened.push(...steps);
    for (const said of told.say ?? []) say(said, task);
    return task;
  });

  const awayAgo = story.archivedAgo ?? story.trashedAgo;
  const awayAt = awayAgo === undefined ? null : end - awayAgo * DAY;
  if (awayAt !== null) {
    happened.push({
      ...aboutProject,
      at: awayAt,
      verb: story.trashedAgo === undefined ? 'project.archived' : 'project.trashed',
      visibility: 'TEAM',
    });
  }
  happened.sort((a, b) => a.at - b.at);

  const project: Project = {
    studioId,
    id,
    name: story.name,
    status: story.status,
    clientId: story.client === null ? null : demoId(`client:${story.client}`),
    brief: story.brief,
    startsOn: dayOf(end + story.starts * DAY),
    dueOn: story.due === null ? null : dayOf(end + story.due * DAY),
    newIsTeamOnly: true,
    currentStageId: story.stage === null ? null : (stageIds[story.stage] ?? null),
    createdBy: person(story.by).id,
    createdAt: new Date(made),
    updatedAt: new Date(happened.at(-1)?.at ?? made),
    archivedAt: story.archivedAgo === undefined || awayAt === null ? null : new Date(awayAt),
    trashedAt: story.trashedAgo === undefined || awayAt === null ? null : new Date(awayAt),
    version:
      1 +
      happened.filter((each) => each.entity === self && each.existed && each.verb !== 'project.shared' && each.verb !== 'project.granted')
        .length,
  };
  return {
    project,
    stages: story.stages.map((name, number) => ({
      studioId,
      id: stageIds[number] ?? '',
      projectId: id,
      name,
      position: positions(story.stages.length)[number] ?? '',
      createdAt: new Date(made),
    })),
    tasks,
    comments,
    shares: people.slice(0, story.shares.length).map(({ key, since }) => ({
      studioId,
      projectId: id,
      contactId: person(key).id,
      since: new Date(since),
    })),
    grants: people.slice(story.shares.length).map(({ key, since }) => ({
      studioId,
      projectId: id,
      memberId: person(key).id,
      since: new Date(since),
    })),
    activity: happened.map((each, index) => activityOf(story.key, project, each, index + 1)),
  };
}

interface Surroundings {
  studioId: string;
  projectId: string;
  made: number;
  end: number;
  stageIds: readonly string[];
}

/** A task, and the steps by which it came to its column: spread over the time of the project, the first tasks first. */
function tellTask(
  story: ProjectStory,
  told: TaskStory,
  number: number,
  position: string,
  around: Surroundings,
): { task: Task; steps: Happened[] } {
  const { made, end } = around;
  const id = demoId(`task:${story.key}:${number}`);
  const visibility: Visibility = told.team ? 'TEAM' : 'CLIENT';
  const author = person(story.by);
  // What somebody has already spoken about was there before.
  const spoken = Math.max(0, ...(told.say ?? []).map((said) => said.ago)) * DAY;
  const createdAt = Math.min(made + 22 * HOUR + ((end - made - DAY) * number) / (story.tasks.length * 2), end - spoken - 2 * HOUR);
  const columns = STATUSES.slice(0, STATUSES.indexOf(told.status) + 1);
  const pause = (end - createdAt) / (columns.length + 1);
  const base = { entity: { typename: 'Task', id }, name: told.title, taskId: id, visibility };
  const steps: Happened[] = [
    {
      ...base,
      at: createdAt,
      by: story.by,
      verb: 'task.created',
      after: { title: told.title, status: 'TODO', visibility },
      existed: false,
    },
  ];
  const worker = told.who ?? story.by;
  for (const [index, status] of columns.entries()) {
    const before = columns[index - 1];
    if (before === undefined) continue;
    const verb = status === 'DONE' && personOf(worker).kind === 'contact' ? 'task.completed' : 'task.moved';
    const at = createdAt + pause * index;
    const wasThere = at >= end - (personOf(worker).joinedAgo ?? Number.POSITIVE_INFINITY) * DAY;
    steps.push({ ...base, at, by: wasThere ? worker : story.by, verb, before: { status: before }, after: { status }, existed: true });
  }
  const changedAt = new Date(steps.at(-1)?.at ?? createdAt);
  if (told.archived)
    steps.push({
      ...base,
      at: changedAt.getTime() + HOUR,
      by: story.by,
      verb: 'task.archived',
      after: { archived: true },
      before: { archived: false },
      existed: true,
    });
  const assignee = told.who === undefined ? null : person(told.who);
  const mover = person(steps.at(-1)?.by ?? worker);
  const stage = told.stage === undefined ? null : (around.stageIds[told.stage] ?? null);
  const task: Task = {
    studioId: around.studioId,
    id,
    projectId: around.projectId,
    stageId: stage,
    title: told.title,
    description: told.text ?? '',
    status: told.status,
    assigneeKind: assignee?.kind ?? null,
    assigneeId: assignee?.id ?? null,
    dueOn: told.due === undefined ? null : dayOf(end + told.due * DAY),
    visibility,
    checklist: (told.list ?? []).map((line, item) => ({
      id: demoId(`item:${story.key}:${number}:${item}`),
      text: line.replace(/^x /, ''),
      done: line.startsWith('x '),
    })),
    position,
    placeVersion: columns.length,
    version: told.archived ? 2 : 1,
    movedByKind: mover.kind,
    movedById: mover.id,
    changedByKind: author.kind,
    changedById: author.id,
    createdByKind: author.kind,
    createdById: author.id,
    createdAt: new Date(createdAt),
    updatedAt: changedAt,
    completedAt: isDone(told.status) ? changedAt : null,
    archivedAt: told.archived ? new Date(changedAt.getTime() + HOUR) : null,
    trashedAt: null,
  };
  return { task, steps };
}

const isDone = (status: TaskStatus): boolean => status === 'DONE';

function activityOf(key: string, project: Project, happened: Happened, version: number): ActivityRow {
  const actor = person(happened.by);
  const audience = [...audienceOf(happened.visibility)];
  return {
    studioId: project.studioId,
    id: demoId(`activity:${key}:${version}`),
    subjectType: 'project',
    subjectId: project.id,
    version,
    at: new Date(happened.at),
    typename: happened.entity.typename,
    entityId: happened.entity.id,
    verb: happened.verb,
    actorKind: actor.kind,
    actorId: actor.id,
    before: happened.before ?? null,
    after: { ...happened.after, [ABOUT]: { name: happened.name, taskId: happened.taskId ?? null } },
    audienceBefore: happened.existed ? audience : [],
    audienceAfter: audience,
  };
}
