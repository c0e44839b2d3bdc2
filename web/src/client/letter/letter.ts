import type { LetterCommentFragment } from '../talk/__generated__/Talk.ts';
import type { LetterAskedQuery, LetterPageQuery, LetterTaskFragment } from './__generated__/LetterPage.ts';

export type Letter = Extract<LetterPageQuery['node'], { __typename: 'Project' }>;
export type Task = LetterTaskFragment;
export type Comment = LetterCommentFragment;
type AskedTask = Extract<LetterAskedQuery['nodes'][number], { __typename: 'Task' }>;

/** A comment that mentions the reader, after which the reader has said nothing in the same place. */
export type Question = { comment: Comment; task: Task | null };

/** One thing that waits for the reader: a task, a question, or a task with a question about it. */
export type WaitingThing = { key: string; task: Task | null; question: Question | null };

/** The letter's three groups of work. */
export type Work = { now: Task[]; next: Task[]; done: Task[] };

const byPlace = (a: Task, b: Task) => (a.position < b.position ? -1 : a.position > b.position ? 1 : a.id < b.id ? -1 : 1);
const isThere = (task: Task) => !task.archivedAt && !task.trashedAt;
const isMine = (person: { __typename: string; isViewer?: boolean } | null | undefined) =>
  person?.__typename === 'Contact' && person.isViewer === true;

/** Every task of the letter once, however many of its lists it is in. */
export function tasksOf(letter: Letter): Task[] {
  const all: readonly Task[] = [...letter.waiting.nodes, ...letter.tasks.nodes];
  return [...new Map(all.map((task) => [task.id, task])).values()].filter(isThere);
}

/** The tasks that were given to the reader and are not done: what is due first comes first. */
export function waitingTasks(tasks: readonly Task[]): Task[] {
  return tasks
    .filter((task) => task.status !== 'DONE' && isMine(task.assignee))
    .sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || byPlace(a, b));
}

/** The tasks by what is being done about them: in the board's order, what is done last finished first. */
export function workOf(tasks: readonly Task[]): Work {
  const work: Work = { now: [], next: [], done: [] };
  for (const task of tasks) work[task.status === 'DONE' ? 'done' : task.status === 'TODO' ? 'next' : 'now'].push(task);
  work.now.sort(byPlace);
  work.next.sort(byPlace);
  work.done.sort((a, b) => (b.completedAt ?? '').localeCompare(a.completedAt ?? '') || byPlace(a, b));
  return work;
}

/** The ids of the tasks that anything was said about, in an order that stays the same while only the board's order changes. */
export const talkedAbout = (tasks: readonly Task[]): string[] =>
  tasks
    .filter((task) => task.commentCount > 0)
    .map((task) => task.id)
    .sort()
    .slice(-100);

function questionIn(comments: readonly Comment[], task: Task | null, settled: ReadonlySet<string>): Question | null {
  let open: Comment | null = null;
  for (const comment of comments) {
    if (isMine(comment.author)) open = null;
    else if (!comment.deletedAt && comment.mentions?.some(isMine) && !settled.has(comment.id)) open = comment;
  }
  return open && { comment: open, task };
}

/** What the reader was asked and has not answered: the last such comment of each place, the oldest first. */
export function questionsOf(
  comments: readonly Comment[],
  tasks: readonly Task[],
  asked: LetterAskedQuery['nodes'] | undefined,
  settled: ReadonlySet<string>,
): Question[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const talks = (asked ?? []).filter((node): node is AskedTask => node?.__typename === 'Task');
  return [questionIn(comments, null, settled), ...talks.map((talk) => questionIn(talk.comments.nodes, byId.get(talk.id) ?? null, settled))]
    .filter((question) => question !== null)
    .sort((a, b) => a.comment.createdAt.localeCompare(b.comment.createdAt));
}

/** What waits for the reader, each thing once: questions that belong to no task of theirs first, as they take one line. */
export function waitingThings(tasks: readonly Task[], questions: readonly Question[]): WaitingThing[] {
  const mine = waitingTasks(tasks);
  const about = new Map(questions.map((question) => [question.task?.id, question]));
  const others = questions.filter(({ task }) => !mine.some((each) => each.id === task?.id));
  return [
    ...others.map((question) => ({ key: question.comment.id, task: null, question })),
    ...mine.map((task) => ({ key: task.id, task, question: about.get(task.id) ?? null })),
  ];
}

/** Where a stage stands: behind us, now, or ahead. */
export type StageState = 'done' | 'now' | 'ahead';

/** The state of each stage. Without a current one, all are behind when the project is done and ahead before. */
export function stageStates(letter: Pick<Letter, 'stages' | 'currentStage' | 'projectStatus'>): StageState[] {
  const current = letter.stages.findIndex((stage) => stage.id === letter.currentStage?.id);
  return letter.stages.map((_stage, index) => {
    if (current < 0) return letter.projectStatus === 'DONE' ? 'done' : 'ahead';
    return index < current ? 'done' : index === current ? 'now' : 'ahead';
  });
}
