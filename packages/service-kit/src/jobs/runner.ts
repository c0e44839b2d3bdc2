import { EventEmitter } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { parseCronItems, type Runner, run, type TaskList, type WorkerEvents, Logger as WorkerLogger } from 'graphile-worker';
import type pg from 'pg';
import type { Logger } from '../log.ts';
import { Orphans } from './orphans.ts';
import { jobsPool } from './pool.ts';
import { jobsSchema } from './queue.ts';

/** Does one job. It runs at least once, so doing it twice must be harmless; a throw has it tried again later. */
export type TaskHandler = (payload: unknown, job: { id: string; attempt: number; signal: AbortSignal | undefined }) => Promise<void>;

/** A task that runs by the clock, in UTC. */
export interface Schedule {
  task: string;
  /** Five cron fields, for example every day at three: `0 3 * * *`. */
  pattern: string;
  payload?: Record<string, unknown>;
  /** How far back missed runs are made up for at a start. Default 0: not at all. */
  backfillMs?: number;
}

export interface JobsOptions {
  /** Connection string of the subgraph's login role. */
  url: string;
  /** The subgraph's schema; its queue is in `<schema>_jobs`. */
  schema: string;
  tasks: Record<string, TaskHandler>;
  schedules?: readonly Schedule[];
  logger: Logger;
  /** Jobs at one time. Default 2. */
  concurrency?: number;
}

export interface Jobs {
  /** Resolves when jobs are being taken. */
  start(): Promise<void>;
  /** Takes no more jobs and waits up to 2 s for those that run; one that is cut off is tried again after the next start. */
  stop(): Promise<void>;
}

/** A job that runs on is told to end after this; what is left of a stop is for writing down how it ended. */
const ABORT_MS = 500;
const STOP_MS = 2_000;

/** The job runner of a subgraph. */
export function createJobs(options: JobsOptions): Jobs {
  let running: { runner: Runner; pool: pg.Pool; orphans: Orphans } | null = null;
  return {
    async start() {
      if (running !== null) return;
      const concurrency = options.concurrency ?? 2;
      // One connection more, which listens for new jobs.
      const onError = (error: unknown) => options.logger.error({ err: error }, 'job queue connection');
      const pool = jobsPool(options.url, `atelier-${options.schema}-jobs`, concurrency + 1, onError);
      let workerId = '';
      const events: WorkerEvents = new EventEmitter();
      events.on('pool:create', ({ workerPool }) => {
        workerId = workerPool.id;
      });
      const runner = await run({
        pgPool: pool,
        schema: jobsSchema(options.schema),
        taskList: taskList(options.tasks),
        parsedCronItems: parseCronItems(
          (options.schedules ?? []).map(({ task, pattern, payload, backfillMs }) => ({
            task,
            match: pattern,
            ...(payload === undefined ? {} : { payload }),
            identifier: task,
            options: { backfillPeriod: backfillMs ?? 0 },
          })),
        ),
        concurrency,
        noHandleSignals: true,
        gracefulShutdownAbortTimeout: ABORT_MS,
        // Without batches the worker does not wait, when it stops, until the end of its last jobs is written.
        preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
        events,
        logger: workerLogger(options.logger),
      });
      runner.promise.catch((error: unknown) => options.logger.error({ err: error }, 'the job runner stopped'));
      const orphans = new Orphans({ url: options.url, schema: options.schema, workerId, onError });
      running = { runner, pool, orphans };
      await orphans.start();
    },
    async stop() {
      if (running === null) return;
      const { runner, pool, orphans } = running;
      running = null;
      const stopped = runner.stop().catch(() => undefined);
      const late = new AbortController();
      await Promise.race([
        stopped,
        delay(STOP_MS, undefined, { signal: late.signal })
          .then(() => runner.kill())
          .catch(() => undefined),
      ]);
      late.abort();
      await Promise.all([orphans.stop(), pool.end()]);
    },
  };
}

function taskList(tasks: Record<string, TaskHandler>): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, handler]) => [
      name,
      (payload: unknown, helpers) => handler(payload, { id: helpers.job.id, attempt: helpers.job.attempts, signal: helpers.abortSignal }),
    ]),
  ) satisfies TaskList;
}

/** The worker's own words in our log: failures as warnings (the job is tried again), the rest for debugging. */
function workerLogger(logger: Logger): WorkerLogger {
  return new WorkerLogger((scope) => (level, message) => {
    const record = { task: scope.taskIdentifier, job: scope.jobId };
    if (level === 'error') logger.warn(record, message);
    else logger.debug(record, message);
  });
}
