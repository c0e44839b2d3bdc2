import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** Which part of a file: both ends are in it. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Where finished exports are kept, and where they are made: a folder that nobody else may read. */
export interface ExportFiles {
  /** A new, empty folder to make an export in; whatever an attempt before left of it is gone. */
  workspace(id: string): Promise<string>;
  /** Removes a workspace with all that is in it. */
  clear(workspace: string): Promise<void>;
  /** Keeps a file of the workspace as the export: complete or not at all. */
  keep(path: string, id: string): Promise<void>;
  /** Null where there is none. */
  size(id: string): Promise<number | null>;
  read(id: string, range: ByteRange | null): Readable;
  /** Removing what is not there does nothing. */
  remove(id: string): Promise<void>;
  /** Removes files that were written before a moment and are none of these, and workspaces that were made before another. */
  sweep(keep: ReadonlySet<string>, before: { files: Date; workspaces: Date }): Promise<void>;
}

const MAKING = '.making-';
const ENDING = '.zip';

/** Keeps exports in a folder of this machine, which is made when missing. */
export function exportFolder(directory: string): ExportFiles {
  const fileOf = (id: string) => join(directory, id + ENDING);
  const clearBefore = async (id: string): Promise<void> => {
    for (const name of await readdir(directory).catch(() => [])) {
      if (name.startsWith(`${MAKING}${id}`)) await rm(join(directory, name), { recursive: true, force: true });
    }
  };
  return {
    async workspace(id) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      await clearBefore(id);
      const folder = join(directory, `${MAKING}${id}.${randomBytes(4).toString('hex')}`);
      await mkdir(folder, { mode: 0o700 });
      return folder;
    },
    clear: (workspace) => rm(workspace, { recursive: true, force: true }),
    keep: (path, id) => rename(path, fileOf(id)),
    size: async (id) => (await stat(fileOf(id)).catch(() => null))?.size ?? null,
    read: (id, range) => createReadStream(fileOf(id), range ?? {}),
    remove: (id) => rm(fileOf(id), { force: true }),
    async sweep(keep, before) {
      for (const name of await readdir(directory).catch(() => [])) {
        if (name.endsWith(ENDING) && keep.has(name.slice(0, -ENDING.length))) continue;
        const found = await stat(join(directory, name)).catch(() => null);
        const limit = name.startsWith(MAKING) ? before.workspaces : before.files;
        if (found !== null && found.mtime < limit) await rm(join(directory, name), { recursive: true, force: true });
      }
    },
  };
}
