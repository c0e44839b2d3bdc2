import { describe, expect, test } from '@jest/globals';
import { bodyOf, draftOf, mentionAt, piecesOf } from './mentions.ts';

const ann = { id: 'member_0000000000000000000001', name: 'Ann' };
const anna = { id: 'contact_0000000000000000000002', name: 'Anna Bel' };

describe('a mention', () => {
  test('is shown as a name', () => {
    expect(piecesOf(`Look, @[Anna Bel](${anna.id}), here`)).toEqual([
      { kind: 'text', text: 'Look, ' },
      { kind: 'mention', name: 'Anna Bel', id: anna.id },
      { kind: 'text', text: ', here' },
    ]);
  });

  test('of something else than a person stays text', () => {
    expect(piecesOf('@[x](task_0000000000000000000001)')).toEqual([{ kind: 'text', text: '@[x](task_0000000000000000000001)' }]);
  });

  test('is sent with the id of the person, the longer name first', () => {
    expect(bodyOf({ text: '@Anna Bel and @Ann', people: [ann, anna] })).toBe(`@[Anna Bel](${anna.id}) and @[Ann](${ann.id})`);
  });

  test('that was typed by hand mentions nobody', () => {
    expect(bodyOf({ text: 'mail me @home', people: [ann] })).toBe('mail me @home');
  });

  test('survives being edited', () => {
    const body = `Thanks @[Ann](${ann.id})\nSee you`;
    expect(bodyOf(draftOf(body))).toBe(body);
  });
});

describe('typing towards a mention', () => {
  test('begins with @ at the beginning of a word', () => {
    expect(mentionAt('Hello @an', 9)).toEqual({ start: 6, query: 'an' });
    expect(mentionAt('@', 1)).toEqual({ start: 0, query: '' });
    expect(mentionAt('a@b', 3)).toBeNull();
  });

  test('ends when the name can be none', () => {
    expect(mentionAt('@anna bel and', 13)).toBeNull();
    expect(mentionAt('@an\nx', 5)).toBeNull();
  });
});
