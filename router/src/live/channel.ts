import { channelOf as nameOf } from '@atelier/service-kit/activity';
import { notFound, unauthenticated } from '@atelier/service-kit/errors';
import { decodeId, encodeId } from '@atelier/service-kit/ids';
import { membershipOf, requireStudio, type Viewer } from '@atelier/service-kit/viewer';
import type { EntityRef } from '../entities.ts';
import type { LiveField } from '../supergraph.ts';

/** What a stream listens to. */
export interface Channel {
  /** As events name it. */
  name: string;
  studioId: string;
  /** What the viewer must be able to read to listen; null for the viewer themselves. */
  subject: EntityRef | null;
}

/** Somebody in a studio, as events and presence name them. */
export interface Person {
  kind: 'member' | 'contact';
  /** Plain uuid of the membership or the contact. */
  id: string;
}

/** The person behind a viewer. */
export function personOf(viewer: Viewer): Person | null {
  if (viewer.kind === 'contact') return { kind: 'contact', id: viewer.contactId };
  const membership = membershipOf(viewer);
  return membership ? { kind: 'member', id: membership.memberId } : null;
}

/**
 * The channel of a live field for these arguments and this viewer.
 * @throws UNAUTHENTICATED for strangers, NOT_FOUND outside a studio and for an id of another type
 */
export function channelOf(field: LiveField, args: Record<string, unknown>, viewer: Viewer): Channel {
  const studioId = requireStudio(viewer);
  const name = (id: string) => nameOf(field.source, studioId, { type: field.subject, id });
  if (field.id === 'viewer') {
    const person = personOf(viewer);
    if (!person) throw unauthenticated();
    return { name: name(person.id), studioId, subject: null };
  }
  const __typename = field.subject.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (field.id === 'studio') return { name: name(studioId), studioId, subject: { __typename, id: encodeId(__typename, studioId) } };
  const id = args[field.id.argument];
  if (typeof id !== 'string') throw notFound();
  return { name: name(decodeId(id, __typename)), studioId, subject: { __typename, id } };
}
