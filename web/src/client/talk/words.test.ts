import { expect, test } from '@jest/globals';
import { nameBeingTyped, piecesOf, plainWords, withMentions } from './words.ts';

const marisol = { id: 'member_0123456789ABCDEFGHIJKL', name: 'Marisol Vega' };
const mar = { id: 'member_0123456789ABCDEFGHIJKM', name: 'Mar' };

test('a mention and an address are told from the words around them', () => {
  const body = `@[${marisol.name}](${marisol.id}) look at https://harbour.example/wall. Good?`;
  expect(piecesOf(body)).toEqual([
    { kind: 'mention', text: 'Marisol Vega' },
    { kind: 'words', text: ' look at ' },
    { kind: 'link', text: 'https://harbour.example/wall' },
    { kind: 'words', text: '. Good?' },
  ]);
});

test('only addresses of the web become links', () => {
  expect(piecesOf('javascript:alert(1) data:text/html,x')).toEqual([{ kind: 'words', text: 'javascript:alert(1) data:text/html,x' }]);
});

test('a name that was typed becomes a mention of that person, the longest name first', () => {
  expect(withMentions('Thanks @Marisol Vega and @Mar, me@mail', [mar, marisol])).toBe(
    `Thanks @[Marisol Vega](${marisol.id}) and @[Mar](${mar.id}), me@mail`,
  );
});

test('an at-sign before nobody we know stays as it is', () => {
  expect(withMentions('@nobody 5@2', [marisol])).toBe('@nobody 5@2');
});

test('a name is being typed after an at-sign at the beginning of a word', () => {
  expect(nameBeingTyped('Hello @Mari')).toBe('Mari');
  expect(nameBeingTyped('@')).toBe('');
  expect(nameBeingTyped('me@mail')).toBeNull();
  expect(nameBeingTyped('@Mar and then')).toBeNull();
});

test('words are shortened at the end of a word, and do not begin with whom they are for', () => {
  expect(plainWords(`@[Mar](${mar.id}) could you choose one of the two?`, 20)).toBe('Could you choose…');
  expect(plainWords('short', 20)).toBe('Short');
});
