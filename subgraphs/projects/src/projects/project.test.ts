import { describe, expect, test } from '@jest/globals';
import { change, checkDraft, firstStage, isPurgeable, type Project, purgeAt, refuseInTrash } from './project.ts';

const project: Project = {
  studioId: 'studio',
  id: 'project',
  name: 'Harbour mural',
  status: 'ACTIVE',
  clientId: null,
  brief: '',
  startsOn: '2026-11-01',
  dueOn: '2026-12-01',
  newIsTeamOnly: true,
  currentStageId: null,
  createdBy: 'member',
  createdAt: new Date('2026-11-01T08:00:00Z'),
  updatedAt: new Date('2026-11-01T08:00:00Z'),
  archivedAt: null,
  trashedAt: null,
  version: 1,
};

describe('what a project may say', () => {
  test('a name is needed, and blanks are none', () => {
    expect(checkDraft({ ...project, name: '  ' })).toMatchObject({ code: 'REQUIRED', path: ['input', 'name'] });
  });

  test('a name has at most 120 characters, blanks around it not counted', () => {
    expect(checkDraft({ ...project, name: ` ${'x'.repeat(120)} ` })).toBeNull();
    expect(checkDraft({ ...project, name: 'x'.repeat(121) })).toMatchObject({ code: 'TOO_LONG', path: ['input', 'name'] });
  });

  test('a brief has at most 20,000 characters', () => {
    expect(checkDraft({ ...project, brief: 'x'.repeat(20_000) })).toBeNull();
    expect(checkDraft({ ...project, brief: 'x'.repeat(20_001) })).toMatchObject({ code: 'TOO_LONG', path: ['input', 'brief'] });
  });

  test('work is not due before it starts, and may be due the same day', () => {
    expect(checkDraft({ ...project, startsOn: '2026-12-01' })).toBeNull();
    expect(checkDraft({ ...project, startsOn: '2026-12-02' })).toMatchObject({ code: 'INVALID_DATE', path: ['input', 'dueOn'] });
    expect(checkDraft({ ...project, startsOn: null })).toBeNull();
  });
});

describe('a change', () => {
  test('holds the fields that differ, as they were and as they will be', () => {
    expect(change(project, { name: ' Harbour wall ', status: 'ACTIVE', dueOn: null })).toEqual({
      before: { name: 'Harbour mural', dueOn: '2026-12-01' },
      after: { name: 'Harbour wall', dueOn: null },
    });
  });

  test('that changes nothing is none', () => {
    expect(change(project, { name: 'Harbour mural', brief: undefined })).toBeNull();
  });

  test('is judged by its outcome: a new start after the old due day cannot be taken', () => {
    expect(change(project, { startsOn: '2027-01-01' })).toMatchObject({ code: 'INVALID_DATE' });
  });
});

test('a project that is worked on begins in its first stage, one that is planned or done in none', () => {
  expect(firstStage('ACTIVE', ['a', 'b'])).toBe('a');
  expect(firstStage('ON_HOLD', ['a'])).toBe('a');
  expect(firstStage('PLANNED', ['a'])).toBeNull();
  expect(firstStage('DONE', ['a'])).toBeNull();
  expect(firstStage('ACTIVE', [])).toBeNull();
});

test('nothing is changed in the trash', () => {
  expect(() => refuseInTrash(project)).not.toThrow();
  expect(() => refuseInTrash({ trashedAt: new Date() })).toThrow('This project is in the trash. Take it back first.');
});

test('a project stays in the trash for as many days as were set, to the moment', () => {
  const trashedAt = new Date('2026-11-22T09:30:00Z');
  expect(purgeAt(trashedAt, 30)).toEqual(new Date('2026-12-22T09:30:00Z'));
  expect(isPurgeable({ trashedAt }, new Date('2026-12-22T09:29:59.999Z'), 30)).toBe(false);
  expect(isPurgeable({ trashedAt }, new Date('2026-12-22T09:30:00Z'), 30)).toBe(true);
  expect(isPurgeable({ trashedAt: null }, new Date('2030-01-01T00:00:00Z'), 30)).toBe(false);
});
