import { seededRandom } from '@atelier/service-kit/demo';
import {
  type CopyTable,
  type LoadSize,
  loadClientId,
  loadClientOfProject,
  loadContactId,
  loadCounts,
  loadId,
  loadMemberId,
  loadProjectId,
  loadStudioId,
  loadStudios,
} from '@atelier/service-kit/load';
import { activity, subjects } from '../src/activity/activity.table.ts';
import { comments } from '../src/comments/comment.table.ts';
import { projectShares } from '../src/grants/grant.table.ts';
import { projects } from '../src/projects/project.table.ts';
import type { ProjectStatus } from '../src/projects/project.ts';
import { stages } from '../src/stages/stage.table.ts';
import { positions } from '../src/stages/stage.ts';
import { tasks } from '../src/tasks/task.table.ts';
import { STATUSES, type TaskStatus } from '../src/tasks/task.ts';
import { copyOf } from './rows.ts';

const THINGS = [
  'mural',
  'poster',
  'album sleeve',
  'picture book',
  'bag design',
  'portrait',
  'map',
  'stamp series',
  'festival identity',
  'window',
];
const PLACES = [
  'Harbour',
  'Lantern',
  'Orchard',
  'Station',
  'Northern',
  'Kettle',
  'Garden',
  'Bridge',
  'Lighthouse',
  'Market',
  'Willow',
  'Quarry',
];
const WORK = [
  'Collect references',
  'Sketch three directions',
  'Agree on colours',
  'Draw the final line',
  'Prepare for print',
  'Check the proof',
  'Send the files',
  'Measure the place',
  'Order paper',
];
const WORDS = [
  'Looks right to me.',
  'Could the blue be warmer?',
  'The printer needs this by Friday.',
  'Second version is up.',
  'Agreed on the telephone.',
  'Waiting for the measurements.',
];
const STAGES = ['Brief', 'Sketch', 'Delivery'];
const KEYS = positions(16);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What a project of a load follows from: everything in it is made from this when it is copied, and nothing is kept. */
interface Plan {
  studio: number;
  number: number;
  studioId: string;
  projectId: string;
  name: string;
  status: ProjectStatus;
  /** Of the number of tasks, places and days: the same plan gives the same rows for every table. */
  random: number;
  made: number;
  changed: number;
}

/** The projects of all studios of a load with what is in them, made while they are copied. */
export function loadTables(size: LoadSize, { now }: { now: Date }): CopyTable[] {
  const each = <Row>(rows: (plan: Plan) => Iterable<Row>) =>
    function* () {
      for (const plan of plans(size, now.getTime())) yield* rows(plan);
    };
  return [
    copyOf(projects, each(projectRows)),
    copyOf(stages, each(stageRows)),
    copyOf(tasks, each(taskRows)),
    copyOf(comments, each(commentRows)),
    copyOf(projectShares, each(shareRows)),
    copyOf(subjects, each(subjectRows)),
    copyOf(activity, each(activityRows)),
  ];
}

function* plans(size: LoadSize, now: number): Generator<Plan> {
  for (const studio of loadStudios(size)) {
    const random = seededRandom(studio + 3);
    const studioId = loadStudioId(studio);
    for (let number = 0; number < loadCounts.projects(studio); number += 1) {
      const share = random();
      const changed = now - Math.floor(random() * 120 * DAY);
      yield {
        studio,
        number,
        studioId,
        projectId: loadProjectId(studio, number),
        name: `${at(PLACES, random())} ${at(THINGS, random())} ${number + 1}`,
        status: share < 0.55 ? 'ACTIVE' : share < 0.7 ? 'PLANNED' : share < 0.8 ? 'ON_HOLD' : 'DONE',
        random: random(),
        made: changed - Math.floor(random() * 200 * DAY) - DAY,
        changed,
      };
    }
  }
}

const at = <Item>(list: readonly Item[], share: number): Item => list[Math.floor(share * list.length)] as Item;
const id = (plan: Plan, kind: string, number: number): string => loadId(`${kind}:${plan.studio}:${plan.number}:${number}`);
const memberOf = ({ studio }: Plan, number: number): string => loadMemberId(studio, number % loadCounts.members(studio));
/** 3 to 7 tasks. */
const taskCount = (plan: Plan): number => 3 + Math.floor(plan.random * 5);
/** 1 to 4 comments. */
const commentCount = (plan: Plan): number => 1 + (plan.number % 4);
const isTeamOnly = (number: number): boolean => number % 3 === 2;
const isArchived = (plan: Plan): boolean => plan.status === 'DONE' && plan.number % 2 === 0;
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

function statusOf(plan: Plan, task: number): TaskStatus {
  if (plan.status === 'DONE') return 'DONE';
  if (plan.status === 'PLANNED') return 'TODO';
  return STATUSES[(task + plan.number) % STATUSES.length] ?? 'TODO';
}

function* projectRows(plan: Plan): Generator<typeof projects.$inferInsert> {
  const { studio, number } = plan;
  yield {
    studioId: plan.studioId,
    id: plan.projectId,
    name: plan.name,
    status: plan.status,
    clientId: loadClientId(studio, loadClientOfProject(studio, number)),
    brief: 'Two rounds of sketches, then the final artwork with all files for print.',
    startsOn: dayOf(plan.made),
    dueOn: dayOf(plan.changed + 30 * DAY),
    newIsTeamOnly: true,
    currentStageId: plan.status === 'ACTIVE' || plan.status === 'ON_HOLD' ? id(plan, 'stage', number % STAGES.length) : null,
    createdBy: memberOf(plan, 0),
    createdAt: new Date(plan.made),
    updatedAt: new Date(plan.changed),
    archivedAt: isArchived(plan) ? new Date(plan.changed) : null,
    trashedAt: null,
    version: 1,
  };
}

