import type { Database } from '@atelier/service-kit/database';
import type { TaskHandler } from '@atelier/service-kit/jobs';
import { namedPictures } from './picture.repository.ts';
import type { Storage } from './storage.ts';

/** The job that removes pictures which nobody has any more: replaced, taken away, or of somebody who is gone. */
export const PICTURES_SWEEP_TASK = 'pictures.sweep';

/** A picture is put before the row that names it is written: one that is younger stays, whoever names it. */
export const PICTURE_GRACE_MS = 60 * 60 * 1000;

/** Keeps what a person or a studio shows, and what was sent within the last hour. */
export function sweepPictures(storage: Storage, signIn: Database, now: () => Date): TaskHandler {
  return async () => {
    // Listed first: a picture that is named after this moment is not among those that are looked at.
    const old: string[] = [];
    for await (const name of storage.namesBefore(new Date(now().getTime() - PICTURE_GRACE_MS))) old.push(name);
    if (old.length === 0) return;
    const named = await namedPictures(signIn.reads({ studioId: null }));
    for (const name of old) if (!named.has(name)) await storage.remove(name);
  };
}
