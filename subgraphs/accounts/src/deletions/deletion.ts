import { type InvalidInput, invalidInput } from '@atelier/service-kit/errors';

/** How long a deletion can be undone. */
export const DELETION_DAYS = 14;

/** A studio that goes on a day. Ids are plain uuids. */
export interface StudioDeletion {
  studioId: string;
  /** The member who asked for it. */
  requestedBy: string;
  requestedAt: Date;
  dueAt: Date;
}

/** An account that goes on a day. */
export interface AccountDeletion {
  userId: string;
  requestedAt: Date;
  dueAt: Date;
}

/** A studio of somebody who wants to leave. */
export interface LeavingStudio {
  id: string;
  name: string;
  slug: string;
  /** Everybody in it. */
  members: number;
  isOwner: boolean;
  /** Owners besides them who stay. */
  otherOwners: number;
  /** Whether it goes before their account would. */
  goesBefore: boolean;
}

/** What becomes of a person's studios when their account goes. */
export interface Leaving {
  /** Where they are alone: it goes with them. */
  gone: LeavingStudio[];
  /** Where others would be left without an owner: the account stays until they have one. */
  needOwner: LeavingStudio[];
  /** The others: the membership ends. */
  left: LeavingStudio[];
}

/** Sorts a person's studios by what becomes of them. */
export function leavingOf(studios: readonly LeavingStudio[]): Leaving {
  const gone = studios.filter(({ members }) => members === 1);
  const needOwner = studios.filter(
    ({ members, isOwner, otherOwners, goesBefore }) => members > 1 && isOwner && otherOwners === 0 && !goesBefore,
  );
  return { gone, needOwner, left: studios.filter((studio) => !gone.includes(studio) && !needOwner.includes(studio)) };
}

/** From when on a deletion that is asked for now is carried out. */
export const dueAt = (now: Date): Date => new Date(now.getTime() + DELETION_DAYS * 24 * 60 * 60 * 1000);

const plain = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Whether somebody typed what stands there, and so means it; case and spaces are forgiven. */
export function checkTyped(typed: string, expected: string, field: string): InvalidInput | null {
  if (plain(typed) === plain(expected)) return null;
  return invalidInput('DOES_NOT_MATCH', 'This is not what stands there. Type it as it is written.', ['input', field]);
}
