import { randomInt } from 'node:crypto';
import { isUniqueViolation, type Session } from '@atelier/service-kit/database';
import { badInput, type InvalidInput, notFound, unauthenticated } from '@atelier/service-kit/errors';
import { uuidv7 } from '@atelier/service-kit/ids';
import { scopeOf } from '@atelier/service-kit/subgraph';
import { requireStudio, studioOf, type Viewer } from '@atelier/service-kit/viewer';
import { memberChanges } from '../members/member.repository.ts';
import { permissions } from '../permissions.ts';
import { actorOf, type Store, studioSubject } from '../store.ts';
import type { UserRepository } from '../users/user.repository.ts';
import { type NotDemoData, removeDemo } from './remove-demo.service.ts';
import { type StudioRepository, slugsInUse, studioChanges, studioRepository } from './studio.repository.ts';
import { checkSettings, type Studio, type StudioSettings, slugCandidates, slugFrom } from './studio.ts';

/** A name in addresses that another studio has. */
export interface StudioSlugTaken {
  __typename: 'StudioSlugTaken';
  message: string;
  code: 'STUDIO_SLUG_TAKEN';
  path: string[];
  suggestion: string;
}

/** The studio was changed by somebody else in the meantime. */
export interface StudioVersionConflict {
  __typename: 'StudioVersionConflict';
  message: string;
  code: 'VERSION_CONFLICT';
  path: null;
  studio: Studio;
}

type NewStudio = Omit<StudioSettings, 'slug'> & { id?: string | null; slug?: string | null };
type Action = 'studio.update' | 'member.manage' | 'apiKey.manage' | 'app.manage' | 'auditLog.read' | 'studio.export';

export interface StudioService {
  /** The active studio; null outside any. @throws UNAUTHENTICATED for strangers, FORBIDDEN for keys without the scope */
  active(): Promise<Studio | null>;
  /** As `active`. @throws NOT_FOUND outside any studio, or in one that is not the viewer's */
  chosen(): Promise<Studio>;
  /** The active studio, or another one of the viewer's own; null for all others. */
  find(id: string): Promise<Studio | null>;
  /** Passes a field that clients do not see. @throws FORBIDDEN */
  inside<T>(value: T): T;
  /** The version that `studioChanged` counts; 0 for a studio that is not the active one. @throws FORBIDDEN for clients */
  liveVersion(studio: Studio): Promise<number>;
  /** Whether the viewer may do something in this studio, which must be the active one. @throws FORBIDDEN for clients */
  can(studio: Studio, action: Action): boolean;
  create(input: NewStudio): Promise<Studio | StudioSlugTaken | InvalidInput>;
  /** Removes every demo studio and whoever belongs to nothing else. The ids of the studios, or that this is none. @throws FORBIDDEN */
  removeDemo(): Promise<{ studioIds: string[] } | NotDemoData>;
  update(
    expectedVersion: number,
    changes: Partial<StudioSettings>,
  ): Promise<Studio | StudioVersionConflict | StudioSlugTaken | InvalidInput>;
}

