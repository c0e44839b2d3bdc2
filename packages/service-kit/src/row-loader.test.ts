import { expect, test } from '@jest/globals';
import { rowLoader } from './row-loader.ts';

/** A loader of rows that are there unless their id begins with an x, and the reads that it made. */
function counting(fails: () => boolean = () => false) {
  const reads: string[][] = [];
  const loader = rowLoader(async (ids) => {
    reads.push(ids);
    if (fails()) throw new Error('the database is away');
    return ids.filter((id) => !id.startsWith('x')).map((id) => ({ id, name: `row ${id}` }));
  });
  return { loader, reads };
}

test('what is asked for in one turn is read at once, each row once', async () => {
  const { loader, reads } = counting();
  const later = Promise.resolve().then(() => loader.all(['c', 'a']));
  const answers = await Promise.all([loader.one('a'), loader.all(['b', 'a', 'b']), later]);
  expect(answers).toEqual([
    { id: 'a', name: 'row a' },
    ['b', 'a', 'b'].map((id) => ({ id, name: `row ${id}` })),
    ['c', 'a'].map((id) => ({ id, name: `row ${id}` })),
  ]);
  expect(reads).toEqual([['a', 'b', 'c']]);
});

test('a row is read once in the life of a loader, a missing one too', async () => {
  const { loader, reads } = counting();
  expect(await loader.all(['a', 'x'])).toEqual([{ id: 'a', name: 'row a' }, null]);
  expect(await loader.one('x')).toBeNull();
  expect(await loader.all(['b', 'x', 'a'])).toEqual([{ id: 'b', name: 'row b' }, null, { id: 'a', name: 'row a' }]);
  expect(reads).toEqual([['a', 'x'], ['b']]);
});

test('nothing is read for no ids', async () => {
  const { loader, reads } = counting();
  expect(await loader.all([])).toEqual([]);
  expect(reads).toEqual([]);
});

test('a read that failed fails whoever asked, and is made again for who asks later', async () => {
  let isAway = true;
  const { loader, reads } = counting(() => isAway);
  const outcomes = await Promise.allSettled([loader.one('a'), loader.all(['a', 'b'])]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isAway = false;
  expect(await loader.one('a')).toEqual({ id: 'a', name: 'row a' });
  expect(reads).toEqual([['a', 'b'], ['a']]);
});
