import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { WrittenFile } from './table-files.ts';

/** Above this a file needs the larger form of ZIP. */
const ZIP32_BYTES = 0xffff_fffe;

/** One ZIP, written to disk as it is made: of its files none but the index is ever in memory as a whole. */
export class Archive {
  readonly files: WrittenFile[] = [];
  readonly #zip = new ZipFile();
  readonly #moment: Date;
  readonly #written: Promise<void>;
  readonly #end: (error: Error) => void;
  #failure: unknown = null;
  /** Bytes of the files that are in as a whole, and the file that is on its way. */
  #whole = 0;
  #current: ReadStream | null = null;

  constructor(path: string, moment: Date) {
    this.#moment = moment;
    const output = this.#zip.outputStream;
    this.#end = (error) => {
      if (output instanceof Readable) output.destroy(error);
    };
    // What fails in a file that is read ends the output as well.
    this.#zip.on('error', this.#end);
    this.#written = pipeline(output, createWriteStream(path, { flags: 'wx', mode: 0o600 })).catch((error: unknown) => {
      this.#failure = error;
    });
  }

  /** Takes a file over: it is removed once it is in. `isPacked` says that compressing it would be in vain. */
  move(from: string, file: WrittenFile, isPacked = false): void {
    this.files.push(file);
    this.#zip.addReadStreamLazy(
      file.path,
      { mtime: this.#moment, size: file.bytes, compress: !isPacked, forceZip64Format: file.bytes > ZIP32_BYTES },
      (give) => {
        const stream = createReadStream(from);
        this.#current = stream;
        stream.once('close', () => {
          this.#whole += stream.bytesRead;
          this.#current = null;
          // What stays goes with the folder of the export.
          rm(from, { force: true }).catch(() => undefined);
        });
        // The library listens to streams of its own only.
        stream.once('error', (error) => this.#zip.emit('error', error));
        give(null, stream);
      },
    );
  }

  /** How many bytes of the files that it has taken over are in by now. */
  get packed(): number {
    return this.#whole + (this.#current?.bytesRead ?? 0);
  }

  /** How many bytes the files have that it has taken over. */
  get bytes(): number {
    return this.files.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Adds what tells of the rest. */
  add(path: string, text: string): void {
    this.#zip.addBuffer(Buffer.from(text), path, { mtime: this.#moment });
  }

  /** Settles when all of it is on the disk. Rejects with what went wrong on the way. */
  async close(): Promise<void> {
    this.#zip.end();
    await this.#written;
    if (this.#failure !== null) throw this.#failure;
  }

  /** Writes no more, and lets go of what is open; of a whole one that is nothing. */
  async abandon(): Promise<void> {
    this.#end(new Error('The archive was given up.'));
    await this.#written;
  }
}
