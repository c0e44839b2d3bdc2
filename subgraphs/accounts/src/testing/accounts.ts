import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeId, encodeId } from '@atelier/service-kit/ids';
import type { DomainEvent, Peer } from '@atelier/service-kit/peers';
import type { Revocation } from '@atelier/service-kit/revocations';
import { type RunningSubgraph, standIn, startSubgraph } from '@atelier/testing/subgraph';
import type { MailRequest } from '../mail.ts';
import { type AccountsSubgraph, createSubgraph } from '../subgraph.ts';

export const SECRET = 'a secret of at least thirty-two characters';
export const PUBLIC_URL = 'http://localhost:4000';

/** Accounts on a database of its own, with what its neighbours hear. */
export interface Accounts extends RunningSubgraph {
  subgraph: AccountsSubgraph;
  /** Projects and contacts that exist, and contacts with whom nothing is shared; plain uuids. */
  world: { projects: Set<string>; contacts: Set<string>; shutOut: Set<string> };
  /** The mails that messaging was asked for. */
  mails(): MailRequest[];
  events: DomainEvent[];
  /** Where exports are made and kept. */
  exportsDir: string;
  revoked: Revocation[];
}

/** Starts accounts with its jobs; stop it in `afterAll`. */
export async function startAccounts(
  options: { publicUrl?: string; mode?: 'embedded' | 'fleet'; env?: Record<string, string> } = {},
): Promise<Accounts> {
  const world = { projects: new Set<string>(), contacts: new Set<string>(), shutOut: new Set<string>() };
  const mediaDir = await mkdtemp(join(tmpdir(), 'atelier-media-'));
  const exportsDir = join(mediaDir, 'exports');
  const messaging = standIn({
    name: 'messaging',
    owns: [],
    subscribesTo: ['mail.requested', 'member.joined', 'member.removed', 'studio.created', 'studio.removed', 'person.erased'],
    entity: () => null,
  });
  const others = standIn({
    name: 'projects',
    owns: ['Project', 'Contact'],
    entity: (typename, id) => {
      const known = typename === 'Project' ? world.projects : world.contacts;
      if (!known.has(decodeId(id, typename))) return null;
      const contacts = [...world.contacts].filter((contact) => !world.shutOut.has(contact));
      return typename === 'Project'
        ? { id, sharedWith: contacts.map((contact) => ({ contact: { id: encodeId('Contact', contact) } })) }
        : { id };
    },
  });
  let subgraph: AccountsSubgraph | undefined;
  // Of its own rows it is asked as every domain is; it hears none of its own events.
  const itself: Peer = {
    ...standIn({ name: 'accounts', owns: [], entity: () => null }),
    describeExport: (subject) => (subgraph ?? gone()).describeExport(subject),
    exportRows: (subject, take) => (subgraph ?? gone()).exportRows(subject, take),
  };
  const domain = await startSubgraph({
    name: 'accounts',
    createSubgraph: (runtime) => {
      subgraph = createSubgraph(runtime);
      return subgraph;
    },
    peers: [messaging, others, itself],
    runtime: (db) => ({
      env: {
        ACCOUNTS_AUTH_DATABASE_URL: db.url('auth'),
        BETTER_AUTH_SECRET: SECRET,
        ATELIER_MEDIA_DIR: mediaDir,
        ATELIER_EXPORTS_DIR: exportsDir,
        ...options.env,
      },
      publicUrl: options.publicUrl ?? PUBLIC_URL,
      // The tests stand where the router does, and say where a browser is.
      mode: options.mode ?? 'fleet',
    }),
  });
  if (subgraph === undefined) return gone();
  // better-auth reads the machine's clock: the domain's begins there too.
  domain.clock.now = new Date();
  const revoked: Revocation[] = [];
  subgraph.viewers.onRevoked((what) => revoked.push(what));
  await subgraph.start();
  return {
    ...domain,
    subgraph,
    world,
    revoked,
    events: messaging.events,
    exportsDir,
    mails: () => messaging.events.filter(({ type }) => type === 'mail.requested').map(({ data }) => data as unknown as MailRequest),
    async stop() {
      await domain.stop();
      await rm(mediaDir, { recursive: true, force: true });
    },
  };
}

function gone(): never {
  throw new Error('Nothing was started.');
}
