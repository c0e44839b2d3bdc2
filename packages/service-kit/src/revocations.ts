import type { LiveBus, LiveEvent } from './activity.ts';

/** What was taken away or changed; all fields that are given must hold for a viewer to be concerned. */
export interface Revocation {
  sessionId?: string;
  keyId?: string;
  userId?: string;
  studioId?: string;
  contactId?: string;
}

export interface Revocations {
  /** Tells every router at once; a router that misses it forgets a viewer after 30 s anyway. */
  publish(what: Revocation): void;
  /** Calls back for each one until the returned function is called. */
  subscribe(listener: (what: Revocation) => void): () => void;
}

const CHANNEL = 'revocations';
/** Which field of a revocation a typename on the bus stands for. */
const FIELDS = { Session: 'sessionId', ApiKey: 'keyId', User: 'userId', Contact: 'contactId', Studio: 'studioId' } as const;

/** Revocations travel on the live bus, as everything that all processes must hear at once. */
export function createRevocations(bus: LiveBus, now: () => Date): Revocations {
  return {
    publish(what) {
      const typename = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).find((name) => what[FIELDS[name]] !== undefined);
      if (typename === undefined) return;
      bus.publish({
        channel: CHANNEL,
        studioId: what.studioId ?? '',
        version: 0,
        typename,
        id: what[FIELDS[typename]] ?? '',
        actor: null,
        audienceBefore: [],
        audienceAfter: [],
        at: now().toISOString(),
      });
    },
    subscribe: (listener) => bus.subscribe(CHANNEL, (event) => listener(revocationOf(event))),
  };
}

function revocationOf(event: LiveEvent): Revocation {
  const field = FIELDS[event.typename as keyof typeof FIELDS];
  return { ...(event.studioId === '' ? {} : { studioId: event.studioId }), [field]: event.id };
}
