import type { Viewer } from '@atelier/service-kit/viewer';

/** Counts what is open, by whom. */
export interface Census {
  /** Takes a place of `key`; false when all `most` of them are taken. */
  enter(key: string, most: number): boolean;
  leave(key: string): void;
}

export function createCensus(): Census {
  const counts = new Map<string, number>();
  return {
    enter(key, most) {
      const count = counts.get(key) ?? 0;
      if (count >= most) return false;
      counts.set(key, count + 1);
      return true;
    },
    leave(key) {
      const count = counts.get(key) ?? 0;
      if (count > 1) counts.set(key, count - 1);
      else counts.delete(key);
    },
  };
}

/** Whom a connection counts for: a person over all their sessions and studios, a contact, or a key. */
export function payerOf(viewer: Viewer): string {
  if (viewer.kind === 'user') return `person ${viewer.userId}`;
  if (viewer.kind === 'contact') return `contact ${viewer.contactId}`;
  return viewer.kind === 'apiKey' ? `key ${viewer.keyId}` : viewer.kind;
}
