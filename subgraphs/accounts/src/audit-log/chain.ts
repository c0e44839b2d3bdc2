import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { AuditLine, LineContent } from './audit-log.ts';

/** The end of a log. */
export interface Head {
  /** Zero for an empty log. */
  number: number;
  /** Of the last line; empty for an empty log. */
  hash: string;
}

/** What is wrong with a log, and at which line. */
export interface Fault {
  number: number;
  /**
   * `MISSING`: the line is gone. `CHANGED`: it does not say what it said. `UNSIGNED`: its signature is not ours. `UNLINKED`: it does not
   * follow the line before it. `UNEXPECTED`: it lies behind the end of the log.
   */
  what: 'MISSING' | 'CHANGED' | 'UNSIGNED' | 'UNLINKED' | 'UNEXPECTED';
}

export interface Chain {
  /** What ties a line to the one before and to this installation. */
  seal(content: LineContent, previousHash: string): Pick<AuditLine, 'previousHash' | 'hash' | 'signature'>;
  /** Starts a check of one log. */
  check(): Check;
}

/** A check under way; lines come in their order, a part at a time, so that a long log needs no memory. */
export interface Check {
  readonly lines: number;
  readonly faults: readonly Fault[];
  take(line: Omit<AuditLine, 'actorName' | 'targetName'>): void;
  /** Compares what was read with where the log says that it ends. */
  end(head: Head | null): void;
}

/** More are not told: what is broken so often is broken. */
const MOST_FAULTS = 20;

/** Makes and checks chains with a key of the installation; from the key that signs sessions it makes one of its own. */
export function createChain(secret: string): Chain {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'atelier audit log 1', 32));
  const sign = (hash: string) => createHmac('sha256', key).update(hash).digest('base64url');

  return {
    seal(content, previousHash) {
      const hash = hashOf(content, previousHash);
      return { previousHash, hash, signature: sign(hash) };
    },

    check() {
      const faults: Fault[] = [];
      let last: Head = { number: 0, hash: '' };
      let lines = 0;
      const report = (number: number, what: Fault['what']) => {
        if (faults.length < MOST_FAULTS) faults.push({ number, what });
      };
      const reportMissing = (from: number, before: number) => {
        for (let number = from; number < before && faults.length < MOST_FAULTS; number += 1) report(number, 'MISSING');
      };
      return {
        get lines() {
          return lines;
        },
        faults,
        take(line) {
          lines += 1;
          const isNext = line.number === last.number + 1;
          reportMissing(last.number + 1, line.number);
          const hash = hashOf(line, line.previousHash);
          if (hash !== line.hash) report(line.number, 'CHANGED');
          else if (!equal(sign(line.hash), line.signature)) report(line.number, 'UNSIGNED');
          else if (isNext && line.previousHash !== last.hash) report(line.number, 'UNLINKED');
          last = { number: line.number, hash: line.hash };
        },
        end(head) {
          const end = head ?? { number: 0, hash: '' };
          reportMissing(last.number + 1, end.number + 1);
          if (last.number > end.number) report(end.number + 1, 'UNEXPECTED');
          if (last.number === end.number && last.hash !== end.hash) report(end.number, 'UNLINKED');
        },
      };
    },
  };
}

function hashOf(line: LineContent, previousHash: string): string {
  const content = [
    line.studioId,
    line.number,
    previousHash,
    line.eventId,
    line.at.toISOString(),
    line.kind,
    line.actorKind,
    line.actorId,
    line.targetType,
    line.targetId,
    line.address,
    line.userAgent,
    sorted(line.before),
    sorted(line.after),
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}

/** The same value always as the same text: PostgreSQL keeps the keys of JSON in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => [name, sorted(each)]);
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
