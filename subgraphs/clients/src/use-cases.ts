import type { ActorRef } from '@atelier/service-kit/activity';
import { notFound } from '@atelier/service-kit/errors';
import type { Peers } from '@atelier/service-kit/peers';
import { membershipOf, type Viewer } from '@atelier/service-kit/viewer';
import type { Store } from './store.ts';

/** What a service stands on: who asks, the data as they see it, and the other domains. */
export interface UseCases {
  readonly viewer: Viewer;
  /** Shows the other domains who asks. */
  readonly viewerToken: string;
  readonly store: Store;
  readonly peers: Peers;
  /** How long a client stays in the trash. */
  readonly trashDays: number;
}

/** The member who acts. @throws NOT_FOUND for viewers without a membership. */
export function memberOf(viewer: Viewer): ActorRef & { id: string } {
  const membership = membershipOf(viewer);
  if (membership === null) throw notFound();
  return { kind: 'member', id: membership.memberId };
}
