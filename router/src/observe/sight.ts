import { createHash } from 'node:crypto';
import type { Logger } from '@atelier/service-kit/log';
import { markFailed, type ServiceTracing, type TracePlace, type Tracing, traceparentOf } from '@atelier/service-kit/tracing';
import { studioOf, type Viewer } from '@atelier/service-kit/viewer';
import type { Span } from '@opentelemetry/api';
import type { Operation } from '../operations.ts';
import type { Answer, Observer } from '../pipeline.ts';
import type { Metrics, OperationLabels, OperationOutcome } from './metrics.ts';
import type { Protocol } from './protocol.ts';

/** One operation as it is seen from outside. Whoever learns something of it notes it here; the end tells metrics, log and trace. */
export interface Sight {
  readonly protocol: Protocol;
  readonly traceId: string;
  /** Null where the operation is not traced. */
  readonly span: Span | null;
  viewer: Viewer | null;
  /** The text of the document; null while none was found. */
  query: string | null;
  /** The operation, once it was read. */
  operation: Pick<Operation, 'name' | 'kind' | 'planned'> | null;
  answer: Answer | null;
  /** Errors as the client is shown them, where they are known before the end. */
  errors: readonly Shown[] | null;
  /** A subscription was let in and runs. */
  streams(): void;
  /** The client wants no more of it: so ends a subscription; anything else ends as CANCELLED. */
  left(): void;
  /**
   * The operation is over; what is said after that is not heard.
   * @param errors as the client is shown them
   * @param status of HTTP, where there is HTTP
   */
  over(errors: readonly Shown[], status?: number): void;
}

interface Shown {
  extensions?: { code?: unknown } | undefined;
}

/** A request to a subgraph under way. */
export interface FetchWatch {
  /** Puts what the subgraph does below this fetch. */
  traceparent: string | undefined;
  /** @param outcome `ok`, `errors`, or why there is no answer */
  end(outcome: string): void;
}

/** Sees operations, whatever way they come. */
export interface Observation {
  /** @param parent where the client's own trace is */
  begin(protocol: Protocol, traceId: string, parent?: TracePlace | null): Sight;
  watchFetch(subgraph: string, sight: Sight | undefined): FetchWatch;
  planned(milliseconds: number): void;
  /** Notes what the pipeline answers. */
  observer: Observer;
}

