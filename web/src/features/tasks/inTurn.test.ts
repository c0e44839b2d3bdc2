import { describe, expect, test } from '@jest/globals';
import { inTurn } from './inTurn.ts';

describe('changes of one task', () => {
  test('wait for each other, those of another do not', async () => {
    const done: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const first = inTurn('task_1', () => held.then(() => done.push('first')));
    const second = inTurn('task_1', async () => done.push('second'));
    await inTurn('task_2', async () => done.push('other'));
    expect(done).toEqual(['other']);
    release();
    await Promise.all([first, second]);
    expect(done).toEqual(['other', 'first', 'second']);
  });

  test('go on after one that failed', async () => {
    const failed = inTurn('task_1', () => Promise.reject(new Error('no')));
    await expect(failed).rejects.toThrow('no');
    expect(await inTurn('task_1', async () => 'saved')).toBe('saved');
  });
});
