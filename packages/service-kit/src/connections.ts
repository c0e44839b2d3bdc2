import { z } from 'zod';
import { badInput } from './errors.ts';

/** A page of a Relay connection as services return it. */
export interface Connection<T> {
  readonly edges: { cursor: string; node: T }[];
  nodes: T[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  /** How many match in all; a function, so that nobody pays who does not ask. */
  totalCount: () => Promise<number> | number;
}

export const MAX_PAGE = 100;

/**
 * The number of rows of a page.
 * @throws BAD_USER_INPUT outside 1 to 100.
 */
export function pageSize(first: number | null | undefined, fallback = 20): number {
  const size = first ?? fallback;
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE) throw badInput(`\`first\` must be between 1 and ${MAX_PAGE}.`, ['first']);
  return size;
}

/** Makes and reads one list's cursors: the sort key of a row, with a version, as opaque text. */
export interface CursorCodec<Key> {
  encode(key: Key): string;
  /** @throws BAD_USER_INPUT for a cursor of another list, an older version or one that was tampered with. */
  decode(cursor: string | null | undefined): Key | null;
}

/** A codec for keys of the given shape; `name` tells lists apart, and changes when a list's order does. */
export function cursorCodec<Key>(name: string, shape: z.ZodType<Key>): CursorCodec<Key> {
  return {
    encode: (key) => Buffer.from(JSON.stringify([name, key])).toString('base64url'),
    decode(cursor) {
      if (cursor === null || cursor === undefined) return null;
      try {
        const [listName, key] = z.tuple([z.string(), z.unknown()]).parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
        if (listName !== name) throw new Error('cursor of another list');
        return shape.parse(key);
      } catch {
        throw badInput('`after` is not a cursor of this list. Start again without it.', ['after']);
      }
    },
  };
}

interface Page<T> {
  rows: readonly T[];
  first: number;
  after: string | null | undefined;
  cursor: (row: T) => string;
  /** Counts what `rows` is a page of; asked only where that does not show already. */
  totalCount: () => Promise<number> | number;
}

/**
 * A page from rows that were read with one more than asked for.
 * @param rows at most `first + 1` rows in order
 */
export const connectionOf = <T>(page: Page<T>): Connection<T> => new PageConnection(page);

/** Makes cursors for who asks for them: they cost more than the rest of a page, and few ask for any but the last. */
class PageConnection<T> implements Connection<T> {
  readonly nodes: T[];
  readonly totalCount: () => Promise<number> | number;
  readonly #page: Page<T>;

  constructor(page: Page<T>) {
    this.#page = page;
    const { rows, first, after } = page;
    this.nodes = rows.slice(0, first);
    // A first page that holds everything has counted already.
    const isAll = rows.length <= first && (after === null || after === undefined);
    this.totalCount = isAll ? () => rows.length : page.totalCount;
  }

  get edges(): Connection<T>['edges'] {
    return this.nodes.map((node) => ({ cursor: this.#page.cursor(node), node }));
  }

  get pageInfo(): Connection<T>['pageInfo'] {
    const { rows, first, after } = this.#page;
    return {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null && after !== undefined,
      startCursor: this.#cursorOf(this.nodes[0]),
      endCursor: this.#cursorOf(this.nodes.at(-1)),
    };
  }

  #cursorOf(node: T | undefined): string | null {
    return node === undefined ? null : this.#page.cursor(node);
  }
}
