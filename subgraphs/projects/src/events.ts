import type { Activity, ActorRef, Audience } from '@atelier/service-kit/activity';
import type { Transaction } from '@atelier/service-kit/database';
import { membershipOf, type Viewer } from '@atelier/service-kit/viewer';

/** The fields of a thing that changed, as they were or are: texts, numbers, booleans, lists of them, or a `Ref`; never a secret. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a use case says of a change in a project. */
export interface ProjectChange {
  /** The project's plain uuid. */
  projectId: string;
  /** What changed, by plain uuid. */
  entity: { typename: 'Project' | 'Stage' | 'Task' | 'Comment'; id: string };
  /** `<noun>.<what happened>`, for example `task.moved`. */
  verb: string;
  /** The thing's name now, which the feed shows for ever; empty for a comment. */
  name: string;
  /** The task that it concerns, for a task and for what is said about one. */
  taskId?: string | null;
  /** Only fields that changed. */
  before?: Fields | null;
  after?: Fields | null;
  /** Who could see the thing before; empty when it did not exist. */
  audienceBefore: readonly Audience[];
  /** Who can see it now; empty when it is gone. */
  audienceAfter: readonly Audience[];
  /** Kept out of the feed: only streams need to know. */
  quiet?: boolean;
  /** A domain event for other subgraphs. */
  event?: { type: string; data: Record<string, unknown> };
  /**
   * Whether lists of projects repaint too: only for changes of the project itself. Those lists are one channel for the whole
   * studio, so that whoever loses a project there is named by `person:`, or its id would reach the contacts of other clients.
   */
  inLists?: boolean | { audienceBefore: readonly Audience[]; audienceAfter: readonly Audience[] };
}

/** What an activity row carries beside the changed fields, under a key that no field has. */
export const ABOUT = '$about';

/** The value under ABOUT in an activity row's `after`. */
export interface About {
  name: string;
  taskId: string | null;
  quiet?: boolean;
}

/** Who acts: a membership, a contact, or Atelier itself. */
export function actorOf(viewer: Viewer): ActorRef {
  if (viewer.kind === 'contact') return { kind: 'contact', id: viewer.contactId };
  const membership = membershipOf(viewer);
  return membership === null ? { kind: 'system', id: null } : { kind: 'member', id: membership.memberId };
}

/** Everybody who works in the studio, and the client's contacts when it is not team-only. */
export const audienceOf = (visibility: 'TEAM' | 'CLIENT'): readonly Audience[] => (visibility === 'CLIENT' ? ['team', 'client'] : ['team']);

/** Writes a change beside the change itself, on the project and, when lists show it, on the studio (always in this order). */
export async function recordChange(activity: Activity, tx: Transaction, actor: ActorRef, at: Date, change: ProjectChange): Promise<void> {
  const about: About = { name: change.name, taskId: change.taskId ?? null, ...(change.quiet ? { quiet: true } : {}) };
  const entry = {
    entity: change.entity,
    verb: change.verb,
    actor,
    before: change.before ?? null,
    after: { ...change.after, [ABOUT]: about },
    audienceBefore: change.audienceBefore,
    audienceAfter: change.audienceAfter,
    at,
  };
  await activity.record(tx, {
    ...entry,
    subject: { type: 'project', id: change.projectId },
    ...(change.event ? { event: change.event } : {}),
  });
  const { studioId } = tx.scope;
  if (!change.inLists || studioId === null) return;
  const heard = change.inLists === true ? {} : change.inLists;
  await activity.record(tx, { ...entry, before: null, after: null, ...heard, subject: { type: 'studio', id: studioId } });
}

/** A thing of another domain as a field's value in `before` and `after`: the feed shows its global id. */
export interface Ref {
  type: 'Client' | 'Contact' | 'Member' | 'Stage' | 'Task';
  /** Plain uuid. */
  id: string;
}
