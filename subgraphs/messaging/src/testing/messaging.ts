import { decodeId, uuidv7 } from '@atelier/service-kit/ids';
import type { Viewer } from '@atelier/service-kit/viewer';
import { type RunningSubgraph, standIn, startSubgraph } from '@atelier/testing/subgraph';
import { member } from '@atelier/testing/viewers';
import type { Person } from '../notifications/notification.ts';
import { createSubgraph } from '../subgraph.ts';

/** Somebody whom the other domains know. */
export interface KnownPerson {
  name: string;
  email: string | null;
  role?: string;
  language?: string;
}

/** The other domains: what they know, and whom they refuse what. All ids are plain UUIDs. */
export interface World {
  people: Map<string, KnownPerson>;
  /** By project, task or comment; `hiddenFrom` holds memberships and contacts. */
  things: Map<string, { fields: Record<string, unknown>; hiddenFrom: Set<string> }>;
  studio: { name: string; slug: string; logo: string | null; locale: string };
  /** While true, the other domains do not answer. */
  isDown: boolean;
}

/** This domain with the others stood in for, and one studio in it. */
export interface TestMessaging extends RunningSubgraph {
  world: World;
  studioId: string;
  /** A member whom the accounts domain knows. */
  addMember(person?: Partial<KnownPerson>): Person & { viewer: Viewer };
  addContact(person?: Partial<KnownPerson>): Person;
  addThing(fields: Record<string, unknown>, hiddenFrom?: readonly string[]): string;
  /** Delivers an event as another domain does; the same `id` is the same event. */
  tell(type: string, data: Record<string, unknown>, id?: string): Promise<void>;
}

export async function startMessaging(
  options: { env?: Record<string, string>; publicUrl?: string; mode?: 'embedded' | 'fleet' } = {},
): Promise<TestMessaging> {
  const studioId = uuidv7();
  const world: World = {
    people: new Map(),
    things: new Map(),
    studio: { name: 'Studio Marisol', slug: 'marisol', logo: '/media/logo.png', locale: 'en' },
    isDown: false,
  };
  const answered = <T>(value: T): T => {
    if (world.isDown) throw new Error('The other domains are down.');
    return value;
  };
  const viewerOf = async (token: string): Promise<Viewer> => domain.runtime.verifier.verify(token);
  /** As the owners do: whoever acts for a domain sees people of its studio only. */
  const person = async (typename: string, id: string, token: string) => {
    const viewer = await viewerOf(token);
    const known = world.people.get(decodeId(id, typename));
    if (!known || viewer.kind !== 'service' || viewer.studioId !== studioId) return null;
    const { language, ...fields } = known;
    return { id, ...fields, client: { language } };
  };
  const accounts = standIn({
    name: 'accounts',
    owns: ['Studio', 'Member'],
    entity: async (typename, id, token) =>
      answered(
        typename === 'Studio' ? (decodeId(id, 'Studio') === studioId ? { id, ...world.studio } : null) : await person(typename, id, token),
      ),
  });
  const clients = standIn({
    name: 'clients',
    owns: ['Contact'],
    entity: async (typename, id, token) => answered(await person(typename, id, token)),
  });
  const projects = standIn({
    name: 'projects',
    owns: ['Project', 'Task', 'Comment'],
    async entity(typename, id, token) {
      const viewer = await viewerOf(token);
      const thing = answered(world.things.get(decodeId(id, typename)));
      const who = viewer.kind === 'contact' ? viewer.contactId : viewer.kind === 'user' ? viewer.studio?.memberId : undefined;
      return thing === undefined || (who !== undefined && thing.hiddenFrom.has(who)) ? null : { id, ...thing.fields };
    },
  });
  const domain: RunningSubgraph = await startSubgraph({
    name: 'messaging',
    createSubgraph,
    peers: [accounts, clients, projects],
    runtime: {
      env: { MAIL_SECRET: 'a secret that is long enough for a test', NOTIFICATION_MAIL_DELAY_SECONDS: '0', ...options.env },
      ...(options.publicUrl ? { publicUrl: options.publicUrl } : {}),
      ...(options.mode ? { mode: options.mode } : {}),
    },
  });
  return {
    ...domain,
    world,
    studioId,
    addMember(given = {}) {
      const id = uuidv7();
      world.people.set(id, { name: 'Mara', email: 'mara@studio.example', role: 'ARTIST', ...given });
      return { kind: 'member', id, viewer: member('artist', studioId, id) };
    },
    addContact(given = {}) {
      const id = uuidv7();
      world.people.set(id, { name: 'Inés Vidal', email: 'ines@museum.example', language: 'en', ...given });
      return { kind: 'contact', id };
    },
    addThing(fields, hiddenFrom = []) {
      const id = uuidv7();
      world.things.set(id, { fields, hiddenFrom: new Set(hiddenFrom) });
      return id;
    },
    tell: (type, data, id = uuidv7()) =>
      domain.subgraph.deliver({ id, type, source: 'test', studioId, at: domain.clock.now.toISOString(), data }),
  };
}

/** A person as events name them. */
export const ref = ({ kind, id }: Person): Person => ({ kind, id });

/** The data of `comment.mentioned` and `comment.added`. */
export function commentData(
  messaging: TestMessaging,
  given: Partial<{
    mentioned: Person[];
    assignee: Person | null;
    actor: Person | null;
    visibility: 'TEAM' | 'CLIENT';
    taskId: string | null;
    body: string;
  }>,
) {
  const { body, ...rest } = given;
  return {
    commentId: messaging.addThing({ body: body ?? 'A word' }),
    taskId: null,
    projectId: messaging.addThing({ name: 'Harbour posters' }),
    mentioned: [],
    assignee: null,
    actor: null,
    visibility: 'TEAM',
    ...rest,
  };
}

/** What a viewer was told, by GraphQL. */
export async function notificationsOf(messaging: TestMessaging, viewer: Viewer) {
  const { data, messages } = await messaging.ask(
    viewer,
    `{ unreadNotificationCount notifications { nodes { id kind readAt createdAt actor { __typename ... on Member { id } ... on Contact { id } }
       project { id } task { id } comment { id } } } }`,
  );
  if (messages.length > 0) throw new Error(messages.join(' '));
  return data as {
    unreadNotificationCount: number;
    notifications: {
      nodes: {
        id: string;
        kind: string;
        readAt: string | null;
        actor: { __typename: string; id: string } | null;
        comment: { id: string } | null;
      }[];
    };
  };
}

/** A mail as the outbox gives it. */
export interface OutboxMail {
  id: string;
  template: string;
  state: string;
  to: string | null;
  from: string | null;
  subject: string | null;
  text: string | null;
  html: string | null;
  links: string[];
  failure: string | null;
}
