import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { LiveCounts } from '../live/counts.ts';
import { type SubgraphTransport, states } from '../transports/index.ts';
import type { Protocol } from './protocol.ts';

/** How an operation ended: answered, answered from memory, answered with errors, or not run at all. */
export type OperationOutcome = 'ok' | 'cached' | 'errors' | 'refused';

/** Which operation it was, where its name may be trusted: those of our own pages. All others are `other`. */
export interface OperationLabels {
  operation: string;
  /** The first 16 hexadecimals of the document's SHA-256. */
  hash: string;
}

/** What others count, read when somebody looks. */
export interface MetricSources {
  operations: { readonly counts: { hits: number; misses: number } };
  cache: { readonly size: { entries: number; bytes: number }; readonly counts: { hits: number; misses: number } } | null;
  transports: Readonly<Record<string, SubgraphTransport>>;
  live: LiveCounts;
}

/** What a router tells Prometheus. Times in seconds. */
export interface Metrics {
  operation(labels: OperationLabels, protocol: Protocol, kind: string, outcome: OperationOutcome, milliseconds: number): void;
  /** An error that a client was shown, by its code. */
  error(code: string, isRefusal: boolean): void;
  fetch(subgraph: string, outcome: string, milliseconds: number): void;
  /** A document was read, checked and planned for the first time. */
  planned(milliseconds: number): void;
  subscriptions(change: 1 | -1): void;
  follow(sources: MetricSources): void;
  /** All figures in Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

const seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const breakerStates = ['closed', 'half-open', 'open'] as const;

/** @param options.withProcess whether to tell of memory, processor, garbage and the event loop, too: once a process */
export function createMetrics(options: { withProcess: boolean }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (options.withProcess) collectDefaultMetrics({ register: registry });
  const named = (name: string, help: string) => ({ name: `atelier_router_${name}`, help, registers });

  const durations = new Histogram({
    ...named('operation_duration_seconds', 'Queries and mutations, from the request to its answer.'),
    labelNames: ['operation', 'hash'],
    buckets: seconds,
  });
  const operations = new Counter({
    ...named('operations_total', 'Operations that are over.'),
    labelNames: ['kind', 'protocol', 'outcome'],
  });
  const refusals = new Counter({
    ...named('refusals_total', 'Operations that were not run, by the code of the refusal.'),
    labelNames: ['code'],
  });
  const errors = new Counter({ ...named('errors_total', 'Errors in answers of operations that ran, by code.'), labelNames: ['code'] });
  const plans = new Histogram({ ...named('plan_duration_seconds', 'Reading, checking and planning of new documents.'), buckets: seconds });
  const fetches = new Histogram({
    ...named('fetch_duration_seconds', 'Requests to subgraphs.'),
    labelNames: ['subgraph', 'outcome'],
    buckets: seconds,
  });
  const subscriptions = new Gauge(named('subscriptions', 'Subscriptions that run.'));

  const durationOf = children((operation: string, hash: string) => durations.labels({ operation, hash }));
  const operationOf = children((kind: string, protocol: string, outcome: string) => operations.labels({ kind, protocol, outcome }));
  const fetchOf = children((subgraph: string, outcome: string) => fetches.labels({ subgraph, outcome }));

  return {
    contentType: registry.contentType,
    operation({ operation, hash }, protocol, kind, outcome, milliseconds) {
      operationOf(kind, protocol, outcome).inc();
      if (kind !== 'subscription' && outcome !== 'refused') durationOf(operation, hash).observe(milliseconds / 1_000);
    },
    error: (code, isRefusal) => (isRefusal ? refusals : errors).inc({ code }),
    fetch: (subgraph, outcome, milliseconds) => fetchOf(subgraph, outcome).observe(milliseconds / 1_000),
    planned: (milliseconds) => plans.observe(milliseconds / 1_000),
    subscriptions: (change) => subscriptions.inc(change),
    follow: (sources) => follow(sources, named),
    text: () => registry.metrics(),
  };
}

type Named = (name: string, help: string) => { name: string; help: string; registers: Registry[] };

/** Figures that are kept elsewhere and read when somebody asks. */
function follow({ operations, cache, transports, live }: MetricSources, named: Named): void {
  new Counter({
    ...named('operation_cache_total', 'Documents that were known already (hit) or had to be read (miss).'),
    labelNames: ['result'],
    collect() {
      tell(this, operations.counts);
    },
  });
  if (cache) {
    new Counter({
      ...named('response_cache_total', 'Queries that may be answered from memory, and were (hit) or were not (miss).'),
      labelNames: ['result'],
      collect() {
        tell(this, cache.counts);
      },
    });
    new Gauge({
      ...named('response_cache_entries', 'Answers that are kept.'),
      collect() {
        this.set(cache.size.entries);
      },
    });
    new Gauge({
      ...named('response_cache_bytes', 'Room that kept answers take.'),
      collect() {
        this.set(cache.size.bytes);
      },
    });
  }
  new Gauge({
    ...named('connections', 'Open sockets, event streams and multipart answers.'),
    labelNames: ['protocol'],
    collect() {
      for (const [protocol, { open }] of Object.entries(live)) this.set({ protocol }, open);
    },
  });
  new Counter({
    ...named('messages_sent_total', 'Results that were sent over what stays open.'),
    labelNames: ['protocol'],
    collect() {
      this.reset();
      for (const [protocol, { sent }] of Object.entries(live)) this.inc({ protocol }, sent);
    },
  });
  new Gauge({
    ...named('breaker_state', 'Breakers of subgraphs: 1 for the state that it is in.'),
    labelNames: ['subgraph', 'state'],
    collect() {
      this.reset();
      for (const [subgraph, { breaker }] of Object.entries(states(transports)))
        for (const state of breakerStates) this.set({ subgraph, state }, state === breaker ? 1 : 0);
    },
  });
  new Counter({
    ...named('transport_total', 'Requests to subgraphs: sent, failed, tried again, turned away, and how often the breaker opened.'),
    labelNames: ['subgraph', 'event'],
    collect() {
      this.reset();
      for (const [subgraph, { sent, failed, retried, refused, opened }] of Object.entries(states(transports)))
        for (const [event, count] of Object.entries({ sent, failed, retried, refused, opened })) this.inc({ subgraph, event }, count);
    },
  });
}

function tell(counter: Counter<'result'>, { hits, misses }: { hits: number; misses: number }): void {
  counter.reset();
  counter.inc({ result: 'hit' }, hits);
  counter.inc({ result: 'miss' }, misses);
}

/** The series of a metric by its labels, looked up once. There are few: labels are never a client's own words. */
function children<Labels extends string[], Child>(make: (...labels: Labels) => Child): (...labels: Labels) => Child {
  const known = new Map<string, Child>();
  return (...labels) => {
    const key = labels.join('\n');
    const found = known.get(key);
    if (found) return found;
    const made = make(...labels);
    known.set(key, made);
    return made;
  };
}
