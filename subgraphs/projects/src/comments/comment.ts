import { type InvalidInput, invalidInput } from '@atelier/service-kit/errors';
import type { Person, PersonKind, Visibility } from '../tasks/task.ts';

const MAX_BODY = 10_000;
const MAX_MENTIONS = 50;
// Only what looks like an id of ours: a link written as `@[name](https://…)` stays words.
const MENTION = /@\[([^[\]\n]{1,120})\]\(([A-Za-z0-9_]{1,80})\)/g;

/** What somebody said about a project or a task. Ids are plain uuids. */
export interface Comment {
  studioId: string;
  id: string;
  projectId: string;
  taskId: string | null;
  authorKind: PersonKind | null;
  authorId: string | null;
  body: string;
  mentions: Person[];
  visibility: Visibility;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
}

/** A mention as it was typed: the name that stands there, and a global id that nobody has checked. */
export interface TypedMention {
  name: string;
  id: string;
}

/** The mentions in a body in order, each id once. */
export function mentionsIn(body: string): TypedMention[] {
  const found = new Map<string, TypedMention>();
  for (const [, name = '', id = ''] of body.matchAll(MENTION)) if (!found.has(id)) found.set(id, { name, id });
  return [...found.values()];
}

/** What is wrong with what somebody says, if anything. */
export function checkBody(body: string): InvalidInput | null {
  const path = ['input', 'body'];
  if (body.trim() === '') return invalidInput('REQUIRED', 'Write something first.', path);
  if (body.length > MAX_BODY) return invalidInput('TOO_LONG', `A comment has at most ${MAX_BODY.toLocaleString('en')} characters.`, path);
  if (mentionsIn(body).length > MAX_MENTIONS) return invalidInput('TOO_MANY', `A comment mentions at most ${MAX_MENTIONS} people.`, path);
  return null;
}

/** What a comment is about, and who it is shown to by default. */
export interface Surroundings {
  /** The task's own; null when it is about the project as a whole. */
  taskVisibility: Visibility | null;
  newIsTeamOnly: boolean;
}

/** Who sees a comment: what is asked for, or team-only when the task or the project's default is. A contact always speaks to all. */
export function visibilityOf(asked: Visibility | null | undefined, byContact: boolean, around: Surroundings): Visibility | InvalidInput {
  if (byContact) return 'CLIENT';
  if (around.taskVisibility === 'TEAM') {
    if (asked !== 'CLIENT') return 'TEAM';
    return invalidInput(
      'TASK_IS_TEAM_ONLY',
      'This task is team-only, and so is what is said about it. Show the task to the client first.',
      ['input', 'visibility'],
    );
  }
  return asked ?? (around.newIsTeamOnly ? 'TEAM' : 'CLIENT');
}

/** Somebody who is mentioned, and what is known of whether they can see it. */
export interface Mentioned extends Person {
  name: string;
  /** Whether the project is open to them: everybody of the team, a guest it was opened to, a contact who was let in. */
  isIn: boolean;
}

/** What is wrong with the mentions, if anything: nobody is called to where they can't come. */
export function checkMentions(mentioned: readonly Mentioned[], visibility: Visibility): InvalidInput | null {
  const path = ['input', 'body'];
  for (const { kind, name, isIn } of mentioned) {
    if (kind === 'contact' && !isIn) {
      return invalidInput('MENTION_NOT_IN_PROJECT', `${name} was not let into this project. Share the project with them first.`, path);
    }
    if (kind === 'contact' && visibility === 'TEAM') {
      return invalidInput(
        'MENTION_IS_TEAM_ONLY',
        `${name} is of the client and would not see a team-only comment. Show the comment to the client, or leave the mention out.`,
        path,
      );
    }
    if (!isIn) return invalidInput('MENTION_NOT_IN_PROJECT', `This project is not open to ${name}. Open it to them first.`, path);
  }
  return null;
}

/** Those of `now` who were not mentioned `before`: only they are told. */
export function newlyMentioned(before: readonly Person[], now: readonly Person[]): Person[] {
  return now.filter((person) => !before.some((known) => known.kind === person.kind && known.id === person.id));
}
