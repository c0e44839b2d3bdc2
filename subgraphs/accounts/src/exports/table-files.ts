import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { ExportTable } from '@atelier/service-kit/export';
import { encodeId } from '@atelier/service-kit/ids';
import { csvCell } from '../audit-log/csv.ts';

/** A file of an export. */
export interface WrittenFile {
  /** Below the export's root. */
  path: string;
  bytes: number;
  sha256: string;
}

/** A file that is being written: counted and hashed on the way, and held back when the disk is slower. */
class CountedFile {
  readonly #stream: WriteStream;
  readonly #hash: Hash = createHash('sha256');
  #bytes = 0;

  constructor(path: string) {
    this.#stream = createWriteStream(path, { flags: 'wx', mode: 0o600 });
    // Heard by whoever writes or closes.
    this.#stream.on('error', () => undefined);
  }

  async write(text: string): Promise<void> {
    if (this.#stream.errored) throw this.#stream.errored;
    this.#hash.update(text);
    this.#bytes += Buffer.byteLength(text);
    if (!this.#stream.write(text)) await once(this.#stream, 'drain');
  }

  async close(): Promise<Omit<WrittenFile, 'path'>> {
    this.#stream.end();
    await finished(this.#stream);
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}

/** The id as the API shows it, before the columns of a row; only tables whose rows the API knows have it. */
const GLOBAL_ID = 'globalId';
const NUMBER = /^-?\d+(\.\d+)?$/;

/** A value as a cell: lists and objects as JSON, nothing as nothing. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return csvCell(JSON.stringify(value));
  return NUMBER.test(value) ? value : csvCell(value);
}

/** Writes a table twice, a row at a time: as JSON, an array of objects, and as CSV. */
export class TableFiles {
  /** How many rows were written. */
  rows = 0;
  readonly columns: readonly string[];
  readonly #names: readonly string[];
  readonly #json: CountedFile;
  readonly #csv: CountedFile;
  readonly #globalId: ((row: readonly unknown[]) => string | null) | null;

  /**
   * @param folder where both are written
   * @param name what they are called, without an ending
   */
  constructor(folder: string, name: string, { columns, typename }: Pick<ExportTable, 'columns' | 'typename'>) {
    const idAt = columns.indexOf('id');
    this.#globalId =
      typename === null || idAt < 0
        ? null
        : (row) => {
            const id = row[idAt];
            return typeof id === 'string' ? encodeId(typename, id) : null;
          };
    this.columns = this.#globalId === null ? columns : [GLOBAL_ID, ...columns];
    this.#names = [`${name}.json`, `${name}.csv`];
    this.#json = new CountedFile(join(folder, `${name}.json`));
    this.#csv = new CountedFile(join(folder, `${name}.csv`));
  }

  async write(rows: readonly (readonly unknown[])[]): Promise<void> {
    let [json, csv] = ['', ''];
    if (this.rows === 0) csv = `\uFEFF${this.columns.map((column) => csvCell(column)).join(',')}\r\n`;
    for (const row of rows) {
      const values = this.#globalId === null ? row : [this.#globalId(row), ...row];
      json += `${this.rows === 0 ? '[' : ','}\n${JSON.stringify(Object.fromEntries(this.columns.map((column, index) => [column, values[index]])))}`;
      csv += `${values.map(cellOf).join(',')}\r\n`;
      this.rows += 1;
    }
    await Promise.all([this.#json.write(json), this.#csv.write(csv)]);
  }

  /** Ends both files; of a table without rows they are empty lists. */
  async close(): Promise<WrittenFile[]> {
    if (this.rows === 0) await this.write([]);
    await this.#json.write(this.rows === 0 ? '[]\n' : '\n]\n');
    const written = await Promise.all([this.#json.close(), this.#csv.close()]);
    return written.map((file, index) => ({ path: this.#names[index] ?? '', ...file }));
  }
}
