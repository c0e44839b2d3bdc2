import { expect, test } from '@jest/globals';
import { onDemand } from './on-demand.ts';

test('a part is made when it is first asked for, and once for each whole', () => {
  const made: string[] = [];
  const make = (name: string) => (from: string) => {
    made.push(`${name} of ${from}`);
    return { name };
  };
  const open = onDemand<string, { tasks: { name: string }; stages: { name: string } }>({ tasks: make('tasks'), stages: make('stages') });
  const [one, other] = [open('one'), open('other')];
  expect(made).toEqual([]);
  expect(one.tasks).toBe(one.tasks);
  expect(other.tasks).not.toBe(one.tasks);
  expect(one.tasks.name).toBe('tasks');
  expect(made).toEqual(['tasks of one', 'tasks of other']);
});
