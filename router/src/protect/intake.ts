import type { GraphQLError } from 'graphql';
import type { Operation, Operations } from '../operations.ts';
import type { Documents } from './documents.ts';
import { type Asker, bucketName, type OperationGuard } from './guard.ts';

/** What a request says about its document. */
export interface AskedDocument {
  query: string | undefined;
  operationName: string | undefined;
  /** `extensions` of the request: it may name a document by its hash. */
  extensions?: unknown;
}

/** What became of a document. */
export interface Read {
  /** Its text, also where the request gave its hash only. */
  query: string;
  /** The operation, or what is wrong with the document. */
  result: Operation | readonly GraphQLError[];
}

/** Finds and reads the documents of all protocols, and charges those that cannot be run. */
export interface Intake {
  /** Rejects with a GraphQLError when the asker may not have it read, or its hash is not known. */
  read(asked: AskedDocument, asker: Asker): Promise<Read>;
  /**
   * Reads a text whoever may run it: the operation, or what is wrong.
   * @param asker null where it was read, and charged, on the way of this request already
   * @throws RATE_LIMITED while the asker's faults bar them
   */
  readText(query: string, operationName: string | undefined, asker: Asker | null): Read['result'];
  /** Rejects when the asker may not run this document. For texts that were read already. */
  mayRun(query: string, asker: Asker): Promise<void>;
}

/** Without documents and guard, every document is read, and nothing has a price. */
export function createIntake(options: { operations: Operations; documents: Documents | null; guard: OperationGuard | null }): Intake {
  const { operations, documents, guard } = options;

  const find = ({ query, extensions }: AskedDocument, asker: Asker) =>
    documents
      ? documents.find({ query, extensions, viewer: asker.viewer, asksForOpen: asker.asksForOpen })
      : { query: query ?? '', register: null };

  function readText(query: string, operationName: string | undefined, asker: Asker | null): Read['result'] {
    if (asker) guard?.mayRead(asker, () => operations.knows(query, operationName));
    const result = operations.read(query, operationName);
    if (asker && !('prepared' in result)) guard?.blame(asker);
    return result;
  }

  return {
    readText,
    async read(asked, asker) {
      const found = find(asked, asker);
      const { query, register } = found instanceof Promise ? await found : found;
      const result = readText(query, asked.operationName, asker);
      if ('prepared' in result && register !== null) documents?.register(register, query, bucketName(asker));
      return { query, result };
    },
    async mayRun(query, asker) {
      await find({ query, operationName: undefined }, asker);
    },
  };
}
