import { type InvalidInput, invalidInput, notFound } from '@atelier/service-kit/errors';
import { uuidv7 } from '@atelier/service-kit/ids';
import { scopeOf } from '@atelier/service-kit/subgraph';
import { membershipOf, requireStudio, type Viewer } from '@atelier/service-kit/viewer';
import { permissions } from '../permissions.ts';
import { hashSecret } from '../secrets.ts';
import { type Store, tell } from '../store.ts';
import { type ApiKeyRepository, apiKeyChanges } from './api-key.repository.ts';
import { type ApiKey, checkKey, checkOverlap, KEY_LIMIT, type Scope } from './api-key.ts';
import { queueOverlapEnd } from './overlap.ts';
import { newKeySecret, SHOWN } from './secret.ts';

export interface ApiKeyService {
  /** Null for another studio's, and for viewers who may not manage keys. */
  find(id: string): Promise<ApiKey | null>;
  /** The newest first; null for viewers who may not manage keys of this studio. */
  list(studioId: string): Promise<ApiKey[] | null>;
  /** Makes a key; its secret is in this answer and nowhere else. */
  create(input: {
    name: string;
    scopes: readonly Scope[];
    expiresAt: Date | null;
  }): Promise<{ apiKey: ApiKey; secret: string } | InvalidInput>;
  /** Gives a key a new secret; the old one works until a moment, so that programs can be changed one after the other. */
  rotate(id: string, previousEndsAt: Date | null): Promise<{ apiKey: ApiKey; secret: string } | InvalidInput>;
  /** Whether the viewer may rotate it: it acts as whoever made it. */
  mayRotate(key: ApiKey): boolean;
  revoke(id: string): Promise<{ id: string }>;
}

/** API keys of the active studio. */
export function apiKeyService(options: { viewer: Viewer; store: Store; apiKeys: ApiKeyRepository; now: () => Date }): ApiKeyService {
  const { viewer, store, apiKeys, now } = options;
  const isOwn = ({ memberId }: ApiKey): boolean => memberId === membershipOf(viewer)?.memberId;
  return {
    mayRotate: (key) => permissions.allows(viewer, 'apiKey.manage') && isOwn(key),

    find: async (id) => (permissions.allows(viewer, 'apiKey.manage') ? apiKeys.byId(id) : null),

    async list(studioId) {
      if (!permissions.allows(viewer, 'apiKey.manage') || requireStudio(viewer) !== studioId) return null;
      return apiKeys.ofStudio();
    },

    async create(input) {
      permissions.require(viewer, 'apiKey.manage');
      const studioId = requireStudio(viewer);
      const checked = checkKey(input, now());
      if ('__typename' in checked) return checked;
      if ((await apiKeys.ofStudio()).length >= KEY_LIMIT) {
        return invalidInput('TOO_MANY', `A studio has at most ${KEY_LIMIT} keys. Revoke one that is no longer used.`, null);
      }
      const secret = newKeySecret();
      const doer = await store.audit.doer(viewer);
      const apiKey = await store.database.transaction(scopeOf(viewer), async (tx) => {
        const key = await apiKeyChanges.insert(tx, {
          ...checked,
          id: uuidv7(now().getTime()),
          studioId,
          memberId: membershipOf(viewer)?.memberId ?? '',
          prefix: secret.slice(0, SHOWN),
          secretHash: hashSecret(secret),
          createdAt: now(),
        });
        await tell(store, tx, {
          viewer,
          doer,
          entity: { typename: 'ApiKey', id: key.id },
          verb: 'api-key.created',
          after: { name: key.name, scopes: key.scopes },
          audienceBefore: [],
          audienceAfter: ['team'],
          line: { kind: 'API_KEY_CREATED', after: { name: key.name, scopes: key.scopes, expiresAt: key.expiresAt } },
        });
        return key;
      });
      return { apiKey, secret };
    },

    async rotate(id, given) {
      permissions.require(viewer, 'apiKey.manage');
      const studioId = requireStudio(viewer);
      const previousEndsAt = checkOverlap(given, now());
      if ('__typename' in previousEndsAt) return previousEndsAt;
      const present = await apiKeys.byId(id);
      if (present !== null && !isOwn(present)) return NOT_YOURS;
      const secret = newKeySecret();
      const doer = await store.audit.doer(viewer);
      const apiKey = await store.database.transaction(scopeOf(viewer), async (tx) => {
        const key = await apiKeyChanges.rotate(tx, {
          studioId,
          id,
          prefix: secret.slice(0, SHOWN),
          secretHash: hashSecret(secret),
          previousEndsAt,
        });
        if (key === null) throw notFound();
        await queueOverlapEnd(tx, id, previousEndsAt);
        await tell(store, tx, {
          viewer,
          doer,
          entity: { typename: 'ApiKey', id },
          verb: 'api-key.rotated',
          after: { name: key.name },
          audienceBefore: ['team'],
          audienceAfter: ['team'],
          line: { kind: 'API_KEY_ROTATED', after: { name: key.name, previousEndsAt } },
        });
        // Whoever came by the secret before that is asked anew; so is everybody, which costs them a look-up.
        tx.afterCommit(() => store.revocations.publish({ keyId: id }));
        return key;
      });
      return { apiKey, secret };
    },

    async revoke(id) {
      permissions.require(viewer, 'apiKey.manage');
      const studioId = requireStudio(viewer);
      const doer = await store.audit.doer(viewer);
      return store.database.transaction(scopeOf(viewer), async (tx) => {
        const removed = await apiKeyChanges.remove(tx, studioId, id);
        if (removed === null) throw notFound();
        await tell(store, tx, {
          viewer,
          doer,
          entity: { typename: 'ApiKey', id },
          verb: 'api-key.revoked',
          before: { name: removed.name },
          // Not all of the team sees it: nobody is told the id of one that is gone.
          audienceBefore: [],
          audienceAfter: [],
          line: { kind: 'API_KEY_REVOKED' },
        });
        tx.afterCommit(() => store.revocations.publish({ keyId: id }));
        return { id };
      });
    },
  };
}

/** Else whoever is about to be removed would keep a secret by which they act as somebody else. */
const NOT_YOURS = invalidInput(
  'NOT_YOURS',
  'This key acts as the person who made it, and only they give it a new secret. Make a key of your own, or end this one.',
  ['input', 'id'],
);
