import type { Revocation } from './revocations.ts';
import type { Viewer } from './viewer.ts';

/** What a request or a socket's upgrade brings to say who it is. */
export interface Credentials {
  cookieHeader: string | null;
  authorization: string | null;
  /** The studio that the client acts in; never from the session, so that two tabs can be in two studios. */
  studioSlug: string | null;
  address: string | null;
  userAgent: string | null;
  /** `contact`: the client's view, in a browser that also holds a person's session. */
  as?: 'contact' | null;
}

/** What `accounts` gives the router: who stands behind credentials, and word of what was revoked or changed. */
export interface ViewerSource {
  /**
   * Anonymous for credentials that are no good. A person outside the studio that they ask for has `studio: null`.
   * @throws UNAVAILABLE when it cannot tell
   */
  resolve(credentials: Credentials): Promise<Viewer>;
  /** Calls back when a session, key, membership, role or contact ended or changed, until the returned function is called. */
  onRevoked(listener: (what: Revocation) => void): () => void;
}
