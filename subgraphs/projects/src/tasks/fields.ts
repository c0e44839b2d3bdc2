import { type InvalidInput, invalidInput } from '@atelier/service-kit/errors';
import type { ChecklistItem, Person, Visibility } from './task.ts';

const MAX_TITLE = 200;
const MAX_DESCRIPTION = 10_000;
const MAX_LINES = 100;
const MAX_LINE = 200;

/** What is wrong with a title, if anything. */
export function checkTitle(title: string): InvalidInput | null {
  const path = ['input', 'title'];
  if (title.trim() === '') return invalidInput('REQUIRED', 'Say what is to be done.', path);
  if (title.trim().length > MAX_TITLE) return invalidInput('TOO_LONG', `A title has at most ${MAX_TITLE} characters.`, path);
  return null;
}

/** What is wrong with a description, if anything. */
export function checkDescription(description: string): InvalidInput | null {
  if (description.length <= MAX_DESCRIPTION) return null;
  return invalidInput('TOO_LONG', `A description has at most ${MAX_DESCRIPTION.toLocaleString('en')} characters.`, [
    'input',
    'description',
  ]);
}

/** What is wrong with hiding a task from the client, if anything: a contact's own task is theirs to see. */
export function checkVisibility(visibility: Visibility | null | undefined, assignee: Person | null): InvalidInput | null {
  if (visibility !== 'TEAM' || assignee?.kind !== 'contact') return null;
  return invalidInput(
    'ASSIGNED_TO_CLIENT',
    "A task that a client's contact is to do can't be team-only. Give it to somebody of the studio first.",
    ['input', 'visibility'],
  );
}

/** What is wrong with a checklist, if anything. */
export function checkChecklist(items: readonly ChecklistItem[]): InvalidInput | null {
  const path = ['input', 'items'];
  if (items.length > MAX_LINES) return invalidInput('TOO_MANY', `A checklist has at most ${MAX_LINES} lines.`, path);
  if (new Set(items.map((item) => item.id)).size < items.length) return invalidInput('INVALID_ID', 'Two lines have the same id.', path);
  for (const [index, { text }] of items.entries()) {
    const line = [...path, String(index), 'text'];
    if (text.trim() === '') return invalidInput('REQUIRED', 'Say what this line is about, or leave it out.', line);
    if (text.trim().length > MAX_LINE) return invalidInput('TOO_LONG', `A line has at most ${MAX_LINE} characters.`, line);
  }
  return null;
}
