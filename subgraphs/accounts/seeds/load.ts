import {
  BIG_STUDIO,
  type CopyTable,
  LOAD_FAMILY,
  LOAD_GIVEN,
  type LoadSize,
  loadCounts,
  loadId,
  loadMemberId,
  loadStudioId,
  loadStudios,
} from '@atelier/service-kit/load';
import type { Role } from '@atelier/service-kit/viewer';
import { hashPassword } from 'better-auth/crypto';
import { DEMO_PASSWORD } from './demo.ts';
import { type SeedStudio, type SeedUser, tablesOf } from './rows.ts';

const OTHERS: readonly Role[] = ['admin', 'manager', 'artist', 'accountant', 'artist'];

const DAY = 86_400_000;

const nameOf = (studio: number): string => (studio === BIG_STUDIO ? 'big' : String(studio));
const userId = (studio: number, member: number): string => loadId(`user:${studio}:${member}`);
const pick = (words: readonly string[], index: number): string => words[Math.abs(index) % words.length] ?? '';

/** The people and studios of a load. Owners sign in as `owner-<n>@load.example` with the demo's password. */
export async function loadTables(size: LoadSize, { now }: { now: Date }): Promise<CopyTable[]> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  return tablesOf(
    () => users(size, now, passwordHash),
    () => studios(size, now),
  );
}

function* users(size: LoadSize, now: Date, passwordHash: string): Generator<SeedUser> {
  for (const studio of loadStudios(size)) {
    for (let member = 0; member < loadCounts.members(studio); member += 1) {
      yield {
        id: userId(studio, member),
        name: `${pick(LOAD_GIVEN, studio * 7 + member)} ${pick(LOAD_FAMILY, studio * 3 + member * 5)}`,
        email: member === 0 ? `owner-${nameOf(studio)}@load.example` : `member-${nameOf(studio)}-${member}@load.example`,
        locale: null,
        createdAt: now,
        passwordHash: member === 0 ? passwordHash : null,
      };
    }
  }
}

function* studios(size: LoadSize, now: Date): Generator<SeedStudio> {
  for (const studio of loadStudios(size)) {
    const createdAt = new Date(now.getTime() - (Math.abs(studio) % 900) * DAY);
    yield {
      id: loadStudioId(studio),
      slug: `load-${nameOf(studio)}`,
      name: studio === BIG_STUDIO ? 'The big studio' : `Studio ${studio}`,
      currency: 'EUR',
      timeZone: 'UTC',
      locale: 'en',
      hasDemoData: false,
      createdAt,
      members: Array.from({ length: loadCounts.members(studio) }, (_, member) => ({
        id: loadMemberId(studio, member),
        userId: userId(studio, member),
        role: member === 0 ? 'owner' : (OTHERS[(member - 1) % OTHERS.length] ?? 'artist'),
        joinedAt: createdAt,
      })),
    };
  }
}
