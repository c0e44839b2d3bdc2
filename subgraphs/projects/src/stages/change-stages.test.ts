import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { member } from '@atelier/testing/viewers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeProject, startProjects } from '../testing/projects.ts';

let domain: Awaited<ReturnType<typeof startProjects>>;
beforeAll(async () => {
  domain = await startProjects();
});
afterAll(() => domain.stop());

const mutate = (viewer: Viewer, verb: 'create' | 'update', input: Record<string, unknown>) => {
  const type = verb === 'create' ? 'CreateStage' : 'UpdateStage';
  return domain.ask(
    viewer,
    `mutation ($input: ${type}Input!) { outcome: ${verb}Stage(input: $input) { __typename
      ... on ${type}Success { stage { id name } project { stages { name } } } ... on InvalidInput { code path } } }`,
    { input },
  );
};

const stagesOf = (answer: { data: Record<string, unknown> | null | undefined }) =>
  (answer.data?.outcome as { project: { stages: { name: string }[] } } | undefined)?.project.stages.map((stage) => stage.name);

test('a stage comes at the end, or before another one', async () => {
  const owner = member('owner', uuidv7());
  const { id, stages } = await makeProject(domain, owner, { stages: ['Brief', 'Delivery'] });
  expect(stagesOf(await mutate(owner, 'create', { projectId: id, name: 'Aftercare' }))).toEqual(['Brief', 'Delivery', 'Aftercare']);
  expect(stagesOf(await mutate(owner, 'create', { projectId: id, name: ' Sketch ', beforeId: stages[1]?.id }))).toEqual([
    'Brief',
    'Sketch',
    'Delivery',
    'Aftercare',
  ]);
});

test('making a stage with the same id again makes nothing', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeProject(domain, owner, { stages: [] });
  const stageId = encodeId('Stage', uuidv7());
  await mutate(owner, 'create', { id: stageId, projectId: id, name: 'Sketch' });
  expect(stagesOf(await mutate(owner, 'create', { id: stageId, projectId: id, name: 'Sketch' }))).toEqual(['Sketch']);
});

test('a stage is renamed, and moved to any place', async () => {
  const owner = member('owner', uuidv7());
  const { stages } = await makeProject(domain, owner, { stages: ['a', 'b', 'c'] });
  const [a, b, c] = stages.map((stage) => stage.id);
  expect(stagesOf(await mutate(owner, 'update', { id: c, beforeId: a }))).toEqual(['c', 'a', 'b']);
  expect(stagesOf(await mutate(owner, 'update', { id: c, beforeId: null }))).toEqual(['a', 'b', 'c']);
  expect(stagesOf(await mutate(owner, 'update', { id: a, beforeId: c, name: 'A' }))).toEqual(['b', 'A', 'c']);
  const events = domain.published.length;
  expect(stagesOf(await mutate(owner, 'update', { id: b, beforeId: a }))).toEqual(['b', 'A', 'c']);
  expect(domain.published).toHaveLength(events);
});

test('a project has at most 20 stages, also when two people add the last one', async () => {
  const owner = member('owner', uuidv7());
  const { id } = await makeProject(domain, owner, { stages: Array.from({ length: 19 }, (_, index) => `Stage ${index}`) });
  const answers = await Promise.all(['one', 'other'].map((name) => mutate(owner, 'create', { projectId: id, name })));
  const outcomes = answers.map(({ data }) => data?.outcome as { __typename: string; code?: string });
  expect(outcomes.map((outcome) => outcome.__typename).sort()).toEqual(['CreateStageSuccess', 'InvalidInput']);
  expect(outcomes.find((outcome) => outcome.code)?.code).toBe('TOO_MANY');
});

test('a stage that goes takes no task with it, and the project is in no stage when it was in that one', async () => {
  const studioId = uuidv7();
  const owner = member('owner', studioId);
  const { id, stages } = await makeProject(domain, owner);
  const { data } = await domain.ask(
    owner,
    `mutation ($input: CreateTaskInput!) { createTask(input: $input) { ... on CreateTaskSuccess { task { id stage { name } } } } }`,
    { input: { projectId: id, title: 'Measure the wall', stageId: stages[0]?.id } },
  );
  const made = data?.createTask as { task: { id: string; stage: { name: string } } } | undefined;
  expect(made?.task.stage).toEqual({ name: 'Brief' });
  const removed = await domain.ask(
    owner,
    `mutation ($id: ID!) { removeStage(input: { id: $id }) { ... on RemoveStageSuccess { id project { currentStage { id } stages { name } version } } } }`,
    { id: stages[0]?.id },
  );
  expect(removed.data?.removeStage).toEqual({
    id: stages[0]?.id,
    project: { currentStage: null, stages: [{ name: 'Sketch' }, { name: 'Refinement' }, { name: 'Delivery' }], version: 2 },
  });
  expect(await domain.entity(owner, 'Task', made?.task.id ?? '', '{ title stage { name } }')).toEqual({
    title: 'Measure the wall',
    stage: null,
  });
});

test('a stage of another project is no place, and one of another studio does not exist', async () => {
  const owner = member('owner', uuidv7());
  const mine = await makeProject(domain, owner);
  const other = await makeProject(domain, owner);
  expect((await mutate(owner, 'create', { projectId: mine.id, name: 'x', beforeId: other.stages[0]?.id })).codes).toEqual(['NOT_FOUND']);
  const stranger = member('owner', uuidv7());
  expect((await mutate(stranger, 'create', { projectId: mine.id, name: 'x' })).codes).toEqual(['NOT_FOUND']);
  expect((await mutate(stranger, 'update', { id: mine.stages[0]?.id, name: 'x' })).codes).toEqual(['NOT_FOUND']);
  expect(
    (await domain.ask(stranger, 'mutation ($id: ID!) { removeStage(input: { id: $id }) { __typename } }', { id: mine.stages[0]?.id }))
      .codes,
  ).toEqual(['NOT_FOUND']);
  expect(await domain.entity(stranger, 'Stage', mine.stages[0]?.id ?? '', '{ name }')).toBeNull();
});
