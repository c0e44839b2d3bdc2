import { describe, expect, test } from '@jest/globals';
import { checkBody, checkMentions, mentionsIn, newlyMentioned, visibilityOf } from './comment.ts';

const id = (prefix: string) => `${prefix}_0000000000000000000001`;

describe('mentions', () => {
  test('stand in the text as a name and an id, each person once', () => {
    const body = `@[Ines Duarte](${id('member')}) and @[Tom](${id('contact')}): see above, @[Ines](${id('member')}).`;
    expect(mentionsIn(body)).toEqual([
      { name: 'Ines Duarte', id: id('member') },
      { name: 'Tom', id: id('contact') },
    ]);
  });

  test('are not found where there is only an address or a link', () => {
    expect(mentionsIn('mail me@studio.example or @[here](https://studio.example)')).toEqual([]);
    expect(mentionsIn('@[](member_1) @[two\nlines](member_1) @name')).toEqual([]);
  });

  test('of a contact need a comment that they can see', () => {
    const tom = { kind: 'contact', id: 'c1', name: 'Tom', isIn: true } as const;
    expect(checkMentions([tom], 'CLIENT')).toBeNull();
    expect(checkMentions([tom], 'TEAM')).toMatchObject({ code: 'MENTION_IS_TEAM_ONLY', path: ['input', 'body'] });
    expect(checkMentions([{ ...tom, isIn: false }], 'CLIENT')).toMatchObject({ code: 'MENTION_NOT_IN_PROJECT' });
  });

  test('of a guest need a project that is open to them', () => {
    expect(checkMentions([{ kind: 'member', id: 'm1', name: 'Ines', isIn: false }], 'TEAM')).toMatchObject({
      code: 'MENTION_NOT_IN_PROJECT',
    });
    expect(checkMentions([{ kind: 'member', id: 'm1', name: 'Ines', isIn: true }], 'TEAM')).toBeNull();
  });

  test('that stood there before are not told again', () => {
    const [ines, tom] = [{ kind: 'member', id: 'm1' } as const, { kind: 'contact', id: 'm1' } as const];
    expect(newlyMentioned([ines], [ines, tom])).toEqual([tom]);
  });
});

describe('a comment', () => {
  test('has words, at most 10,000 characters and 50 mentions', () => {
    expect(checkBody('  \n')).toMatchObject({ code: 'REQUIRED' });
    expect(checkBody('x'.repeat(10_001))).toMatchObject({ code: 'TOO_LONG' });
    expect(checkBody(Array.from({ length: 51 }, (_, index) => `@[x](member_${index})`).join(' '))).toMatchObject({ code: 'TOO_MANY' });
    expect(checkBody('Lovely.')).toBeNull();
  });

  test('on a team-only task is team-only', () => {
    const around = { taskVisibility: 'TEAM', newIsTeamOnly: false } as const;
    expect(visibilityOf(undefined, false, around)).toBe('TEAM');
    expect(visibilityOf('CLIENT', false, around)).toMatchObject({ code: 'TASK_IS_TEAM_ONLY' });
  });

  test('is as the project says when nothing is asked for', () => {
    expect(visibilityOf(undefined, false, { taskVisibility: 'CLIENT', newIsTeamOnly: true })).toBe('TEAM');
    expect(visibilityOf(null, false, { taskVisibility: null, newIsTeamOnly: false })).toBe('CLIENT');
    expect(visibilityOf('CLIENT', false, { taskVisibility: null, newIsTeamOnly: true })).toBe('CLIENT');
  });

  test('of a contact is seen by all', () => {
    expect(visibilityOf(undefined, true, { taskVisibility: 'CLIENT', newIsTeamOnly: true })).toBe('CLIENT');
  });
});
