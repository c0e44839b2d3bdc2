import type { Words } from '../words.ts';

/** Whose rows are exported. Plain uuids. */
export type ExportSubject =
  | { kind: 'studio'; studioId: string }
  /**
   * What is a person's own: in one studio, as its member; or, with the person's own id for the studio and no member, what belongs to no
   * studio (of a person's own rows the person stands in place of the studio).
   */
  | { kind: 'person'; userId: string; studioId: string; memberId: string | null };

/** Something that an export does not hold, and why. */
export interface LeftOut {
  name: string;
  because: Words;
}

/** A table as it is exported. */
export interface ExportTable {
  /** As the domain calls it; of a second schema with its name: `auth.users`. */
  name: string;
  /** What it holds, in plain words. */
  holds: Words;
  /** What the API calls a row of it, where it knows such rows: with the row's `id` that makes the id that the API shows. */
  typename: string | null;
  /** In the order of the values of a row. */
  columns: string[];
  leftOut: LeftOut[];
  /** Counted when it was asked for. */
  rows: number;
}

/** What a domain exports of a subject. */
export interface ExportDescription {
  tables: ExportTable[];
  /** The domain's other tables. */
  leftOut: LeftOut[];
}

/** Some rows of a table: each a list of plain JSON values, in the order of the table's columns. */
export interface ExportPart {
  table: string;
  rows: unknown[][];
}

/** What every domain does for exports of its own rows. */
export interface Exporter {
  describeExport(subject: ExportSubject): Promise<ExportDescription>;
  /**
   * Gives all rows of a subject as they are at one moment, table by table, at most 500 at a time; waits for `take` before it reads on.
   * Rejects with what `take` rejects with, and with UNAVAILABLE when the domain or its database does not answer.
   */
  exportRows(subject: ExportSubject, take: (part: ExportPart) => Promise<void>): Promise<void>;
}
