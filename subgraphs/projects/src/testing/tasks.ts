import type { LiveEvent } from '@atelier/service-kit/activity';
import { decodeId, typenameOfId } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import type { RunningSubgraph } from '@atelier/testing/subgraph';

/** A task as these tests read it. */
export interface TaskAnswer {
  id: string;
  title: string;
  status: string;
  visibility: string;
  position: string;
  placeVersion: number;
  version: number;
  completedAt: string | null;
  archivedAt: string | null;
  trashedAt: string | null;
  dueOn: string | null;
  assignee: { __typename: string; id: string } | null;
  stage: { id: string } | null;
  checklist: { id: string; text: string; done: boolean }[];
}

/** A comment as these tests read it. */
export interface CommentAnswer {
  id: string;
  body: string;
  visibility: string;
  editedAt: string | null;
  deletedAt: string | null;
  author: { __typename: string; id: string } | null;
  mentions: { __typename: string; id: string }[];
  viewerCanUpdate: boolean;
}

export const PERSON = '__typename ... on Member { id } ... on Contact { id }';

export const TASK = `id title status visibility position placeVersion version completedAt archivedAt trashedAt dueOn
  assignee { ${PERSON} } stage { id } checklist { id text done }`;

export const COMMENT = `id body visibility editedAt deletedAt author { ${PERSON} } mentions { ${PERSON} } viewerCanUpdate`;

/** What a mutation answered: the member of its union, or the codes of what was thrown. */
export interface Outcome {
  __typename?: string;
  code?: string;
  message?: string;
  path?: string[] | null;
  task?: TaskAnswer;
  comment?: CommentAnswer;
  movedBy?: { __typename: string; id: string } | null;
  changedBy?: { __typename: string; id: string } | null;
  codes: unknown[];
  messages: string[];
}

const fails: Record<string, string> = {
  createTask: '... on InvalidInput { code message path }',
  updateTask: `... on InvalidInput { code message path } ... on TaskVersionConflict { code message path task { ${TASK} } changedBy { ${PERSON} } }`,
  updateChecklist: `... on InvalidInput { code message path } ... on TaskVersionConflict { code message path task { ${TASK} } changedBy { ${PERSON} } }`,
  moveTask: `... on InvalidInput { code message path } ... on TaskMovedMeanwhile { code message path task { ${TASK} } movedBy { ${PERSON} } }`,
  createComment: '... on InvalidInput { code message path }',
  updateComment: '... on InvalidInput { code message path }',
};

/** Runs a mutation on tasks or comments. */
export async function run(domain: RunningSubgraph, viewer: Viewer, name: string, input: Record<string, unknown>): Promise<Outcome> {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const shown = name.endsWith('Comment') ? `comment { ${COMMENT} }` : `task { ${TASK} }`;
  const { data, codes, messages } = await domain.ask(
    viewer,
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${type}Success { ${shown} } ${fails[name] ?? ''} } }`,
    { input },
  );
  return { ...(data?.[name] as object | undefined), codes, messages };
}

/** As `run`, for what has to succeed. */
export async function did(domain: RunningSubgraph, viewer: Viewer, name: string, input: Record<string, unknown>): Promise<TaskAnswer> {
  const outcome = await run(domain, viewer, name, input);
  if (!outcome.task || !outcome.__typename?.endsWith('Success')) throw new Error(`${name} failed: ${JSON.stringify(outcome)}`);
  return outcome.task;
}

/** Makes a task, for all to see unless told otherwise. */
export const makeTask = (
  domain: RunningSubgraph,
  viewer: Viewer,
  projectId: string,
  input: Record<string, unknown> = {},
): Promise<TaskAnswer> => did(domain, viewer, 'createTask', { projectId, title: 'Sketch the cover', visibility: 'CLIENT', ...input });

/** Says something, for all to see unless told otherwise. */
export async function say(
  domain: RunningSubgraph,
  viewer: Viewer,
  projectId: string,
  input: Record<string, unknown> = {},
): Promise<CommentAnswer> {
  const outcome = await run(domain, viewer, 'createComment', { projectId, body: 'Lovely.', visibility: 'CLIENT', ...input });
  if (!outcome.comment) throw new Error(`Not said: ${JSON.stringify(outcome)}`);
  return outcome.comment;
}

/** The titles of each column of a board by status. */
export async function boardOf(
  domain: RunningSubgraph,
  viewer: Viewer,
  projectId: string,
  groupBy = 'STATUS',
): Promise<Record<string, string[]>> {
  const board = await domain.entity(viewer, 'Project', projectId, `{ board(groupBy: ${groupBy}) { key tasks { nodes { title } } } }`);
  const columns = (board?.board ?? []) as { key: string; tasks: { nodes: { title: string }[] } }[];
  return Object.fromEntries(columns.map(({ key, tasks }) => [key.replace('status:', ''), tasks.nodes.map((task) => task.title)]));
}

/** A task as somebody sees it; null where they do not. */
export const seenTask = (domain: RunningSubgraph, viewer: Viewer, id: string): Promise<TaskAnswer | null> =>
  domain.entity(viewer, 'Task', id, `{ ${TASK} }`) as Promise<TaskAnswer | null>;

/** Waits for what a job does; between two looks the database answers. @throws after 10 s */
export async function until(domain: RunningSubgraph, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('It did not come.');
    await domain.db.admin.query('select');
  }
}

/** Runs a planned job now, at a moment of the domain's own clock. */
export async function runJob(domain: RunningSubgraph, task: string, at: Date): Promise<void> {
  domain.clock.now = at;
  await domain.db.admin.query(
    `select from projects_jobs.reschedule_jobs((select array_agg(id) from projects_jobs.jobs where task_identifier = $1), run_at => now())`,
    [task],
  );
}

/** What streams were last told of a task or a comment. Jobs publish older events once more: the version tells which is the last. */
export const lastToldOf = (domain: RunningSubgraph, globalId: string): LiveEvent | undefined => {
  const uuid = decodeId(globalId, typenameOfId(globalId) ?? '');
  return domain.published.filter((event) => event.id === uuid).sort((a, b) => b.version - a.version)[0];
};
