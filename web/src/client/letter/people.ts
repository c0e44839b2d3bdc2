import type { Mentionable } from '../talk/words.ts';
import type { LetterAskedQuery } from './__generated__/LetterPage.ts';
import type { Comment, Task } from './letter.ts';

/** The people of the studio whom the reader has met in this letter: who does something in it, or has said something. By name. */
export function peopleOf(
  tasks: readonly Task[],
  comments: readonly Comment[],
  asked: LetterAskedQuery['nodes'] | undefined,
): Mentionable[] {
  const inTasks = (asked ?? []).flatMap((node) => (node?.__typename === 'Task' ? node.comments.nodes : []));
  const met = [...tasks.map((task) => task.assignee), ...[...comments, ...inTasks].map((comment) => comment.author)];
  const members = met.filter((person) => person?.__typename === 'Member').map(({ id, name }) => ({ id, name }));
  return [...new Map(members.map((person) => [person.id, person])).values()].sort((a, b) => a.name.localeCompare(b.name));
}
