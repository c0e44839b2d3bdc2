import type { ActorRef } from '@atelier/service-kit/activity';

/** Something that happened in a project. Ids are plain uuids. */
export interface ActivityEntry {
  id: string;
  projectId: string;
  version: number;
  verb: string;
  actor: ActorRef;
  at: Date;
  /** The name of the thing at that time. */
  name: string;
  taskId: string | null;
  before: Readonly<Record<string, unknown>>;
  after: Readonly<Record<string, unknown>>;
}

/** A field that changed, as text. */
export interface ActivityChange {
  field: string;
  before: string | null;
  after: string | null;
}

/** The fields that changed, in the order in which they were written. `idOf` makes the global id of a thing. */
export function changesOf(entry: Pick<ActivityEntry, 'before' | 'after'>, idOf: (type: string, uuid: string) => string): ActivityChange[] {
  const fields = new Set([...Object.keys(entry.before), ...Object.keys(entry.after)]);
  return [...fields].map((field) => ({
    field,
    before: textOf(entry.before[field], idOf),
    after: textOf(entry.after[field], idOf),
  }));
}

function textOf(value: unknown, idOf: (type: string, uuid: string) => string): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((each) => textOf(each, idOf) ?? '').join(', ');
  if (isRef(value)) return idOf(value.type, value.id);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const isRef = (value: unknown): value is { type: string; id: string } =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  'id' in value &&
  typeof value.type === 'string' &&
  typeof value.id === 'string';
