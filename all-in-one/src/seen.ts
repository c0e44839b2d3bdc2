import { metricsShape, openMetrics } from '@atelier/router/metrics';
import { startTracing, tracingShape } from '@atelier/service-kit/tracing';
import { z } from 'zod';
import { StartError } from './start-error.ts';

/** What is seen of an installation from outside. */
export interface Seen {
  metrics: NonNullable<Awaited<ReturnType<typeof openMetrics>>>['metrics'] | null;
  tracing: Awaited<ReturnType<typeof startTracing>>;
  close(): Promise<void>;
}

const shape = z.object({ METRICS_PORT: metricsShape.shape.METRICS_PORT, ...tracingShape.shape });

/** Whether the environment asks for figures or traces. */
export const isSeen = (env: Readonly<Record<string, string | undefined>>): boolean =>
  env.METRICS_PORT !== undefined || env.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined;

/**
 * Opens what the environment asks for. Figures are served to this machine only.
 * @throws StartError that names the variable
 */
export async function openSeen(env: Readonly<Record<string, string | undefined>>): Promise<Seen> {
  const { success, data, error } = shape.safeParse(env);
  if (!success) throw new StartError(z.prettifyError(error));
  const scraped = await openMetrics({ ...data, METRICS_HOST: '127.0.0.1' });
  const tracing = await startTracing(data);
  return {
    metrics: scraped?.metrics ?? null,
    tracing,
    async close() {
      await Promise.all([scraped?.close(), tracing?.stop()]);
    },
  };
}
