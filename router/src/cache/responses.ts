import { type Versions, versionScopes } from '@atelier/service-kit/versions';
import { studioOf } from '@atelier/service-kit/viewer';
import { OperationTypeNode } from 'graphql';
import type { Outcome } from '../execute/operation.ts';
import type { OperationRequest } from '../pipeline.ts';
import { liveSubgraph } from '../supergraph.ts';
import { scopeOf } from '../viewer.ts';

/** Answers queries from memory for as long as nothing that they show can have changed. */
export interface ResponseCache {
  /** The answer, kept or made; null when this operation is none to be kept. `execute` is called at most once. */
  run(request: OperationRequest, execute: () => Promise<Outcome>): Promise<{ outcome: Outcome; isCached: boolean } | null>;
  /** For metrics. */
  readonly size: { entries: number; bytes: number };
  /** Questions that were answered from memory, and those that were not, since the start. */
  readonly counts: { hits: number; misses: number };
}

export interface ResponseCacheOptions {
  versions: Versions;
  /** The most that is kept, in bytes (of text, two a character). */
  maxBytes: number;
  /** How long an answer is kept at most, in milliseconds: what depends on the clock is at most this old. */
  ttlMs: number;
  now(): Date;
}

interface Entry {
  outcome: Outcome;
  state: string;
  at: number;
  bytes: number;
}

/** No single answer takes more of the room than this part of it. */
const LARGEST_SHARE = 0.05;

/**
 * Keeps answers by who asks (person, contact or key, with their role and studio), operation and variables, together with the state
 * of everything that the plan can ask. Equal questions that are under way at once are asked once, if nothing changed between them.
 */
export function createResponseCache({ versions, maxBytes, ttlMs, now }: ResponseCacheOptions): ResponseCache {
  const entries = new Map<string, Entry>();
  const underWay = new Map<string, Promise<Outcome>>();
  const size = { entries: 0, bytes: 0 };
  const counts = { hits: 0, misses: 0 };

  function forget(key: string, entry: Entry): void {
    entries.delete(key);
    size.entries = entries.size;
    size.bytes -= entry.bytes;
  }

  function keep(key: string, outcome: Outcome, state: string): void {
    const bytes = 2 * (key.length + state.length + (outcome.data?.length ?? 0)) + 200;
    const old = entries.get(key);
    if (old) forget(key, old);
    if (outcome.data === null || outcome.errors.length > 0 || bytes > maxBytes * LARGEST_SHARE) return;
    for (const [oldest, entry] of entries) {
      if (size.bytes + bytes <= maxBytes) break;
      forget(oldest, entry);
    }
    entries.set(key, { outcome, state, at: now().getTime(), bytes });
    size.entries = entries.size;
    size.bytes += bytes;
  }

  function find(key: string, state: string): Outcome | null {
    const entry = entries.get(key);
    if (!entry) return null;
    if (entry.state !== state || now().getTime() - entry.at >= ttlMs) {
      forget(key, entry);
      return null;
    }
    // Used again: the last to be forgotten.
    entries.delete(key);
    entries.set(key, entry);
    return entry.outcome;
  }

  return {
    size,
    counts,
    async run(request, execute) {
      const { operation, variables, context } = request;
      const { viewer } = context.viewer;
      if (operation.kind !== OperationTypeNode.QUERY || viewer.kind === 'anonymous' || viewer.kind === 'service') return null;
      const { prepared, engine } = operation;
      if (!prepared.isCompiled || prepared.subgraphs.length === 0) return null;
      const given = versions.state(scopesOf(request));
      const state = given instanceof Promise ? await given : given;
      if (state === null) return null;
      const key = `${scopeOf(viewer)}\n${engine.id} ${operation.key}\n${JSON.stringify(variables)}`;
      const kept = find(key, state);
      if (kept) {
        counts.hits += 1;
        return { outcome: kept, isCached: true };
      }
      // Whoever asks while the same is being asked in the same state waits for that answer.
      const flight = `${state}\n${key}`;
      const pending = underWay.get(flight);
      if (pending) {
        const outcome = await pending;
        // What failed for them (they may have gone) need not fail here.
        if (outcome.errors.length === 0) {
          counts.hits += 1;
          return { outcome, isCached: true };
        }
      }
      counts.misses += 1;
      const made = execute();
      underWay.set(flight, made);
      try {
        const outcome = await made;
        keep(key, outcome, state);
        return { outcome, isCached: false };
      } finally {
        underWay.delete(flight);
      }
    },
  };

  function scopesOf({ operation, context }: OperationRequest): string[] {
    const { prepared, engine } = operation;
    // `node` may be anybody's thing, and its owner is asked beside the plan.
    const names = prepared.subgraphs.includes(liveSubgraph) ? engine.subgraphs : prepared.subgraphs;
    return versionScopes(names, studioOf(context.viewer.viewer));
  }
}
