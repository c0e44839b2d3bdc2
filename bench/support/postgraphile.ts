import { deepStrictEqual } from 'node:assert';
import { encodeId } from '@atelier/service-kit/ids';

const PERSON = 'rowId person { name picture }';
const TASK = `__typename rowId title taskStatus: status dueOn
  assigneeKind assigneeMember { __typename ${PERSON} } assigneeContact { __typename rowId name }
  project: projectByStudioIdAndProjectId { __typename rowId name }`;

/** The dashboard in the schema that PostGraphile makes of the tables. */
const DASHBOARD = `query Home($studio: UUID!, $member: UUID!, $soon: Date!) {
  waitingCount: benchWaitingCount(studio: $studio, member: $member)
  waiting: benchWaiting(studio: $studio, member: $member, first: 12) { nodes { ${TASK} } __typename }
  due: benchDue(studio: $studio, until: $soon, first: 30) { nodes { ${TASK} } __typename }
  underWay: benchUnderWay(studio: $studio, first: 6) { __typename nodes { __typename rowId name projectStatus: status dueOn updatedAt
    client { __typename rowId name } currentStage: stageByStudioIdAndRowIdAndCurrentStageId { __typename rowId name } total done } }
  notifications: benchTold(studio: $studio, member: $member, first: 20) { __typename nodes { __typename rowId kind createdAt readAt
    actorKind actorMember { __typename ${PERSON} } actorContact { __typename rowId name }
    project { __typename rowId name } task { __typename rowId title }
    comment { __typename rowId body task: taskByStudioIdAndProjectIdAndTaskId { __typename rowId } } } } }`;

/** What opening home sends to PostGraphile; it writes who asks into the variables by itself. */
export const postgraphileDashboard = (soon: string): string => JSON.stringify({ query: DASHBOARD, variables: { soon } });

type Thing = Record<string, unknown>;

/** A row as PostGraphile shows it; the fields named are those that hold other rows, or are put in other words here. */
interface Row {
  [field: string]: unknown;
  rowId: string;
  person?: Thing;
  assigneeKind?: string | null;
  assigneeMember?: Row | null;
  assigneeContact?: Row | null;
  actorKind?: string | null;
  actorMember?: Row | null;
  actorContact?: Row | null;
  client?: Row | null;
  comment?: Row | null;
  currentStage?: Row | null;
  project?: Row | null;
  task?: Row | null;
  createdAt?: string | null;
  readAt?: string | null;
  updatedAt?: string | null;
}

interface Dashboard {
  waitingCount: number;
  waiting: { nodes: Row[] };
  due: { nodes: Row[] };
  underWay: { nodes: Row[] };
  notifications: { nodes: Row[] };
}

/**
 * Checks that PostGraphile's answer holds the same as ours: the same rows in the same order with the same fields, except for
 * `isViewer`, which it does not know. @throws with what differs
 */
export function mustBeNear(ours: unknown, theirs: unknown): void {
  deepStrictEqual(inOurWords(theirs as Dashboard), without(ours, ['__typename', 'isViewer']));
}

function without(value: unknown, fields: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => without(each, fields));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, each]) => (fields.includes(key) ? [] : [[key, without(each, fields)]])));
}

const moment = (text: string | null): string | null => text && new Date(text).toISOString();
const named = (type: string, row: Row | null, fields: readonly string[] = ['name']): Thing | null =>
  row && { id: encodeId(type, row.rowId), ...Object.fromEntries(fields.map((field) => [field, row[field]])) };

function personOf(kind: string | null, member: Row | null, contact: Row | null): Thing | null {
  if (kind === 'contact') return named('Contact', contact);
  return member && { id: encodeId('Member', member.rowId), name: member.person?.name, picture: member.person?.picture };
}

function inOurWords({ waitingCount, waiting, due, underWay, notifications }: Dashboard): Thing {
  const tasks = ({ nodes }: { nodes: Row[] }) =>
    nodes.map((task) => ({
      ...named('Task', task, ['title', 'taskStatus', 'dueOn']),
      assignee: personOf(task.assigneeKind ?? null, task.assigneeMember ?? null, task.assigneeContact ?? null),
      project: named('Project', task.project ?? null),
    }));
  return {
    waiting: { totalCount: waitingCount, nodes: tasks(waiting) },
    due: { nodes: tasks(due) },
    underWay: {
      nodes: underWay.nodes.map((project) => ({
        ...named('Project', project, ['name', 'projectStatus', 'dueOn']),
        updatedAt: moment(project.updatedAt ?? null),
        client: named('Client', project.client ?? null),
        currentStage: named('Stage', project.currentStage ?? null),
        progress: { total: project.total, done: project.done },
      })),
    },
    notifications: {
      nodes: notifications.nodes.map((told) => ({
        ...named('Notification', told, ['kind']),
        createdAt: moment(told.createdAt ?? null),
        readAt: moment(told.readAt ?? null),
        actor: personOf(told.actorKind ?? null, told.actorMember ?? null, told.actorContact ?? null),
        project: named('Project', told.project ?? null),
        task: named('Task', told.task ?? null, ['title']),
        comment: told.comment && {
          ...named('Comment', told.comment, ['body']),
          task: named('Task', told.comment.task ?? null, []),
        },
      })),
    },
  };
}
