import { describe, expect, test } from '@jest/globals';
import { createShortcuts, type KeyPress, strokeOf } from './shortcuts.ts';

const press = (key: string, with_: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...with_,
});

function aRegistry() {
  let at = 0;
  const ran: string[] = [];
  const shortcuts = createShortcuts(() => at);
  const add = (keys: string, whileTyping = false) =>
    shortcuts.add({ keys, label: keys, group: 'all', run: () => ran.push(keys), whileTyping });
  return { shortcuts, add, ran, wait: (ms: number) => (at += ms) };
}

describe('a key press', () => {
  test('is written with mod for Ctrl and for the Mac key alike', () => {
    expect(strokeOf(press('k', { ctrlKey: true }))).toBe('mod+k');
    expect(strokeOf(press('k', { metaKey: true }))).toBe('mod+k');
  });

  test('is the sign itself where shift made the sign', () => {
    expect(strokeOf(press('?', { shiftKey: true }))).toBe('?');
    expect(strokeOf(press('K', { shiftKey: true }))).toBe('shift+k');
  });

  test('is nothing while only a modifier is held', () => {
    expect(strokeOf(press('Shift', { shiftKey: true }))).toBeNull();
  });
});

describe('the registry', () => {
  test('runs a single key', () => {
    const { shortcuts, add, ran } = aRegistry();
    add('c');
    expect(shortcuts.press(press('c'), false)).toBe(true);
    expect(ran).toEqual(['c']);
  });

  test('runs a sequence, and forgets its first half after a while', () => {
    const { shortcuts, add, ran, wait } = aRegistry();
    add('g h');
    shortcuts.press(press('g'), false);
    wait(300);
    shortcuts.press(press('h'), false);
    expect(ran).toEqual(['g h']);
    shortcuts.press(press('g'), false);
    wait(2000);
    expect(shortcuts.press(press('h'), false)).toBe(false);
    expect(ran).toEqual(['g h']);
  });

  test('starts a sequence anew after a wrong key', () => {
    const { shortcuts, add, ran } = aRegistry();
    add('g p');
    shortcuts.press(press('g'), false);
    shortcuts.press(press('x'), false);
    shortcuts.press(press('g'), false);
    shortcuts.press(press('p'), false);
    expect(ran).toEqual(['g p']);
  });

  test('lets a sequence end in a key that is a shortcut by itself', () => {
    const { shortcuts, add, ran } = aRegistry();
    add('c');
    add('g c');
    shortcuts.press(press('g'), false);
    shortcuts.press(press('c'), false);
    expect(ran).toEqual(['g c']);
  });

  test('is silent while somebody types, apart from what says otherwise', () => {
    const { shortcuts, add, ran } = aRegistry();
    add('c');
    add('mod+k', true);
    expect(shortcuts.press(press('c'), true)).toBe(false);
    expect(shortcuts.press(press('k', { ctrlKey: true }), true)).toBe(true);
    expect(ran).toEqual(['mod+k']);
  });

  test('prefers what was added last and returns to the first when that goes', () => {
    const { shortcuts, ran } = aRegistry();
    shortcuts.add({ keys: 'e', label: 'page', group: 'all', run: () => ran.push('page') });
    const remove = shortcuts.add({ keys: 'e', label: 'panel', group: 'all', run: () => ran.push('panel') });
    shortcuts.press(press('e'), false);
    remove();
    shortcuts.press(press('e'), false);
    expect(ran).toEqual(['panel', 'page']);
  });
});
