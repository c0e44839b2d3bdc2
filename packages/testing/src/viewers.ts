import { uuidv7 } from '@atelier/service-kit/ids';
import type { Role, Viewer } from '@atelier/service-kit/viewer';

/** A person in a studio. Ids are plain UUIDs. */
export function member(role: Role, studioId: string, memberId: string = uuidv7()): Viewer {
  return { kind: 'user', userId: uuidv7(), sessionId: uuidv7(), studio: { id: studioId, memberId, role } };
}

/** A program with a key that an owner made. */
export function apiKey(studioId: string, ...scopes: string[]): Viewer {
  return { kind: 'apiKey', keyId: uuidv7(), userId: uuidv7(), scopes, studio: { id: studioId, memberId: uuidv7(), role: 'owner' } };
}

/** A client's contact who came by a link. */
export function contact(studioId: string, contactId: string): Viewer {
  return { kind: 'contact', contactId, sessionId: uuidv7(), studioId };
}

/** Another domain on its own behalf. */
export function service(name: string, studioId: string | null): Viewer {
  return { kind: 'service', service: name, studioId };
}