function* stageRows(plan: Plan): Generator<typeof stages.$inferInsert> {
  for (const [number, name] of STAGES.entries()) {
    yield {
      studioId: plan.studioId,
      id: id(plan, 'stage', number),
      projectId: plan.projectId,
      name,
      position: KEYS[number] ?? '',
      createdAt: new Date(plan.made),
    };
  }
}

function* taskRows(plan: Plan): Generator<typeof tasks.$inferInsert> {
  for (let number = 0; number < taskCount(plan); number += 1) {
    const status = statusOf(plan, number);
    const createdAt = new Date(plan.made + number * 7 * MINUTE);
    const member = memberOf(plan, number);
    yield {
      studioId: plan.studioId,
      id: id(plan, 'task', number),
      projectId: plan.projectId,
      stageId: id(plan, 'stage', number % STAGES.length),
      title: WORK[number % WORK.length] ?? '',
      description: '',
      status,
      assigneeKind: 'member',
      assigneeId: member,
      dueOn: number % 4 === 3 ? null : dayOf(plan.changed + (number + 2) * DAY),
      visibility: isTeamOnly(number) ? 'TEAM' : 'CLIENT',
      checklist: number % 3 === 0 ? [{ id: id(plan, 'item', number), text: 'Ask the client', done: status === 'DONE' }] : [],
      position: KEYS[number] ?? '',
      placeVersion: 1,
      version: 1,
      movedByKind: 'member',
      movedById: member,
      changedByKind: 'member',
      changedById: member,
      createdByKind: 'member',
      createdById: member,
      createdAt,
      updatedAt: createdAt,
      completedAt: status === 'DONE' ? new Date(plan.changed) : null,
    };
  }
}

function* commentRows(plan: Plan): Generator<typeof comments.$inferInsert> {
  for (let number = 0; number < commentCount(plan); number += 1) {
    const task = number === 0 ? null : (number * 3) % taskCount(plan);
    yield {
      studioId: plan.studioId,
      id: id(plan, 'comment', number),
      projectId: plan.projectId,
      taskId: task === null ? null : id(plan, 'task', task),
      authorKind: 'member',
      authorId: memberOf(plan, number),
      body: at(WORDS, ((plan.random * 10 + number) % WORDS.length) / WORDS.length),
      mentions: [],
      visibility: task !== null && isTeamOnly(task) ? 'TEAM' : 'CLIENT',
      createdAt: new Date(plan.made + DAY + number * MINUTE),
    };
  }
}

function* shareRows(plan: Plan): Generator<typeof projectShares.$inferInsert> {
  const { studio, number } = plan;
  if (number % 3 === 2) return;
  const contactId = loadContactId(studio, loadClientOfProject(studio, number), 0);
  yield { studioId: plan.studioId, projectId: plan.projectId, contactId, since: new Date(plan.made) };
}

/** The project, its tasks and its comments were made: one event each. */
const eventCount = (plan: Plan): number => 1 + taskCount(plan) + commentCount(plan);

function* subjectRows(plan: Plan): Generator<typeof subjects.$inferInsert> {
  yield { studioId: plan.studioId, type: 'project', id: plan.projectId, version: eventCount(plan) };
  // Lists of projects stand at 1: nothing that anybody could have missed.
  if (plan.number === 0) yield { studioId: plan.studioId, type: 'studio', id: plan.studioId, version: 1 };
}

function* activityRows(plan: Plan): Generator<typeof activity.$inferInsert> {
  const common = {
    studioId: plan.studioId,
    subjectType: 'project',
    subjectId: plan.projectId,
    actorKind: 'member' as const,
    audienceBefore: [],
  };
  let version = 0;
  for (let number = 0; number < eventCount(plan); number += 1) {
    version += 1;
    const task = number - 1;
    const comment = number - 1 - taskCount(plan);
    const what =
      number === 0
        ? {
            typename: 'Project',
            entityId: plan.projectId,
            verb: 'project.created',
            at: plan.made,
            about: { name: plan.name, taskId: null },
            isTeam: true,
          }
        : comment < 0
          ? {
              typename: 'Task',
              entityId: id(plan, 'task', task),
              verb: 'task.created',
              at: plan.made + task * 7 * MINUTE,
              about: { name: WORK[task % WORK.length] ?? '', taskId: id(plan, 'task', task) },
              isTeam: isTeamOnly(task),
            }
          : {
              typename: 'Comment',
              entityId: id(plan, 'comment', comment),
              verb: 'comment.created',
              at: plan.made + DAY + comment * MINUTE,
              about: { name: '', taskId: comment === 0 ? null : id(plan, 'task', (comment * 3) % taskCount(plan)) },
              isTeam: comment !== 0 && isTeamOnly((comment * 3) % taskCount(plan)),
            };
    yield {
      ...common,
      id: id(plan, 'activity', number),
      version,
      at: new Date(what.at),
      typename: what.typename,
      entityId: what.entityId,
      verb: what.verb,
      actorId: memberOf(plan, number),
      after: { $about: what.about },
      audienceAfter: what.isTeam ? ['team'] : ['team', 'client'],
    };
  }
}