/** Studios as the viewer may see and change them. */
export function studioService(options: {
  viewer: Viewer;
  store: Store;
  studios: StudioRepository;
  users: UserRepository;
  reads: Session;
  now: () => Date;
}): StudioService {
  const { viewer, store, studios, users, reads, now } = options;

  async function slugTaken(slug: string): Promise<StudioSlugTaken> {
    return {
      __typename: 'StudioSlugTaken',
      message: 'Another studio has this name in addresses.',
      code: 'STUDIO_SLUG_TAKEN',
      path: ['input', 'slug'],
      suggestion: await freeSlug(slug),
    };
  }

  async function freeSlug(wanted: string): Promise<string> {
    const candidates = slugCandidates(wanted, randomInt(36 ** 4, 36 ** 5).toString(36));
    const taken = await slugsInUse(store.signIn.reads({ studioId: null }), candidates);
    return candidates.find((slug) => !taken.has(slug)) ?? candidates.at(-1) ?? wanted;
  }

  const service: StudioService = {
    async active() {
      if (viewer.kind === 'anonymous') throw unauthenticated();
      const id = studioOf(viewer);
      if (id === null) return null;
      permissions.require(viewer, 'studio.read');
      return studios.byId(id);
    },

    async chosen() {
      const studio = await service.active();
      if (studio === null) throw notFound();
      return studio;
    },

    async find(id) {
      const visible = studioOf(viewer) === id ? permissions.allows(viewer, 'studio.read') : viewer.kind === 'user';
      return visible ? studios.byId(id) : null;
    },

    inside(value) {
      if (viewer.kind !== 'user') permissions.require(viewer, 'studio.readInside');
      return value;
    },

    async liveVersion(studio) {
      service.inside(null);
      return studioOf(viewer) === studio.id ? store.activity.version(reads, studioSubject(studio.id)) : 0;
    },

    can(studio, action) {
      service.inside(null);
      return studioOf(viewer) === studio.id && permissions.allows(viewer, action);
    },

    async create({ id: givenId, ...settings }) {
      if (viewer.kind !== 'user') throw unauthenticated();
      const wanted = settings.slug ?? (await freeSlug(slugFrom(settings.name)));
      const checked = checkSettings({ ...settings, slug: wanted });
      if ('__typename' in checked) return checked;
      const { userId } = viewer;
      const id = givenId ?? uuidv7(now().getTime());
      const memberId = uuidv7(now().getTime());
      const at = now();
      const from = await store.audit.doer(viewer);
      try {
        return await store.database.transaction({ studioId: id, userId }, async (tx) => {
          const studio = await studioChanges.insert(tx, { ...checked, id, createdBy: userId, createdAt: at });
          await memberChanges.insert(tx, { studioId: id, id: memberId, userId, role: 'owner', joinedAt: at });
          await store.activity.record(tx, {
            subject: studioSubject(id),
            entity: { typename: 'Studio', id },
            verb: 'studio.created',
            actor: { kind: 'member', id: memberId },
            after: { name: checked.name },
            audienceBefore: [],
            audienceAfter: ['team'],
            event: { type: 'studio.created', data: { studioId: id, memberId, userId } },
          });
          await store.audit.record(
            tx,
            { ...from, actorKind: 'member', actorId: memberId },
            { kind: 'STUDIO_CREATED', target: { type: 'Studio', id }, after: { name: checked.name } },
          );
          tx.afterCommit(() => store.revocations.publish({ userId }));
          return studio;
        });
      } catch (error) {
        if (isUniqueViolation(error, 'studios_pkey')) {
          const existing = await studioRepository(store.database.reads({ studioId: null, userId })).byId(id);
          if (existing?.createdBy === userId) return existing;
          throw badInput('This id is taken. Leave it out, or make a new one.', ['input', 'id']);
        }
        if (isUniqueViolation(error, 'studios_slug_unique')) return slugTaken(wanted);
        throw error;
      }
    },

    removeDemo: () => removeDemo({ viewer, store, users, service, now }),

    async update(expectedVersion, changes) {
      permissions.require(viewer, 'studio.update');
      const id = requireStudio(viewer);
      const checked = checkSettings(changes);
      if ('__typename' in checked) return checked;
      const doer = await store.audit.doer(viewer);
      try {
        return await store.database.transaction(scopeOf(viewer), async (tx) => {
          const before = await studioChanges.byId(tx, id);
          if (before === null) throw notFound();
          const changed = (Object.keys(checked) as (keyof StudioSettings)[]).filter((field) => checked[field] !== before[field]);
          const was = {
            before: Object.fromEntries(changed.map((field) => [field, before[field]])),
            after: Object.fromEntries(changed.map((field) => [field, checked[field]])),
          };
          const studio = await studioChanges.update(tx, id, expectedVersion, checked, now());
          if (studio === null) {
            const current = await studioChanges.byId(tx, id);
            if (current === null) throw notFound();
            return versionConflict(current);
          }
          await store.activity.record(tx, {
            subject: studioSubject(id),
            entity: { typename: 'Studio', id },
            verb: 'studio.updated',
            actor: actorOf(viewer),
            ...was,
            audienceBefore: ['team', 'client'],
            audienceAfter: ['team', 'client'],
          });
          await store.audit.record(tx, doer, { kind: 'STUDIO_CHANGED', target: { type: 'Studio', id }, ...was });
          return studio;
        });
      } catch (error) {
        if (isUniqueViolation(error, 'studios_slug_unique')) return slugTaken(checked.slug ?? '');
        throw error;
      }
    },
  };
  return service;
}

const versionConflict = (studio: Studio): StudioVersionConflict => ({
  __typename: 'StudioVersionConflict',
  message: 'Somebody changed the studio in the meantime. Nothing of yours was saved; look again and repeat what still matters.',
  code: 'VERSION_CONFLICT',
  path: null,
  studio,
});
