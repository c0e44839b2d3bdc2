import { onDemand } from '@atelier/service-kit/on-demand';
import type { Kit, RequestScope } from '@atelier/service-kit/subgraph';
import type { Viewer } from '@atelier/service-kit/viewer';
import { type ClientService, clientService } from './clients/client.service.ts';
import { type ContactService, contactService } from './contacts/contact.service.ts';
import type { Env } from './env.ts';
import { createStore } from './store.ts';
import type { UseCases } from './use-cases.ts';

/** What every resolver gets. */
export interface Context {
  readonly viewer: Viewer;
  readonly traceId: string;
  readonly services: Services;
}

/** The services of all rooms for one request. */
export interface Services {
  readonly clients: ClientService;
  readonly contacts: ContactService;
}

const openServices = onDemand<UseCases, Services>({ clients: clientService, contacts: contactService });

/** Makes the context of one request. */
export function createContext(request: RequestScope, kit: Kit, env: Env): Context {
  const { viewer, viewerToken, traceId } = request;
  const useCases: UseCases = {
    viewer,
    viewerToken,
    store: createStore(request, kit),
    peers: kit.runtime.peers,
    trashDays: env.TRASH_DAYS,
  };
  return { viewer, traceId, services: openServices(useCases) };
}
