import type { Logger } from '@atelier/service-kit/log';
import type { Operations } from '../operations.ts';
import type { Guard } from '../pipeline.ts';
import { createMemoryBuckets, createSharedBuckets } from './buckets.ts';
import { createDocumentFinder, type Manifest } from './documents.ts';
import { createOperationGuard } from './guard.ts';
import { createIntake, type Intake } from './intake.ts';
import { createPipelineGuard } from './pipeline-guard.ts';
import { connectGuards } from './redis.ts';
import type { ProtectSettings } from './settings.ts';
import { createMemoryTexts, createSharedTexts } from './texts.ts';

export { type Manifest, readManifest } from './documents.ts';
export { embeddedSettings, fleetSettings, type ProtectSettings, readEmbeddedSettings } from './settings.ts';

/** The guards of one router. */
export interface Guards {
  /** Stands before documents. */
  intake: Intake;
  /** Stands before operations. */
  guard: Guard;
  close(): Promise<void>;
}

/** Characters of documents that others brought, kept in this process. */
const mostCharacters = 8 * 1024 * 1024;
/** How long the other routers know the documents of our pages' older versions. */
const trustedSeconds = 30 * 24 * 60 * 60;

/** Makes the guards: over Redis where there is one, and in this process where it is absent or ill. */
export function createGuards(options: {
  settings: ProtectSettings;
  operations: Operations;
  trusted: Manifest;
  redisUrl: string | undefined;
  logger: Logger;
}): Guards {
  const { settings, operations, trusted, redisUrl, logger } = options;
  const now = () => performance.now();
  const redis = redisUrl === undefined ? null : connectGuards(redisUrl);
  const buckets = redis ? createSharedBuckets({ redis, logger, now }) : createMemoryBuckets(now);
  const near = () => createMemoryTexts({ now, maxCharacters: mostCharacters });
  const texts = (kind: string) =>
    redis ? createSharedTexts({ redis, prefix: `atelier:${kind}:`, near: near(), seconds: settings.registered.seconds }) : near();
  const store = { trusted: texts('trusted'), registered: texts('registered') };
  redis?.onReady(() => {
    for (const [hash, text] of Object.entries(trusted))
      void redis.set(`atelier:trusted:${hash}`, text, trustedSeconds).catch(() => undefined);
  });
  const guard = createOperationGuard({ settings, buckets, now });
  const documents = createDocumentFinder({ settings, trusted, store, buckets });
  return {
    intake: createIntake({ operations, documents, guard }),
    guard: createPipelineGuard(guard, trusted),
    close: () => buckets.close(),
  };
}
