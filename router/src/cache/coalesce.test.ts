import { anonymous } from '@atelier/service-kit/viewer';
import { beforeEach, expect, test } from '@jest/globals';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Outcome } from '../execute/operation.ts';
import type { OperationRequest } from '../pipeline.ts';
import { createCoalescer } from './coalesce.ts';

let coalescer: ReturnType<typeof createCoalescer>;
let waiting: ((outcome: Outcome) => void)[];

beforeEach(() => {
  coalescer = createCoalescer();
  waiting = [];
});

const ask = (variables: object = {}, kind = OperationTypeNode.QUERY) => {
  const request = {
    operation: { key: '{ stars }', kind, engine: { id: 1 } },
    variables,
    context: { viewer: { viewer: anonymous } },
  } as unknown as OperationRequest;
  return coalescer.run(request, () => new Promise((resolve) => waiting.push(resolve)));
};
const answer = (data: string): Outcome => ({ data, errors: [], points: null });

test('equal questions at once are asked once; another one, and one that comes later, for itself', async () => {
  const all = [ask(), ask(), ask({ first: 1 })];
  expect(waiting).toHaveLength(2);
  waiting[0]?.(answer('"a"'));
  waiting[1]?.(answer('"b"'));
  expect((await Promise.all(all)).map((each) => each?.outcome.data)).toEqual(['"a"', '"a"', '"b"']);
  const later = ask();
  expect(waiting).toHaveLength(3);
  waiting[2]?.(answer('"c"'));
  expect((await later)?.outcome.data).toBe('"c"');
});

test('a question after a change does not wait for one from before it, and changes are each made', async () => {
  const before = ask();
  const changes = [ask({}, OperationTypeNode.MUTATION), ask({}, OperationTypeNode.MUTATION)];
  expect(waiting).toHaveLength(3);
  waiting[1]?.(answer('"done"'));
  waiting[2]?.(answer('"done"'));
  await Promise.all(changes);
  const after = ask();
  expect(waiting).toHaveLength(4);
  waiting[3]?.(answer('"new"'));
  waiting[0]?.(answer('"old"'));
  expect([(await before)?.outcome.data, (await after)?.outcome.data]).toEqual(['"old"', '"new"']);
});

test('a failure is not shared: who waited asks for themselves', async () => {
  const [first, second] = [ask(), ask()];
  waiting[0]?.({ ...answer('null'), errors: [new GraphQLError('The client has gone.')] });
  await first;
  await new Promise(setImmediate);
  expect(waiting).toHaveLength(2);
  waiting[1]?.(answer('"a"'));
  expect((await second)?.outcome).toEqual(answer('"a"'));
});
