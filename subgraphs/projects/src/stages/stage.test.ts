import { expect, test } from '@jest/globals';
import { checkStageName, checkStageNames, positionBefore, positions, type Stage } from './stage.ts';

const keys = positions(3);
const stages = ['Brief', 'Sketch', 'Delivery'].map(
  (name, index): Stage => ({ studioId: 's', id: name, projectId: 'p', name, position: keys[index] ?? '', createdAt: new Date(0) }),
);

test('a stage has a name of at most 60 characters', () => {
  expect(checkStageName('Sketch')).toBeNull();
  expect(checkStageName(' ')).toMatchObject({ code: 'REQUIRED', path: ['input', 'name'] });
  expect(checkStageName('x'.repeat(61))).toMatchObject({ code: 'TOO_LONG' });
});

test('of many stages, the one that is wrong is named', () => {
  expect(checkStageNames(['Brief', ' '])).toMatchObject({ code: 'REQUIRED', path: ['input', 'stages', '1'] });
});

test('a project has at most 20 stages', () => {
  const names = Array.from({ length: 21 }, (_, index) => `Stage ${index}`);
  expect(checkStageNames(names.slice(1))).toBeNull();
  expect(checkStageNames(names)).toMatchObject({ code: 'TOO_MANY', path: ['input', 'stages'] });
});

test('a stage comes before another one, first, or at the end', () => {
  const [brief = '', sketch = '', delivery = ''] = keys;
  const between = positionBefore(stages, 'Sketch') ?? '';
  expect(brief < between && between < sketch).toBe(true);
  expect((positionBefore(stages, 'Brief') ?? 'z') < brief).toBe(true);
  expect((positionBefore(stages, null) ?? '') > delivery).toBe(true);
});

test('a stage of another project is no place', () => {
  expect(positionBefore(stages, 'Elsewhere')).toBeNull();
});
