import type { Kit, RequestScope } from '@atelier/service-kit/subgraph';
import type { Viewer } from '@atelier/service-kit/viewer';
import { type NotificationService, notificationService } from './notifications/notification.service.ts';
import { createStore } from './store.ts';

/** What every resolver gets. */
export interface Context {
  readonly viewer: Viewer;
  readonly traceId: string;
  /** The services of all rooms for one request. */
  readonly services: { readonly notifications: NotificationService };
}

/** Makes the context of one request. */
export function createContext(request: RequestScope, kit: Kit): Context {
  const { viewer, traceId } = request;
  return { viewer, traceId, services: { notifications: notificationService({ viewer, store: createStore(request, kit) }) } };
}
