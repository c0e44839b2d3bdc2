import type { Database } from '@atelier/service-kit/database';
import type { TaskHandler } from '@atelier/service-kit/jobs';
import { exportSweep } from './data-export.repository.ts';
import { DAY_MS } from './data-export.ts';
import type { ExportFiles } from './files.ts';

/** The nightly job that removes files of exports which nobody can download any more. */
export const EXPORTS_SWEEP_TASK = 'exports.sweep';

/** What is being made now is nobody's yet. */
const GRACE_MS = DAY_MS;
/** How long it is known that there was an export. */
const REMEMBERED_MS = 90 * DAY_MS;

/** Removes the files of exports that have run out, were cancelled, or whose studio or person is gone; later, that they were there. */
export function sweepExports(files: ExportFiles, signIn: Database, now: () => Date): TaskHandler {
  return async () => {
    const kept = await exportSweep.downloadable(signIn.reads({ studioId: null }), now());
    await files.sweep(new Set(kept.map(({ id }) => id)), new Date(now().getTime() - GRACE_MS));
    await signIn.transaction({ studioId: null }, (tx) => exportSweep.forget(tx, new Date(now().getTime() - REMEMBERED_MS)));
  };
}