/** Null where nobody looks: then nothing is noted. */
export function createObservation(options: {
  metrics: Metrics | null;
  tracing: Tracing | null;
  /** Told of every operation at level info. */
  logger: Logger;
  /** Documents of our own pages: texts by hash. */
  trusted: Readonly<Record<string, string>>;
}): Observation | null {
  const { metrics, tracing } = options;
  // Its fields are these and no others: looking through each line for secrets would cost fourteen times the line.
  const logger = options.logger.isLevelEnabled('info') ? options.logger.child({}, { redact: [] }) : null;
  if (!metrics && !tracing && !logger) return null;
  const spans: ServiceTracing | null = tracing?.service('router') ?? null;
  const share = tracing?.share ?? 0;
  const hashes = new Map(Object.entries(options.trusted).map(([hash, text]) => [text, hash.slice(0, 16)]));
  const remembered = new WeakMap<object, { labels: OperationLabels; hash: string }>();

  /** The document's hash and labels, remembered with what was read of it. */
  function namesOf({ query, operation }: Sight): { labels: OperationLabels; hash: string } {
    const known = operation && remembered.get(operation);
    if (known) return known;
    const trusted = query === null ? undefined : hashes.get(query);
    const hash = trusted ?? (query === null ? '' : createHash('sha256').update(query).digest('hex').slice(0, 16));
    const labels = trusted === undefined ? otherOperation : { operation: operation?.name ?? '', hash };
    if (operation) remembered.set(operation, { labels, hash });
    return { labels, hash };
  }

  function spanOf(traceId: string, parent: TracePlace | null | undefined): Span | null {
    if (!spans || Math.random() >= share) return null;
    return parent ? spans.below(parent, 'operation') : spans.begin(traceId, 'operation');
  }

  function begin(protocol: Protocol, traceId: string, parent?: TracePlace | null): Sight {
    const begunAt = performance.now();
    let isOver = false;
    let isStream = false;
    const sight: Sight = {
      protocol,
      traceId,
      span: spanOf(traceId, parent),
      viewer: null,
      query: null,
      operation: null,
      answer: null,
      errors: null,
      streams() {
        if (isOver) return;
        isStream = true;
        metrics?.subscriptions(1);
      },
      left: () => sight.over(isStream ? [] : [cancelled]),
      over(errors, status) {
        if (isOver) return;
        isOver = true;
        if (isStream) metrics?.subscriptions(-1);
        const milliseconds = performance.now() - begunAt;
        const outcome = outcomeOf(sight.answer, isStream, errors);
        const codes = codesOf(errors);
        if (metrics) tell(metrics, sight, outcome, codes, milliseconds);
        if (logger) write(logger, sight, codes, milliseconds, status);
        if (sight.span && spans) finish(spans, sight.span, sight, outcome, codes, begunAt);
      },
    };
    return sight;
  }

  function tell(to: Metrics, sight: Sight, outcome: OperationOutcome, codes: readonly string[], milliseconds: number): void {
    to.operation(namesOf(sight).labels, sight.protocol, sight.operation?.kind ?? 'unknown', outcome, milliseconds);
    for (const code of codes) to.error(code, outcome === 'refused');
  }

  function write(to: Logger, sight: Sight, codes: readonly string[], milliseconds: number, status: number | undefined): void {
    const { traceId, protocol, viewer, operation, answer } = sight;
    const { headers } = answer ?? {};
    const requested = headers?.['x-cost-requested'];
    to.info(
      {
        traceId,
        operation: operation?.name?.slice(0, 100) ?? null,
        hash: namesOf(sight).hash || null,
        kind: operation?.kind ?? null,
        protocol,
        viewer: viewer?.kind ?? null,
        studioId: viewer && studioOf(viewer),
        cost: requested === undefined ? null : { requested: Number(requested), actual: Number(headers?.['x-cost-actual']) },
        isCached: answer?.isCached ?? false,
        ms: Math.round(milliseconds * 100) / 100,
        status: status ?? null,
        codes,
      },
      'operation',
    );
  }

  function finish(
    to: ServiceTracing,
    span: Span,
    sight: Sight,
    outcome: OperationOutcome,
    codes: readonly string[],
    begunAt: number,
  ): void {
    const { operation, protocol, viewer } = sight;
    // It may have been read for somebody else, long ago.
    if (operation?.planned && operation.planned.from >= begunAt)
      to.below(placeOf(span), 'plan', {}, operation.planned.from).end(operation.planned.to);
    span.updateName(operation ? `${operation.kind} ${operation.name ?? ''}`.trim().slice(0, 100) : 'operation');
    span.setAttributes({
      'graphql.operation.type': operation?.kind ?? 'unknown',
      'atelier.document.hash': namesOf(sight).hash,
      'atelier.protocol': protocol,
      'atelier.viewer.kind': viewer?.kind ?? 'unknown',
      'atelier.outcome': outcome,
      ...(codes.length > 0 ? { 'atelier.codes': [...codes] } : {}),
    });
    if (codes.length > 0) markFailed(span);
    span.end();
  }

  return {
    begin,
    watchFetch(subgraph, sight) {
      const begunAt = performance.now();
      const span = sight?.span && spans ? spans.below(placeOf(sight.span), `fetch ${subgraph}`, { 'atelier.subgraph': subgraph }) : null;
      return {
        traceparent: span ? traceparentOf(span) : undefined,
        end(outcome) {
          metrics?.fetch(subgraph, outcome, performance.now() - begunAt);
          if (!span) return;
          if (outcome !== 'ok') markFailed(span, outcome);
          span.end();
        },
      };
    },
    planned: (milliseconds) => metrics?.planned(milliseconds),
    observer: {
      finished({ operation, context }, answer) {
        const { sight } = context;
        if (!sight) return;
        sight.operation = operation;
        sight.query = operation.query;
        sight.answer = answer;
      },
    },
  };
}

function outcomeOf(answer: Answer | null, isStream: boolean, errors: readonly Shown[]): OperationOutcome {
  if (!isStream && (answer === null || answer.data === null)) return 'refused';
  if (errors.length > 0) return 'errors';
  return answer?.isCached ? 'cached' : 'ok';
}

/** Whatever others call theirs is one series, or they would fill our memory. */
const otherOperation: OperationLabels = { operation: 'other', hash: '' };
const cancelled: Shown = { extensions: { code: 'CANCELLED' } };
const none: readonly string[] = [];

/** Each code once. */
function codesOf(errors: readonly Shown[]): readonly string[] {
  if (errors.length === 0) return none;
  return [...new Set(errors.map(({ extensions }) => (typeof extensions?.code === 'string' ? extensions.code.slice(0, 50) : 'none')))];
}

function placeOf(span: Span): TracePlace {
  const { traceId, spanId } = span.spanContext();
  return { traceId, spanId, isSampled: true };
}
