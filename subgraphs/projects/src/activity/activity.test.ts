import { expect, test } from '@jest/globals';
import { changesOf } from './activity.ts';

const idOf = (type: string, uuid: string) => `${type}!${uuid}`;

test('each field that changed is shown once, as text, before and after', () => {
  expect(changesOf({ before: { name: 'Old', done: false }, after: { name: 'New', done: true, size: 3 } }, idOf)).toEqual([
    { field: 'name', before: 'Old', after: 'New' },
    { field: 'done', before: 'false', after: 'true' },
    { field: 'size', before: null, after: '3' },
  ]);
});

test('a thing is shown by its global id, and a list by its items', () => {
  expect(changesOf({ before: { client: null }, after: { client: { type: 'Client', id: '1' }, tags: ['a', 'b'] } }, idOf)).toEqual([
    { field: 'client', before: null, after: 'Client!1' },
    { field: 'tags', before: null, after: 'a, b' },
  ]);
});
