import { importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { notFound, unauthenticated } from './errors.ts';

/** What a person may do in a studio. */
export const roles = ['owner', 'admin', 'manager', 'artist', 'accountant', 'guest'] as const;
export type Role = (typeof roles)[number];

const membership = z.object({ id: z.string(), memberId: z.string(), role: z.enum(roles) });

const viewerShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anonymous') }),
  z.object({ kind: z.literal('user'), userId: z.string(), sessionId: z.string(), studio: membership.nullable() }),
  z.object({ kind: z.literal('contact'), contactId: z.string(), sessionId: z.string(), studioId: z.string() }),
  z.object({ kind: z.literal('apiKey'), keyId: z.string(), userId: z.string(), scopes: z.array(z.string()), studio: membership }),
  z.object({ kind: z.literal('service'), service: z.string(), studioId: z.string().nullable() }),
]);

/** Who asks. All ids inside are plain UUIDs. */
export type Viewer = z.infer<typeof viewerShape>;

export const anonymous: Viewer = { kind: 'anonymous' };

/** The header in which the router hands a signed viewer to a subgraph. */
export const VIEWER_HEADER = 'x-atelier-viewer';

const AUDIENCE = 'atelier-subgraph';
/** How long a signed viewer is good, in seconds. */
export const VIEWER_TTL_SECONDS = 30;

/** The studio that the viewer acts in; null outside any. */
export function studioOf(viewer: Viewer): string | null {
  switch (viewer.kind) {
    case 'user':
      return viewer.studio?.id ?? null;
    case 'apiKey':
      return viewer.studio.id;
    case 'contact':
    case 'service':
      return viewer.studioId;
    default:
      return null;
  }
}

/**
 * The studio that the viewer acts in.
 * @throws UNAUTHENTICATED when nobody is signed in, NOT_FOUND when no studio (or one that is not theirs) was named.
 */
export function requireStudio(viewer: Viewer): string {
  if (viewer.kind === 'anonymous') throw unauthenticated();
  const studioId = studioOf(viewer);
  if (studioId === null) throw notFound();
  return studioId;
}

/** The viewer's membership; null for contacts, services and outside a studio. */
export function membershipOf(viewer: Viewer): { id: string; memberId: string; role: Role } | null {
  return viewer.kind === 'user' || viewer.kind === 'apiKey' ? viewer.studio : null;
}

/** The account behind the viewer; null for contacts, services and strangers. */
export function userIdOf(viewer: Viewer): string | null {
  return viewer.kind === 'user' || viewer.kind === 'apiKey' ? viewer.userId : null;
}

export interface ViewerSigner {
  /** A token that says who asks, good for 30 s. */
  sign(viewer: Viewer): Promise<string>;
}

/** Signs viewers with an Ed25519 key (JWS, RFC 8037). Only the router and trusted services hold it. */
export function createViewerSigner(privateJwk: JWK): ViewerSigner {
  const key = importJWK(privateJwk, 'EdDSA');
  return {
    async sign(viewer) {
      return new SignJWT({ viewer })
        .setProtectedHeader({ alg: 'EdDSA' })
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(`${VIEWER_TTL_SECONDS}s`)
        .sign(await key);
    },
  };
}

export interface ViewerVerifier {
  /**
   * Who asks, by a token that the router signed.
   * @throws UNAUTHENTICATED for anything else.
   */
  verify(token: string | undefined): Promise<Viewer>;
}

const REMEMBERED_TOKENS = 10_000;

/** Checks signed viewers; each token is verified once and remembered until it ends. */
export function createViewerVerifier(publicJwk: JWK): ViewerVerifier {
  const key = importJWK(publicJwk, 'EdDSA');
  const known = new Map<string, { viewer: Viewer; until: number }>();
  return {
    async verify(token) {
      if (!token) throw unauthenticated();
      const remembered = known.get(token);
      if (remembered && remembered.until > Date.now()) return remembered.viewer;
      known.delete(token);
      try {
        const { payload } = await jwtVerify(token, await key, { audience: AUDIENCE, algorithms: ['EdDSA'] });
        const viewer = viewerShape.parse(payload.viewer);
        if (known.size >= REMEMBERED_TOKENS) known.clear();
        known.set(token, { viewer, until: (payload.exp ?? 0) * 1000 });
        return viewer;
      } catch {
        throw unauthenticated();
      }
    },
  };
}
