import { beforeEach, expect, test } from '@jest/globals';
import { buildSchema, type ExecutionResult, execute, type GraphQLFieldResolver, isObjectType, parse } from 'graphql';
import { batched, whereGiven } from '../batched.ts';
import { forbidden, notFound } from '../errors.ts';
import { planOperation } from './plan.ts';
import { runOperation } from './run.ts';

const schema = buildSchema(`
  type Query { tasks: [Task] }
  type Task { project(upper: Boolean): Project sure: Project! none: Project few: Project late: Project stage: Project odd: Project }
  type Project { name: String }
`);

interface Task {
  projectId: string;
  stageId: string | null;
}

/** What resolvers were asked for, one line a question. */
let asked: string[] = [];
beforeEach(() => {
  asked = [];
});

const projectOf = (id: string) => (id === 'secret' ? notFound() : { name: `project ${id}` });
const ofTasks = (tasks: readonly Task[]) => tasks.map(({ projectId }) => projectId);

const resolvers: Record<string, GraphQLFieldResolver<Task, { who: string }>> = {
  project: batched((tasks: readonly Task[], { upper }: { upper?: boolean }, context: { who: string }) => {
    asked.push(`${context.who}: ${ofTasks(tasks).join()}${upper ? ' in capitals' : ''}`);
    return ofTasks(tasks).map(projectOf);
  }),
  sure: batched((tasks: readonly Task[]) => Promise.resolve(ofTasks(tasks).map(projectOf))),
  none: batched((): never => {
    throw forbidden();
  }),
  few: batched((tasks: readonly Task[]) => ofTasks(tasks).slice(1).map(projectOf)),
  late: batched((_tasks: readonly Task[]) => Promise.reject<Task[]>(forbidden())),
  // Not an Error: what other people's code throws may be anything.
  odd: () => Promise.reject('a text'),
  stage: batched((tasks: readonly Task[]) =>
    whereGiven(
      tasks.map(({ stageId }) => stageId),
      (ids) => {
        asked.push(ids.join());
        if (ids.includes('closed')) throw forbidden();
        return ids.map(projectOf);
      },
    ),
  ),
};
const type = schema.getType('Task');
for (const [name, resolve] of Object.entries(resolvers)) {
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  if (field) field.resolve = resolve;
}

const tasksOf = (projects: readonly string[], stages: readonly (string | null)[] = []): Task[] =>
  projects.map((projectId, index) => ({ projectId, stageId: stages[index] ?? null }));

function ours(query: string, tasks: readonly Task[]): ExecutionResult | Promise<ExecutionResult> {
  const plan = planOperation(schema, parse(query));
  if (plan === null) throw new Error('no plan');
  const field = schema.getQueryType()?.getFields().tasks;
  if (field) field.resolve = () => tasks;
  return runOperation(plan, { who: 'Kenji' }, {});
}

test('a batched field asks once for all parents', () => {
  const answer = ours('{ tasks { project(upper: true) { name } } }', tasksOf(['a', 'b', 'a']));
  expect(answer).toEqual({ data: { tasks: ['a', 'b', 'a'].map((id) => ({ project: { name: `project ${id}` } })) } });
  expect(asked).toEqual(['Kenji: a,b,a in capitals']);
});

test('an error for one parent is that parent’s alone', async () => {
  const { data, errors } = await ours('{ tasks { project { name } } }', tasksOf(['a', 'secret']));
  expect(data).toEqual({ tasks: [{ project: { name: 'project a' } }, { project: null }] });
  expect(errors?.map(({ path, originalError }) => [path, originalError])).toEqual([[['tasks', 1, 'project'], notFound()]]);
});

test('where null may not stand, it takes its own parent along', async () => {
  const { data } = await ours('{ tasks { sure { name } } }', tasksOf(['secret', 'b']));
  expect(data).toEqual({ tasks: [null, { sure: { name: 'project b' } }] });
});

test.each(['none', 'late'])('what fails as a whole has failed for each parent (%s)', async (name) => {
  const { data, errors } = await ours(`{ tasks { ${name} { name } } }`, tasksOf(['a', 'b']));
  expect(data).toEqual({ tasks: [{ [name]: null }, { [name]: null }] });
  expect(errors?.map(({ path, message }) => [path?.[1], message])).toEqual([0, 1].map((place) => [place, forbidden().message]));
});

test('a batched resolver that answers with too few values fails its field', async () => {
  const { data, errors } = await ours('{ tasks { few { name } } }', tasksOf(['a', 'b', 'c']));
  expect(data).toEqual({ tasks: [{ few: null }, { few: null }, { few: null }] });
  expect(errors?.[0]?.message).toBe('A resolver of many did not give one value for each of 3.');
});

test('where there is no id there is null, whatever becomes of the others', async () => {
  const { data } = await ours('{ tasks { stage { name } } }', tasksOf(['a', 'b', 'c'], ['x', null, 'y']));
  expect(data).toEqual({ tasks: [{ stage: { name: 'project x' } }, { stage: null }, { stage: { name: 'project y' } }] });
  const closed = await ours('{ tasks { stage { name } } }', tasksOf(['a', 'b'], [null, 'closed']));
  expect(closed.data).toEqual({ tasks: [{ stage: null }, { stage: null }] });
  expect(closed.errors?.map(({ path }) => path)).toEqual([['tasks', 1, 'stage']]);
  await ours('{ tasks { stage { name } } }', tasksOf(['a']));
  expect(asked).toEqual(['x,y', 'closed']);
});

test('asked for one parent, it fails with the error in that place', async () => {
  const first = batched((ids: readonly string[]) => ids.map(projectOf));
  expect(await first('a', {}, {})).toEqual({ name: 'project a' });
  await expect(first('secret', {}, {})).rejects.toEqual(notFound());
});

test.each(['project', 'sure', 'none', 'few', 'late', 'stage', 'odd'])('graphql-js gives the same for one parent (%s)', async (name) => {
  for (const projectId of ['a', 'secret']) {
    const document = `{ tasks { ${name} { name } } }`;
    const mine = await ours(document, tasksOf([projectId], ['x']));
    const theirs = await execute({ schema, document: parse(document), contextValue: { who: 'Kenji' } });
    expect(JSON.stringify(mine.data)).toBe(JSON.stringify(theirs.data));
    expect(mine.errors?.map(String)).toEqual(theirs.errors?.map(String));
  }
});
