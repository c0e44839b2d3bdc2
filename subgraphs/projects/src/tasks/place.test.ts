import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { comparePlaces, LONG_KEY, NEIGHBOURS, type Place, placeAfter, standsThere } from './place.ts';

const idOf = (number: number) => `task-${String(number).padStart(4, '0')}`;

/** What a repository does: reads a few neighbours, more when they all share a key. */
function placed(board: readonly Place[], moved: string, after: Place | null): { position: string; rekeyed: readonly Place[] } {
  const others = board.filter((place) => place.id !== moved).sort(comparePlaces);
  const behind = others.filter((place) => after === null || comparePlaces(place, after) > 0);
  for (let limit = NEIGHBOURS; ; limit *= 4) {
    const placing = placeAfter(after, behind.slice(0, limit), behind.length <= limit);
    if (placing) return placing;
  }
}

function apply(board: readonly Place[], moved: string, placing: { position: string; rekeyed: readonly Place[] }): Place[] {
  const changed = new Map([[moved, placing.position], ...placing.rekeyed.map((place) => [place.id, place.position] as const)]);
  return board.map((place) => ({ id: place.id, position: changed.get(place.id) ?? place.position })).sort(comparePlaces);
}

const move = (board: readonly Place[], moved: string, afterId: string | null): Place[] =>
  apply(board, moved, placed(board, moved, board.find((place) => place.id === afterId) ?? null));

const ids = (board: readonly Place[]) => board.map((place) => place.id);

const equalKeys = (count: number): Place[] => Array.from({ length: count }, (_, number) => ({ id: idOf(number), position: 'a0' }));

/** A card, and the card that it is put behind (-1: at the top). */
const aMove = (size: number) =>
  fc.tuple(fc.nat(size - 1), fc.integer({ min: -1, max: size - 1 })).filter(([card, after]) => card !== after);

describe('the order of tasks', () => {
  test('any sequence of moves gives the order that moving in a plain list gives', () => {
    const size = 8;
    fc.assert(
      fc.property(fc.array(aMove(size), { maxLength: 80 }), fc.boolean(), (moves, startsEqual) => {
        let board = startsEqual ? equalKeys(size) : [];
        for (let number = board.length; number < size; number += 1) {
          board = move([...board, { id: idOf(number), position: '' }], idOf(number), board.at(-1)?.id ?? null);
        }
        const list = Array.from({ length: size }, (_, number) => idOf(number));
        for (const [card, after] of moves) {
          list.splice(list.indexOf(idOf(card)), 1);
          list.splice(after === -1 ? 0 : list.indexOf(idOf(after)) + 1, 0, idOf(card));
          board = move(board, idOf(card), after === -1 ? null : idOf(after));
          expect(ids(board)).toEqual(list);
        }
      }),
    );
  });

  test('two people who move different cards to one place at once both get there, and all others keep their order', () => {
    const size = 6;
    fc.assert(
      fc.property(fc.array(fc.tuple(aMove(size), aMove(size)), { maxLength: 30 }), (pairs) => {
        let board = equalKeys(size);
        for (const [[first, firstAfter], [second, secondAfter]] of pairs) {
          if (first === second || first === secondAfter || second === firstAfter) continue;
          const before = board;
          const at = (index: number) => before.find((place) => place.id === idOf(index)) ?? null;
          const mine = placed(before, idOf(first), at(firstAfter));
          const theirs = placed(before, idOf(second), at(secondAfter));
          if (mine.rekeyed.length + theirs.rekeyed.length > 0) {
            // Those who give neighbours new keys wait for each other's locks: the second one reads anew.
            board = move(apply(before, idOf(first), mine), idOf(second), at(secondAfter)?.id ?? null);
            continue;
          }
          board = apply(apply(before, idOf(first), mine), idOf(second), theirs);
          const others = (places: readonly Place[]) => ids(places).filter((id) => id !== idOf(first) && id !== idOf(second));
          expect(others(board)).toEqual(others(before));
          const behind = others(board).indexOf(idOf(firstAfter));
          expect(others(board.slice(0, ids(board).indexOf(idOf(first)))).at(-1)).toBe(behind === -1 ? undefined : idOf(firstAfter));
        }
      }),
    );
  });

  test('a card comes between two that share a key: only those behind it get new keys', () => {
    const board = equalKeys(3);
    const placing = placed(board, 'task-9999', { id: idOf(0), position: 'a0' });
    expect(placing.rekeyed.map((place) => place.id)).toEqual([idOf(1), idOf(2)]);
    expect(ids(apply([...board, { id: 'task-9999', position: 'a9' }], 'task-9999', placing))).toEqual([
      idOf(0),
      'task-9999',
      idOf(1),
      idOf(2),
    ]);
  });

  test('more equal keys than are read at first are read further', () => {
    const board = equalKeys(NEIGHBOURS * 2);
    expect(placeAfter({ id: idOf(0), position: 'a0' }, board.slice(1, NEIGHBOURS), false)).toBeNull();
    expect(ids(move(board, idOf(40), idOf(0))).slice(0, 3)).toEqual([idOf(0), idOf(40), idOf(1)]);
  });

  test('a thousand cards dropped on the second place one after the other do not make keys grow without end', () => {
    let board: Place[] = [{ id: idOf(0), position: 'a0' }];
    for (let number = 1; number <= 1_000; number += 1) {
      board = move([...board, { id: idOf(number), position: 'z' }], idOf(number), idOf(0));
    }
    expect(ids(board)).toEqual([idOf(0), ...Array.from({ length: 1_000 }, (_, index) => idOf(1_000 - index))]);
    expect(Math.max(...board.map((place) => place.position.length))).toBeLessThan(LONG_KEY + 20);
  });

  test('a card that already stands there is known by its neighbours', () => {
    const [a, b, c] = [
      { id: 'a', position: 'a0' },
      { id: 'b', position: 'a1' },
      { id: 'c', position: 'a2' },
    ];
    expect(standsThere(b, a, c)).toBe(true);
    expect(standsThere(c, b, undefined)).toBe(true);
    expect(standsThere(a, null, b)).toBe(true);
    expect(standsThere(b, null, a)).toBe(false);
    expect(standsThere(a, c, undefined)).toBe(false);
  });
});
