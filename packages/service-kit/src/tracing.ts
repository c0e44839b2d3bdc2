import type { Span, SpanContext, SpanStatusCode, Tracer } from '@opentelemetry/api';
import { z } from 'zod';

/** The header that carries a trace from service to service, as W3C trace context writes it. */
export const TRACEPARENT_HEADER = 'traceparent';

/** Where traces go; without an endpoint none are made, and nothing of the libraries for them is loaded. */
export const tracingShape = z.object({
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional().meta({
    unit: 'URL',
    description: 'A collector that takes traces as OTLP over HTTP (JSON); /v1/traces is added. Without it nothing is traced.',
  }),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(1)
    .meta({ unit: 'share', description: 'How many of the operations are traced.' }),
});

/** A place in a trace. Ids are lower-case hexadecimals. */
export interface TracePlace {
  traceId: string;
  /** 16 digits. */
  spanId: string;
  isSampled: boolean;
}

/** The spans of one service. */
export interface ServiceTracing {
  /** Begins a span below another one. */
  below(parent: TracePlace, name: string, attributes?: Record<string, string | number | boolean>, startedAt?: number): Span;
  /** Begins a trace by its id. */
  begin(traceId: string, name: string): Span;
}

/** The traces of one process. */
export interface Tracing {
  /** The share of operations that are traced, from 0 to 1. */
  readonly share: number;
  service(name: string): ServiceTracing;
  /** Sends what waits, and ends. */
  stop(): Promise<void>;
}

const shape = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
const nothing = /^0+$/;

/** Reads a `traceparent` header; null for what is none. */
export function readTraceparent(text: string | undefined): TracePlace | null {
  const [, traceId = '', spanId = '', flags = ''] = (text !== undefined && shape.exec(text)) || [];
  if (traceId === '' || nothing.test(traceId) || nothing.test(spanId)) return null;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

/** The `traceparent` that puts what is asked for below a span. */
export function traceparentOf(span: Span): string {
  const { traceId, spanId } = span.spanContext();
  return `00-${traceId}-${spanId}-01`;
}

/** Not the library's own name for it: where nothing is traced, nothing of the library is loaded. */
const ERROR: SpanStatusCode.ERROR = 2;

/** Says that what a span stands for went wrong. */
export function markFailed(span: Span, why?: string): void {
  span.setStatus(why === undefined ? { code: ERROR } : { code: ERROR, message: why });
}

/**
 * Starts sending traces to the collector that the settings name; null where they name none. What a collector wants to be told beside
 * (OTEL_EXPORTER_OTLP_HEADERS) the library reads by itself.
 */
export async function startTracing(env: z.infer<typeof tracingShape>): Promise<Tracing | null> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: share } = env;
  if (endpoint === undefined) return null;
  const [api, { resourceFromAttributes }, sdk, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  const processor = new sdk.BatchSpanProcessor({
    exporter: new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` }),
  });
  const ids = new sdk.RandomIdGenerator();
  let nextTraceId: string | null = null;
  // A trace has the id that logs and answers name, so it is not the library's to choose.
  const idGenerator = { generateTraceId: () => nextTraceId ?? ids.generateTraceId(), generateSpanId: () => ids.generateSpanId() };
  const services = new Map<string, ServiceTracing>();

  function make(name: string): ServiceTracing {
    const resource = resourceFromAttributes({ 'service.name': name, 'service.namespace': 'atelier' });
    const provider = new sdk.TracerProvider({ resource, idGenerator, spanProcessors: [processor], sampler: new sdk.AlwaysOnSampler() });
    const tracer: Tracer = provider.getTracer('atelier');
    return {
      below({ traceId, spanId }, span, attributes = {}, startTime) {
        const parent: SpanContext = { traceId, spanId, traceFlags: api.TraceFlags.SAMPLED, isRemote: true };
        return tracer.startSpan(span, { attributes, startTime }, api.trace.setSpanContext(api.ROOT_CONTEXT, parent));
      },
      begin(traceId, span) {
        nextTraceId = traceId;
        try {
          return tracer.startSpan(span, { root: true, kind: api.SpanKind.SERVER });
        } finally {
          nextTraceId = null;
        }
      },
    };
  }

  return {
    share,
    service(name) {
      const known = services.get(name) ?? make(name);
      services.set(name, known);
      return known;
    },
    stop: () => processor.shutdown(),
  };
}
