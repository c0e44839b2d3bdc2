import type { Transaction } from '@atelier/service-kit/database';
import { addJob, type TaskHandler } from '@atelier/service-kit/jobs';
import { exportChanges } from './data-export.repository.ts';
import type { ExportFiles } from './files.ts';

/** The job that removes the files of exports that are erased. Payload: `{ ids }`. */
export const REMOVE_FILES_TASK = 'export.remove-files';

/**
 * Has the files of exports removed once the transaction has committed, which erases them: all of an owner, or those that one person asked
 * for. Call it before they are erased.
 */
export async function removeFilesLater(tx: Transaction, owner: string, requestedBy: string | null = null): Promise<void> {
  const ids = await exportChanges.idsOf(tx, owner, requestedBy);
  if (ids.length > 0) await addJob(tx, 'accounts', REMOVE_FILES_TASK, { ids });
}

/** What was removed before stays so; one that is being made notices by itself that nobody waits for it. */
export function removeFiles(files: Pick<ExportFiles, 'remove'>): TaskHandler {
  return async (payload) => {
    for (const id of (payload as { ids: string[] }).ids) await files.remove(id);
  };
}
