import { decodeId, encodeId, tryDecodeId } from '@atelier/service-kit/ids';
import type { TaskFilter } from '../__generated__/types.ts';
import type { TaskListFilter } from './task.service.ts';
import type { Person } from './task.ts';

/** The person whom a member's or a contact's global id names. @throws NOT_FOUND for any other id */
export function personById(id: string): Person {
  const contact = tryDecodeId(id, 'Contact');
  return contact === null ? { kind: 'member', id: decodeId(id, 'Member') } : { kind: 'contact', id: contact };
}

/** A person as the API names them: the domain that knows them adds the rest. */
export function stubOf(person: Person | null) {
  if (person === null) return null;
  const __typename = person.kind === 'contact' ? 'Contact' : 'Member';
  return { __typename, id: encodeId(__typename, person.id) } as const;
}

/** A filter as the services take it. @throws NOT_FOUND for an id of another type */
export const narrowed = (filter: TaskFilter | null | undefined): TaskListFilter => ({
  ...filter,
  stageId: filter?.stageId ? decodeId(filter.stageId, 'Stage') : null,
  assignee: filter?.assigneeId ? personById(filter.assigneeId) : null,
});
