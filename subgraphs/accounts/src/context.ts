import { onDemand } from '@atelier/service-kit/on-demand';
import type { Kit, RequestScope, Runtime } from '@atelier/service-kit/subgraph';
import { apiKeyRepository } from './api-keys/api-key.repository.ts';
import { type ApiKeyService, apiKeyService } from './api-keys/api-key.service.ts';
import { type AppRepository, appRepository } from './apps/app.repository.ts';
import { type AppService, appService } from './apps/app.service.ts';
import { type AppGrantService, appGrantService } from './apps/grant.service.ts';
import { type AuditLogService, auditLogService } from './audit-log/audit-log.service.ts';
import { type FactorService, factorService } from './auth/factor.service.ts';
import { factorRepository } from './auth/factors.repository.ts';
import { requirementRepository } from './auth/requirement.repository.ts';
import { type RequirementService, requirementService } from './auth/requirement.service.ts';
import { clientLinkRepository } from './client-links/client-link.repository.ts';
import { type ClientLinkService, clientLinkService } from './client-links/client-link.service.ts';
import { type AccountDeletionService, accountDeletionService } from './deletions/account-deletion.service.ts';
import { type StudioDeletionService, studioDeletionService } from './deletions/studio-deletion.service.ts';
import { type DataExportService, dataExportService } from './exports/data-export.service.ts';
import { invitationRepository } from './invitations/invitation.repository.ts';
import { type InvitationService, invitationService } from './invitations/invitation.service.ts';
import { type MemberRepository, memberRepository } from './members/member.repository.ts';
import { type MemberService, memberService } from './members/member.service.ts';
import { type OwnershipService, ownershipService } from './members/ownership.service.ts';
import { type RemovalService, removalService } from './members/removal.service.ts';
import type { Store } from './store.ts';
import { type StudioRepository, studioRepository } from './studios/studio.repository.ts';
import { type StudioService, studioService } from './studios/studio.service.ts';
import { type UserRepository, userRepository } from './users/user.repository.ts';
import { type UserService, userService } from './users/user.service.ts';

/** The services of all rooms for one request. */
export interface Services {
  readonly users: UserService;
  readonly factors: FactorService;
  readonly requirements: RequirementService;
  readonly studios: StudioService;
  readonly members: MemberService;
  readonly ownership: OwnershipService;
  readonly removal: RemovalService;
  readonly invitations: InvitationService;
  readonly apiKeys: ApiKeyService;
  readonly apps: AppService;
  readonly appGrants: AppGrantService;
  readonly clientLinks: ClientLinkService;
  readonly auditLog: AuditLogService;
  readonly studioDeletions: StudioDeletionService;
  readonly accountDeletions: AccountDeletionService;
  readonly exports: DataExportService;
}

/** What every resolver gets. */
export interface Context {
  readonly viewer: RequestScope['viewer'];
  readonly traceId: string;
  readonly services: Services;
}

interface Repositories {
  readonly users: UserRepository;
  readonly studios: StudioRepository;
  readonly members: MemberRepository;
  readonly apps: AppRepository;
}

const openRepositories = onDemand<{ request: RequestScope; store: Store }, Repositories>({
  users: ({ store }) => userRepository(store.signIn),
  studios: ({ request }) => studioRepository(request.reads),
  members: ({ request }) => memberRepository(request.reads),
  apps: ({ request, store }) => appRepository(request.reads, store.signIn.reads({ studioId: null })),
});

/** What a service stands on: who asks, the data as they see it, and the other domains. */
interface UseCases extends Repositories, Pick<RequestScope, 'viewer' | 'viewerToken' | 'reads'>, Pick<Runtime, 'peers' | 'now'> {
  readonly store: Store;
}

const openServices = onDemand<UseCases, Services>({
  users: userService,
  requirements: (useCases) => requirementService(Object.assign(useCases, { requirements: requirementRepository(useCases.store.signIn) })),
  factors: (useCases) => factorService(Object.assign(useCases, { factors: factorRepository(useCases.store.signIn) })),
  studios: studioService,
  members: memberService,
  ownership: ownershipService,
  removal: removalService,
  invitations: (useCases) => invitationService(Object.assign(useCases, { invitations: invitationRepository(useCases.reads) })),
  apiKeys: (useCases) => apiKeyService(Object.assign(useCases, { apiKeys: apiKeyRepository(useCases.reads) })),
  apps: appService,
  appGrants: appGrantService,
  clientLinks: (useCases) => clientLinkService(Object.assign(useCases, { clientLinks: clientLinkRepository(useCases.reads) })),
  auditLog: auditLogService,
  studioDeletions: studioDeletionService,
  accountDeletions: accountDeletionService,
  exports: dataExportService,
});

/** Makes the context of one request. */
export function createContext(request: RequestScope, kit: Kit, store: Store): Context {
  const { viewer, viewerToken, traceId, reads } = request;
  const { peers, now } = kit.runtime;
  const useCases = Object.assign(openRepositories({ request, store }), { viewer, viewerToken, reads, store, peers, now });
  return { viewer, traceId, services: openServices(useCases) };
}
