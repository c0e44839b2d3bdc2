import type { IncomingMessage } from 'node:http';
import { readTraceparent, TRACEPARENT_HEADER } from '@atelier/service-kit/tracing';
import type { RequestHandler } from 'express';
import { traceId } from '../trace.ts';
import type { Observation, Sight } from './sight.ts';

/** What is noted of requests over plain HTTP on their way through Express and Apollo Server. */
export interface Sights {
  /** Mount it first, behind the trace id. */
  begin: RequestHandler;
  of(request: IncomingMessage): Sight | undefined;
  note(request: IncomingMessage, what: Partial<Pick<Sight, 'viewer' | 'errors'>>): void;
}

/** Answers that stay open are seen by who writes them. */
const isStream = (contentType: unknown) => /^(text\/event-stream|multipart\/mixed)/.test(String(contentType));

export function watchRequests(observation: Observation | null): Sights {
  const sights = new WeakMap<IncomingMessage, Sight>();
  return {
    begin(request, response, next) {
      if (observation && (request.method === 'POST' || request.method === 'GET')) {
        const sight = observation.begin('http', traceId(), readTraceparent(request.get(TRACEPARENT_HEADER)));
        sights.set(request, sight);
        response.once('close', () => {
          if (isStream(response.getHeader('content-type'))) return;
          if (!response.writableFinished) return sight.left();
          const { statusCode } = response;
          // What is refused before anybody looks for an operation has no code of its own.
          const unnamed = statusCode >= 400 ? [{ extensions: { code: 'BAD_REQUEST' } }] : [];
          sight.over(sight.errors ?? unnamed, statusCode);
        });
      }
      next();
    },
    of: (request) => sights.get(request),
    note(request, what) {
      const sight = sights.get(request);
      if (sight) Object.assign(sight, what);
    },
  };
}
