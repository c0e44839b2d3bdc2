import type { Database } from '@atelier/service-kit/database';
import type { TaskHandler } from '@atelier/service-kit/jobs';
import { exportSweep } from './data-export.repository.ts';
import { DAY_MS } from './data-export.ts';
import type { ExportFiles } from './files.ts';

/** The nightly job that removes files of exports which nobody can download any more. */
export const EXPORTS_SWEEP_TASK = 'exports.sweep';

/** A file is put before it is said to be ready. */
const FILE_GRACE_MS = 60 * 60 * 1000;
/** No export takes longer: its workspace is of a process that died. */
const WORKSPACE_GRACE_MS = DAY_MS;
/** How long it is known that there was an export. */
const REMEMBERED_MS = 90 * DAY_MS;

/** Removes the files of exports that have run out, were cancelled, or whose studio or person is gone; later, that they were there. */
export function sweepExports(files: ExportFiles, signIn: Database, now: () => Date): TaskHandler {
  return async () => {
    const kept = await exportSweep.downloadable(signIn.reads({ studioId: null }), now());
    const before = (ms: number) => new Date(now().getTime() - ms);
    await files.sweep(new Set(kept.map(({ id }) => id)), { files: before(FILE_GRACE_MS), workspaces: before(WORKSPACE_GRACE_MS) });
    await signIn.transaction({ studioId: null }, (tx) => exportSweep.forget(tx, new Date(now().getTime() - REMEMBERED_MS)));
  };
}
