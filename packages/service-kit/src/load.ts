import { createHash } from 'node:crypto';
import { uuidOf } from './ids.ts';

/** How much load data there is. */
export interface LoadSize {
  /** Studios of one artist each, about; each with about five clients and ten projects. */
  artists: number;
  /** Whether there is one big studio too: 2,000 clients, 10,000 projects. */
  big: boolean;
}

/** The number of the big studio; the others count from 0. */
export const BIG_STUDIO = -1;

/** The numbers of all studios of a load. */
export function loadStudios({ artists, big }: LoadSize): number[] {
  return [...(big ? [BIG_STUDIO] : []), ...Array.from({ length: artists }, (_, studio) => studio)];
}

/** How many of each thing a studio of a load has. Things are numbered from 0; member 0 is the owner. */
export const loadCounts = {
  members: (studio: number): number => (studio === BIG_STUDIO ? 12 : studio % 10 === 0 ? 4 : 1),
  clients: (studio: number): number => (studio === BIG_STUDIO ? 2_000 : 3 + (Math.abs(studio) % 5)),
  contacts: (_studio: number, client: number): number => 1 + (client % 3 === 0 ? 1 : 0),
  projects: (studio: number): number => (studio === BIG_STUDIO ? 10_000 : 10),
};

/** The client that a project is for: every subgraph's load agrees on it. */
export const loadClientOfProject = (studio: number, project: number): number => project % loadCounts.clients(studio);

/** A UUID (version 8) that follows from a name alone, so that every subgraph's load data points at the others'. */
export function loadId(name: string): string {
  const bytes = createHash('md5').update(name).digest();
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x80;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  return uuidOf(bytes);
}

export const loadStudioId = (studio: number): string => loadId(`studio:${studio}`);
export const loadMemberId = (studio: number, member: number): string => loadId(`member:${studio}:${member}`);
export const loadClientId = (studio: number, client: number): string => loadId(`client:${studio}:${client}`);
export const loadContactId = (studio: number, client: number, contact: number): string => loadId(`contact:${studio}:${client}:${contact}`);
export const loadProjectId = (studio: number, project: number): string => loadId(`project:${studio}:${project}`);

/** First and last names of the people of a load. */
export const LOAD_GIVEN = ['Ada', 'Bo', 'Cleo', 'Dag', 'Eun', 'Fay', 'Gil', 'Hana', 'Ivo', 'Jo', 'Kit', 'Lea', 'Mio', 'Nia', 'Oz', 'Pia'];
export const LOAD_FAMILY = [
  'Abel',
  'Brandt',
  'Costa',
  'Dunn',
  'Egan',
  'Falk',
  'Gray',
  'Holm',
  'Ito',
  'Jansen',
  'Kerr',
  'Lund',
  'Moss',
  'Noor',
  'Ortiz',
];

/** A value of a row to be copied; JSON comes as its text. */
export type CopyValue = string | number | bigint | boolean | Date | null | readonly string[];

/** Rows for one table, made while they are read. */
export interface CopyTable {
  /** With its schema: `clients.contacts`. */
  table: string;
  columns: readonly string[];
  rows: Iterable<readonly CopyValue[]>;
}

/** The statement that takes `copyChunks`. Row-level security refuses COPY: it needs a role that passes it. */
export const copyStatement = ({ table, columns }: CopyTable): string => `copy ${table} (${columns.join(', ')}) from stdin`;

const CHUNK = 64 * 1024;

/** The rows in COPY's text format, in pieces of about 64 kB. `onRows` hears how many rows each piece held. */
export function* copyChunks({ rows }: CopyTable, onRows?: (count: number) => void): Generator<string> {
  let chunk = '';
  let count = 0;
  for (const row of rows) {
    chunk += `${row.map(copyText).join('\t')}\n`;
    count += 1;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    onRows?.(count);
    chunk = '';
    count = 0;
  }
  if (count > 0) yield chunk;
  onRows?.(count);
}

function copyText(value: CopyValue): string {
  if (value === null) return '\\N';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return escaped(`{${value.map((each: string) => `"${each.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
  return escaped(String(value));
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escaped = (text: string): string => text.replace(/[\\\n\r\t]/g, (letter) => ESCAPES[letter] ?? letter);
