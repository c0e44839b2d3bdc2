/** Who did something. Ids are plain uuids. */
export interface ActorRef {
  kind: 'member' | 'contact' | 'system';
  id: string | null;
}

/** What one can subscribe to: it has a version that grows by one with each change. */
export interface SubjectRef {
  /** For example `project`, `studio`, `person`. */
  type: string;
  /** Plain uuid. */
  id: string;
}

/** Who may see a thing: the studio's team, the client's contacts, or one person. */
export type Audience = 'team' | 'client' | `person:${string}`;

/** What is published of a change: that it happened and who may hear of it, never its content. */
export interface LiveEvent {
  /** See `channelOf`. */
  channel: string;
  studioId: string;
  /** Of the subject, after the change. A consumer drops a version that it has seen. */
  version: number;
  typename: string;
  /** Plain uuid of the thing that changed. */
  id: string;
  actor: ActorRef | null;
  audienceBefore: Audience[];
  audienceAfter: Audience[];
  /** ISO 8601. */
  at: string;
}

/** What a use case says of its change; see `Activity.record`. */
export interface RecordInput {
  subject: SubjectRef;
  /** The thing that changed; its id is a plain uuid. */
  entity: { typename: string; id: string };
  /** `<noun>.<what happened>`, for example `task.moved`. */
  verb: string;
  actor: ActorRef;
  /** The changed fields as they were; small, and never a secret. */
  before?: Record<string, unknown> | null;
  /** The changed fields as they are. */
  after?: Record<string, unknown> | null;
  /** Empty when nobody could see it: it did not exist. */
  audienceBefore: readonly Audience[];
  /** Empty when nobody can see it any more: it was deleted. */
  audienceAfter: readonly Audience[];
  /** A domain event for other subgraphs, delivered at least once by a job of the same transaction. */
  event?: { type: string; data: Record<string, unknown> };
  /** When it happened; now, unless a seed tells a story. */
  at?: Date;
}

/**
 * The channel on which a subject's events are published. The subgraph is part of it: each counts its own versions, and several
 * may record for one subject, for example the studio.
 */
export const channelOf = (source: string, studioId: string, subject: SubjectRef): string =>
  `${source}:${subject.type}:${studioId}:${subject.id}`;

/** The parts of what `channelOf` made. Throws for anything else. */
export function parseChannel(channel: string): { source: string; studioId: string; subject: SubjectRef } {
  const [source, type, studioId, id, ...more] = channel.split(':');
  if (!source || !type || !studioId || !id || more.length > 0) throw new Error(`Not a channel: ${channel}`);
  return { source, studioId, subject: { type, id } };
}
