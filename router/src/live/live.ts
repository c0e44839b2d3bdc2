import type { LiveBus } from '@atelier/service-kit/activity';
import type { Logger } from '@atelier/service-kit/log';
import type { AddressOf } from '../http-request.ts';
import { createHttpStreams, type HttpStreams } from '../http-streams.ts';
import type { Observation } from '../observe/sight.ts';
import type { Operations } from '../operations.ts';
import type { OriginGuard } from '../origin.ts';
import type { Planner } from '../plan.ts';
import type { Intake } from '../protect/intake.ts';
import { createSockets, type Sockets } from '../socket.ts';
import type { SubgraphTransport } from '../transports/index.ts';
import type { Viewers } from '../viewer.ts';
import { createCensus } from './census.ts';
import { type LiveCounts, noLiveCounts } from './counts.ts';
import { createDeliverer } from './deliver.ts';
import { createGroups } from './groups.ts';
import { createHub, type History } from './hub.ts';
import { createPresence } from './presence.ts';
import { createSessions } from './sessions.ts';
import { type LiveSettings, liveSettings } from './settings.ts';
import { createStarter, type Execute, type LetIn } from './start.ts';
import { createStreams } from './streams.ts';

/** Everything of the router that stays open: one set of streams, behind three protocols. */
export interface Live {
  sockets: Pick<Sockets, 'attach'>;
  httpStreams: Pick<HttpStreams, 'handler'>;
  /** What is open and was sent, for metrics. */
  counts: LiveCounts;
  /** Lets operations finish and ends all connections so that clients come again; then everybody here has left. */
  stop(): Promise<void>;
}

/** @param options.execute runs a query or mutation as HTTP would */
export function createLive(options: {
  path: string;
  planner: Planner;
  operations: Operations;
  intake: Intake;
  execute: Execute;
  letIn: LetIn;
  viewers: Viewers;
  transports: Readonly<Record<string, SubgraphTransport>>;
  bus: LiveBus;
  history: History;
  origins: OriginGuard;
  addressOf: AddressOf;
  settings?: Partial<LiveSettings>;
  observation: Observation | null;
  logger: Logger;
  now: () => Date;
}): Live {
  const { path, planner, operations, intake, execute, letIn, viewers, transports, bus, history, origins, addressOf, logger, now } = options;
  const settings = { ...liveSettings, ...options.settings };
  const hub = createHub({ bus, history, logger });
  const presence = createPresence({ bus, now });
  const deliverer = createDeliverer({ planner, operations, transports, logger });
  const groups = createGroups({ hub, deliverer, settings, logger });
  const streams = createStreams({ hub, groups, deliverer, history, presence, logger });
  const starter = createStarter({ intake, streams, execute, letIn, observation: options.observation, logger });
  const sessions = createSessions({ viewers, settings, logger, now });
  const census = createCensus();
  const counts = noLiveCounts();
  const sockets = createSockets({ path, sessions, starter, census, origins, addressOf, settings, counts: counts.websocket, logger });
  const httpStreams = createHttpStreams({ sessions, starter, operations, census, origins, addressOf, settings, counts, logger });
  return {
    sockets,
    httpStreams,
    counts,
    async stop() {
      await Promise.all([sockets.stop(), httpStreams.stop()]);
      presence.stop();
      sessions.stop();
    },
  };
}
