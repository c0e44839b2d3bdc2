import { type InvalidInput, invalidInput, notFound } from '@atelier/service-kit/errors';
import { encodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Peers } from '@atelier/service-kit/peers';
import { scopeOf } from '@atelier/service-kit/subgraph';
import { membershipOf, requireStudio, type Viewer } from '@atelier/service-kit/viewer';
import { permissions } from '../permissions.ts';
import { hashSecret, newSecret } from '../secrets.ts';
import { type Store, tell } from '../store.ts';
import type { StudioRepository } from '../studios/studio.repository.ts';
import { type ClientLinkRepository, clientLinkChanges } from './client-link.repository.ts';
import { type ClientLink, endOfLink, LINK_LIMIT } from './client-link.ts';

export interface ClientLinkService {
  /** Null for another studio's, and for viewers who may not share. */
  find(id: string): Promise<ClientLink | null>;
  /** The newest first; null for viewers who may not share. */
  ofProject(projectId: string): Promise<ClientLink[] | null>;
  /** Makes a link; its address is in this answer and nowhere else. @throws NOT_FOUND for a project or contact that the viewer does not see */
  create(input: { projectId: string; contactId: string; sendMail: boolean }): Promise<{ link: ClientLink; url: string } | InvalidInput>;
  revoke(id: string): Promise<{ id: string }>;
}

interface Options {
  viewer: Viewer;
  viewerToken: string;
  store: Store;
  peers: Peers;
  clientLinks: ClientLinkRepository;
  studios: StudioRepository;
  now: () => Date;
}

/** Links by which clients enter, as the viewer may see and make them. */
export function clientLinkService({ viewer, viewerToken, store, peers, clientLinks, studios, now }: Options): ClientLinkService {
  async function mustSee<T = unknown>(typename: 'Project' | 'Contact', id: string, selection = '{ id }'): Promise<T> {
    const [found] = await peers.entities<T>(viewerToken, typename, [encodeId(typename, id)], selection);
    if (!found) throw notFound();
    return found;
  }

  return {
    find: async (id) => (permissions.allows(viewer, 'clientLink.manage') ? clientLinks.byId(id) : null),

    ofProject: async (projectId) => (permissions.allows(viewer, 'clientLink.manage') ? clientLinks.ofProject(projectId) : null),

    async create({ projectId, contactId, sendMail }) {
      permissions.require(viewer, 'clientLink.manage');
      const studioId = requireStudio(viewer);
      const [studio, existing, project] = await Promise.all([
        studios.byId(studioId),
        clientLinks.ofProject(projectId),
        mustSee<{ sharedWith: { contact: { id: string } | null }[] | null }>('Project', projectId, '{ sharedWith { contact { id } } }'),
        mustSee('Contact', contactId),
      ]);
      if (studio === null) throw notFound();
      const contact = encodeId('Contact', contactId);
      if (!project.sharedWith?.some((share) => share.contact?.id === contact)) {
        return invalidInput('NOT_SHARED', 'This person does not see the project yet. Share it with them first.', ['input', 'contactId']);
      }
      if (existing.length >= LINK_LIMIT) {
        return invalidInput('TOO_MANY', `A project has at most ${LINK_LIMIT} links. Revoke some that are no longer used.`, [
          'input',
          'projectId',
        ]);
      }
      const token = newSecret();
      const doer = await store.audit.doer(viewer);
      const url = `${store.publicUrl}/p/${token}`;
      const mail = sendMail
        ? await store.mails.seal({
            template: 'client-link',
            to: { contactId },
            locale: studio.locale,
            studioId,
            data: { url, studioName: studio.name, projectId },
          })
        : null;
      const link = await store.database.transaction(scopeOf(viewer), async (tx) => {
        const made = await clientLinkChanges.insert(tx, {
          id: uuidv7(now().getTime()),
          studioId,
          projectId,
          contactId,
          tokenHash: hashSecret(token),
          createdBy: membershipOf(viewer)?.memberId ?? null,
          createdAt: now(),
          expiresAt: endOfLink(now()),
        });
        if (mail !== null) await store.mails.queue(tx, mail);
        await tell(store, tx, {
          viewer,
          doer,
          entity: { typename: 'ClientLink', id: made.id },
          verb: 'client-link.created',
          after: { projectId, contactId },
          audienceBefore: [],
          audienceAfter: ['team'],
          line: { kind: 'CLIENT_LINK_CREATED', after: { projectId: encodeId('Project', projectId), contactId: contact } },
        });
        return made;
      });
      return { link, url };
    },

    async revoke(id) {
      permissions.require(viewer, 'clientLink.manage');
      const studioId = requireStudio(viewer);
      const doer = await store.audit.doer(viewer);
      return store.database.transaction(scopeOf(viewer), async (tx) => {
        const removed = await clientLinkChanges.remove(tx, studioId, id);
        if (removed === null) throw notFound();
        const { projectId, contactId } = removed.link;
        await tell(store, tx, {
          viewer,
          doer,
          entity: { typename: 'ClientLink', id },
          verb: 'client-link.revoked',
          before: { projectId, contactId },
          // Not all of the team sees it: nobody is told the id of one that is gone.
          audienceBefore: [],
          audienceAfter: [],
          line: {
            kind: 'CLIENT_LINK_REVOKED',
            before: { projectId: encodeId('Project', projectId), contactId: encodeId('Contact', contactId) },
          },
        });
        tx.afterCommit(() => {
          for (const sessionId of removed.sessionIds) store.revocations.publish({ sessionId });
        });
        return { id };
      });
    },
  };
}
