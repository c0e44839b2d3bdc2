import type { Kit, RequestScope } from '@atelier/service-kit/subgraph';
import { apiKeyRepository } from './api-keys/api-key.repository.ts';
import { type ApiKeyService, apiKeyService } from './api-keys/api-key.service.ts';
import { clientLinkRepository } from './client-links/client-link.repository.ts';
import { type ClientLinkService, clientLinkService } from './client-links/client-link.service.ts';
import { invitationRepository } from './invitations/invitation.repository.ts';
import { type InvitationService, invitationService } from './invitations/invitation.service.ts';
import { memberRepository } from './members/member.repository.ts';
import { type MemberService, memberService } from './members/member.service.ts';
import type { Store } from './store.ts';
import { studioRepository } from './studios/studio.repository.ts';
import { type StudioService, studioService } from './studios/studio.service.ts';
import { userRepository } from './users/user.repository.ts';
import { type UserService, userService } from './users/user.service.ts';

/** The services of all rooms for one request. */
export interface Services {
  readonly users: UserService;
  readonly studios: StudioService;
  readonly members: MemberService;
  readonly invitations: InvitationService;
  readonly apiKeys: ApiKeyService;
  readonly clientLinks: ClientLinkService;
}

/** What every resolver gets. */
export interface Context {
  readonly viewer: RequestScope['viewer'];
  readonly traceId: string;
  readonly services: Services;
}

/** Makes the context of one request. */
export function createContext(request: RequestScope, kit: Kit, store: Store): Context {
  const { viewer, viewerToken, traceId, reads } = request;
  const { peers, now } = kit.runtime;
  const users = userRepository(store.signIn);
  const studios = studioRepository(reads);
  const members = memberRepository(reads);
  const shared = { viewer, viewerToken, store, peers, now, users, studios, members };
  return {
    viewer,
    traceId,
    services: {
      users: userService(shared),
      studios: studioService(shared),
      members: memberService(shared),
      invitations: invitationService({ ...shared, invitations: invitationRepository(reads) }),
      apiKeys: apiKeyService({ ...shared, apiKeys: apiKeyRepository(reads) }),
      clientLinks: clientLinkService({ ...shared, clientLinks: clientLinkRepository(reads) }),
    },
  };
}
