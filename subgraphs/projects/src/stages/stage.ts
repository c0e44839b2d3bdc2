import { type InvalidInput, invalidInput } from '@atelier/service-kit/errors';
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** A phase of a project. Ids are plain uuids. */
export interface Stage {
  studioId: string;
  id: string;
  projectId: string;
  name: string;
  /** Compare by bytes, ties by id. */
  position: string;
  createdAt: Date;
}

export const STAGE_NAME_LENGTH = 60;
export const MOST_STAGES = 20;

/** What is wrong with a stage's name; null when nothing is. */
export function checkStageName(name: string, path: string[] = ['input', 'name']): InvalidInput | null {
  if (name.trim() === '') return invalidInput('REQUIRED', 'Give the stage a name.', path);
  if (name.trim().length > STAGE_NAME_LENGTH) {
    return invalidInput('TOO_LONG', `A stage's name has at most ${STAGE_NAME_LENGTH} characters.`, path);
  }
  return null;
}

/** What is wrong with the stages that a new project begins with; null when nothing is. */
export function checkStageNames(names: readonly string[]): InvalidInput | null {
  if (names.length > MOST_STAGES) return tooMany(['input', 'stages']);
  for (const [index, name] of names.entries()) {
    const invalid = checkStageName(name, ['input', 'stages', String(index)]);
    if (invalid) return invalid;
  }
  return null;
}

/** What to say to one stage too many. */
export const tooMany = (path: string[]): InvalidInput =>
  invalidInput('TOO_MANY', `A project has at most ${MOST_STAGES} stages. Remove one first.`, path);

/** Keys for stages that stand one after the other. */
export const positions = (count: number): string[] => generateNKeysBetween(null, null, count);

/**
 * The key that puts a stage before another one, or at the end.
 * @param others the project's other stages in order
 * @returns null where `beforeId` is none of them
 */
export function positionBefore(others: readonly Stage[], beforeId: string | null): string | null {
  const index = beforeId === null ? others.length : others.findIndex((stage) => stage.id === beforeId);
  if (index === -1) return null;
  return generateKeyBetween(others[index - 1]?.position ?? null, others[index]?.position ?? null);
}
