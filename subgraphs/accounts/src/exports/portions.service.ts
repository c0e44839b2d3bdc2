import { notFound } from '@atelier/service-kit/errors';
import { encodeId } from '@atelier/service-kit/ids';
import type { Store } from '../store.ts';
import { userRepository } from '../users/user.repository.ts';
import type { ExportOwner } from './contents.ts';
import { exportOwners } from './data-export.repository.ts';
import type { DataExport } from './data-export.ts';
import type { Portion } from './gather.ts';

/**
 * What an export is made of: a studio's rows; or a person's own, of no studio and of each that they belong to.
 * @throws NOT_FOUND where the studio, or the person, is gone
 */
export async function portionsOf(store: Store, { kind, studioId }: DataExport): Promise<{ owner: ExportOwner; portions: Portion[] }> {
  const session = store.signIn.reads({ studioId: null });
  if (kind === 'studio') {
    const studio = await exportOwners.studio(session, studioId);
    if (studio === null) throw notFound();
    return {
      owner: { kind, id: encodeId('Studio', studioId), name: studio.name, slug: studio.slug },
      portions: [{ subject: { kind: 'studio', studioId }, folder: '' }],
    };
  }
  const userId = studioId;
  const person = await userRepository(store.signIn).byId(userId);
  if (person === null) throw notFound();
  const belongings = await exportOwners.belongings(session, userId);
  return {
    owner: { kind, id: encodeId('User', userId), name: person.name, email: person.email },
    portions: [
      { subject: { kind: 'person', userId, studioId: userId, memberId: null }, folder: 'account/' },
      ...belongings.map(({ studioId: of, memberId, slug }) => ({
        subject: { kind: 'person' as const, userId, studioId: of, memberId },
        folder: `studios/${slug}/`,
      })),
    ],
  };
}

/** Where somebody sees an export and downloads it: never the file itself. */
export async function pageOf(store: Store, { kind, studioId }: DataExport): Promise<string> {
  const studio = kind === 'studio' ? await exportOwners.studio(store.signIn.reads({ studioId: null }), studioId) : null;
  return `${store.publicUrl}${studio === null ? '/security' : `/s/${studio.slug}/settings/export`}`;
}
