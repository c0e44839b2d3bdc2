import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where pictures are kept, by the hash of their content: the same picture twice is one. */
export interface Storage {
  /** Settles when the bytes are safe. Writing what is there changes nothing. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is no such picture. */
  get(name: string): Promise<Buffer | null>;
  /** The names of all pictures that were put before a moment. */
  namesBefore(moment: Date): AsyncIterable<string>;
  /** Removing what is not there does nothing. */
  remove(name: string): Promise<void>;
}

/** Keeps pictures in a folder of this machine, which is made when missing. */
export function diskStorage(directory: string): Storage {
  return {
    async put(name, bytes) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const making = join(directory, `.${name}.${randomBytes(4).toString('hex')}`);
      try {
        await writeFile(making, bytes, { mode: 0o600 });
        // Complete or not at all.
        await rename(making, join(directory, name));
      } catch (error) {
        await rm(making, { force: true });
        throw error;
      }
    },
    async get(name) {
      try {
        return await readFile(join(directory, name));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    async *namesBefore(moment) {
      for (const name of await readdir(directory).catch(() => [])) {
        const found = await stat(join(directory, name)).catch(() => null);
        if (found?.isFile() && found.mtime < moment) yield name;
      }
    },
    remove: (name) => rm(join(directory, name), { force: true }),
  };
}
