import { expect, test } from '@jest/globals';
import { addressOf, placeOf } from './address.ts';

test('the address of a project names it and the task that is open', () => {
  const place = placeOf('/client/projects/project_4f', '?task=task_9a');
  expect(place).toEqual({ page: 'project', id: 'project_4f', task: 'task_9a' });
  expect(addressOf(place)).toBe('/client/projects/project_4f?task=task_9a');
});

test('every other address of the client is the list of projects', () => {
  for (const path of ['/client', '/client/', '/client/projects', '/client/elsewhere', '/client/projects/a/b']) {
    expect(placeOf(path, '')).toEqual({ page: 'projects' });
  }
});
