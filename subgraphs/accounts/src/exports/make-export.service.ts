import { join } from 'node:path';
import type { TaskHandler } from '@atelier/service-kit/jobs';
import type { Logger } from '@atelier/service-kit/log';
import type { Peers } from '@atelier/service-kit/peers';
import type { Locale } from '@atelier/service-kit/words';
import { preferredLocale } from '../locale.ts';
import type { Storage } from '../pictures/storage.ts';
import type { Store } from '../store.ts';
import { userRepository } from '../users/user.repository.ts';
import { Archive } from './archive.ts';
import { indexOf } from './contents.ts';
import { type ExportKey, exportChanges } from './data-export.repository.ts';
import { DAY_MS, type DataExport, failureOf, KEPT_DAYS, MOST_ATTEMPTS } from './data-export.ts';
import type { ExportFiles } from './files.ts';
import { gather, rowsOf, sharesOf } from './gather.ts';
import { pageOf, portionsOf } from './portions.service.ts';
import { HowFar, tellMeanwhile } from './progress.ts';
import { readmeOf } from './readme.ts';

/** The job that makes an export. Payload: `ExportKey`. */
export const EXPORT_TASK = 'export.make';
/** Exports are made one after the other: whoever comes second waits, and mails do not. */
export const EXPORT_QUEUE = 'exports';
/** How often a running export writes down how far it is. */
const PROGRESS_MS = 1_500;

interface Options {
  store: Store;
  files: ExportFiles;
  pictures: Pick<Storage, 'get'>;
  peers: Pick<Peers, 'exporters'>;
  now: () => Date;
  logger: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Somebody cancelled it, or it is no longer there. */
class Ended extends Error {}

/**
 * Makes the file of an export. A run that was cut off (the process died, a domain did not answer) is begun anew: rows change in between,
 * and a file of two halves would be of no moment at all.
 */
export function makeExport(options: Options): TaskHandler {
  const { store, logger } = options;
  const inScope = <T>(owner: string, work: Parameters<typeof store.database.transaction<T>>[1]) =>
    store.database.transaction({ studioId: owner }, work);
  return async (payload, { attempt, signal }) => {
    const key = payload as ExportKey;
    const fail = async (error: unknown): Promise<void> => {
      logger.error({ err: error, exportId: key.id }, 'an export failed for good');
      const failure = failureOf(error);
      await inScope(key.owner, (tx) => exportChanges.end(tx, key, { state: 'failed', failure }));
    };
    // Each time the process died: nobody was left to say so.
    if (attempt > MOST_ATTEMPTS) return fail(new Error('It was cut off each time.'));
    const begun = await inScope(key.owner, (tx) => exportChanges.begin(tx, key));
    if (begun === null) return;
    try {
      await make(options, begun, key, signal);
    } catch (error) {
      if (error instanceof Ended) return;
      if (attempt === MOST_ATTEMPTS) return await fail(error);
      logger.warn({ err: error, exportId: key.id }, 'an export did not come to its end, and is begun anew');
      throw error;
    }
  };
}

async function make({ store, files, pictures, peers, now, logger }: Options, begun: DataExport, key: ExportKey, signal?: AbortSignal) {
  const { owner, portions } = await portionsOf(store, begun);
  const shares = await sharesOf(portions, peers.exporters());
  const account = accountOf(store, key, rowsOf(shares), signal);
  await account.tell();
  const workspace = await files.workspace(key.id);
  const [zip, madeAt] = [join(workspace, 'export.zip'), now()];
  const archive = new Archive(zip, madeAt);
  try {
    const { tables, leftOut } = await gather(shares, { archive, workspace, ...account }, pictures);
    const contents = { of: begun, owner, madeAt, tables, leftOut, files: archive.files };
    archive.add('index.json', indexOf(contents));
    archive.add('README.txt', readmeOf(await languageOf(store, begun), contents));
    await tellMeanwhile(archive.close(), () => account.tellPacked(archive), PROGRESS_MS);
    await files.keep(zip, key.id);
  } finally {
    await archive.abandon();
    await files.clear(workspace);
  }
  const size = (await files.size(key.id)) ?? 0;
  const rows = account.rows();
  const finished = await finish(store, begun, key, { rows, size, at: now() });
  if (!finished) await files.remove(key.id);
  logger.info({ exportId: key.id, kind: begun.kind, rows, size, finished }, 'an export was made');
}

/** Keeps account of how far an export is, and writes it down now and then. Each part throws `Ended` once nobody waits for the export. */
function accountOf(store: Store, key: ExportKey, total: number, signal: AbortSignal | undefined) {
  const howFar = new HowFar();
  let done = 0;
  let toldAt = performance.now();
  const tell = async (): Promise<void> => {
    signal?.throwIfAborted();
    const far = { done, total, percent: howFar.percent };
    const runs = await store.database.transaction({ studioId: key.owner }, (tx) => exportChanges.progress(tx, key, far));
    if (!runs) throw new Ended();
    toldAt = performance.now();
  };
  const tellLately = async (): Promise<void> => {
    signal?.throwIfAborted();
    if (performance.now() - toldAt >= PROGRESS_MS) await tell();
  };
  return {
    tell,
    rows: () => done,
    onRows: (count: number): Promise<void> => {
      done += count;
      howFar.at('rows', done, total);
      return tellLately();
    },
    onPicture: (pictures: number, of: number): Promise<void> => {
      howFar.at('pictures', pictures, of);
      return tellLately();
    },
    tellPacked: (archive: Pick<Archive, 'packed' | 'bytes'>): Promise<void> => {
      // Rows and pictures are in, also where there are fewer than were counted.
      for (const step of ['rows', 'pictures'] as const) howFar.at(step, 1, 1);
      howFar.at('packed', archive.packed, archive.bytes);
      return tell();
    },
  };
}

/** The language of whoever asked, as their mails have it. */
async function languageOf(store: Store, { requestedBy }: DataExport): Promise<Locale> {
  const asker = await userRepository(store.signIn).byId(requestedBy);
  return preferredLocale(asker?.locale);
}

/** Marks it as ready and has its requester told, both or neither. False where it was cancelled meanwhile. */
async function finish(store: Store, begun: DataExport, key: ExportKey, made: { rows: number; size: number; at: Date }): Promise<boolean> {
  const person = await userRepository(store.signIn).byId(begun.requestedBy);
  const expiresAt = new Date(made.at.getTime() + KEPT_DAYS * DAY_MS);
  const mail =
    person === null
      ? null
      : await store.mails.seal({
          template: 'export-ready',
          to: { email: person.email },
          locale: person.locale,
          studioId: null,
          data: { name: person.name, expiresAt: expiresAt.toISOString(), url: await pageOf(store, begun) },
        });
  return store.database.transaction({ studioId: key.owner }, async (tx) => {
    if ((await exportChanges.finish(tx, key, { ...made, expiresAt })) === null) return false;
    if (mail !== null) await store.mails.queue(tx, mail);
    return true;
  });
}
