import type { Viewer } from '@atelier/service-kit/viewer';
import { GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { type AccessCheck, type AccessRules, compileAccess } from './access.ts';
import { type Bucket, type Buckets, secondsUntil, type Taken } from './buckets.ts';
import { type Cost, compileCost } from './cost.ts';
import { variableErrors } from './limits.ts';
import type { Prices } from './prices.ts';
import type { Fragments } from './selections.ts';
import type { BucketKind, ProtectSettings } from './settings.ts';

/** What a schema says about its operations. */
export interface Contract {
  schema: GraphQLSchema;
  access: AccessRules;
  /** Null where nothing has a price. */
  prices: Prices | null;
}

/** An operation as it was read; the object itself is what checks are remembered by. */
export interface GuardedOperation {
  operation: OperationDefinitionNode;
  fragments: Fragments;
}

/** What a request tells of its sender beside who they are. */
export interface Client {
  /** The client's address; it names the bucket of those whom nobody knows. */
  address: string | null;
  /** Whether the client wants to see what its operation cost. Programs with an API key always do. */
  showsCost: boolean;
  /** Whether the client asks to run a document of its own, by a header that no foreign page can send. */
  asksForOpen: boolean;
}

/** Who asks, and from where. */
export interface Asker extends Client {
  viewer: Viewer;
}

/** An operation that may run. */
export interface Charged {
  /** Points that were taken. */
  requested: number;
  /** Called once it is over. @param actual points, reckoned from the answer; null: as requested */
  settle(actual: number | null): { headers: Record<string, string>; extensions?: { cost: CostReport } };
}

/** What an operation cost, and what is left. All in points; `restoreRate` is points a second. */
export interface CostReport {
  requested: number;
  actual: number;
  throttle: { maximum: number; available: number; restoreRate: number };
}

/** Lets operations in: by who asks, by what they cost, and by what is left of the asker's bucket. */
export interface OperationGuard {
  /**
   * @param isOwn whether our own pages send this document: then it may cost more than others', up to the limit is taken before it
   * runs, and the rest after
   * @throws GraphQLErrors with code, status and headers
   */
  admit(
    contract: Contract,
    operation: GuardedOperation,
    variables: Readonly<Record<string, unknown>>,
    asker: Asker,
    isOwn?: boolean,
  ): Charged | Promise<Charged>;
  /**
   * Whether the asker may have a document read.
   * @param isKnown whether it was read before: then it may be at any time
   * @throws RATE_LIMITED while faults have put the asker in debt
   */
  mayRead(asker: Asker, isKnown: () => boolean): void;
  /** Charges a request that cannot be run. */
  blame(asker: Asker): void;
}

/** More than these would be a flood of its own. */
const mostBarred = 10_000;

interface Checks {
  access: AccessCheck | null;
  cost: Cost | null;
}

/** @param options.now milliseconds */
export function createOperationGuard(options: { settings: ProtectSettings; buckets: Buckets; now: () => number }): OperationGuard {
  const { settings, buckets, now } = options;
  const remembered = new WeakMap<GuardedOperation, Checks>();
  /** Until when nothing new is read for those whom faults have put in debt. */
  const barred = new Map<string, number>();

  function checksOf({ schema, access, prices }: Contract, prepared: GuardedOperation): Checks {
    const known = remembered.get(prepared);
    if (known) return known;
    const { operation, fragments } = prepared;
    const checks = {
      access: compileAccess(access, operation, fragments),
      cost: prices && compileCost(schema, prices, operation, fragments),
    };
    remembered.set(prepared, checks);
    return checks;
  }

  function charged(asker: Asker, bucket: Bucket, requested: number, { isTaken, available }: Taken): Charged {
    if (!isTaken) throw rateLimited(bucket, available, requested);
    return {
      requested,
      settle(actual) {
        const cost = actual ?? requested;
        buckets.giveBack(bucket, requested - cost);
        const left = Math.min(bucket.maximum, available + requested - cost);
        const headers = { 'x-cost-requested': String(requested), 'x-cost-actual': String(cost), ...rateHeaders(bucket, left) };
        if (asker.viewer.kind !== 'apiKey' && !asker.showsCost) return { headers };
        const { maximum, restoreRate } = bucket;
        return { headers, extensions: { cost: { requested, actual: cost, throttle: { maximum, available: left, restoreRate } } } };
      },
    };
  }

  return {
    admit(contract, prepared, variables, asker, isOwn = false) {
      const [tooDeep] = variableErrors(variables, settings.document);
      if (tooDeep) throw tooDeep;
      const { access, cost } = checksOf(contract, prepared);
      const [refused] = access?.refusal(asker.viewer, variables) ?? [];
      if (refused) throw refused;
      if (settings.maximumCost === null || contract.prices === null) return free;
      if (cost === null) throw tooDear('The operation is so entangled that its cost cannot be told.');
      const whole = Math.ceil(cost.requested(variables));
      const requested = isOwn ? Math.min(whole, settings.maximumCost) : whole;
      if (requested > settings.maximumCost) {
        throw tooDear(`The operation costs ${requested} points; at most ${settings.maximumCost} are taken.`);
      }
      const bucket = bucketOf(settings, asker);
      const taken = buckets.take(bucket, requested);
      return taken instanceof Promise
        ? taken.then((each) => charged(asker, bucket, requested, each))
        : charged(asker, bucket, requested, taken);
    },
    mayRead(asker, isKnown) {
      if (barred.size === 0 || isKnown()) return;
      const bucket = bucketOf(settings, asker);
      const milliseconds = (barred.get(bucket.name) ?? 0) - now();
      if (milliseconds > 0) throw rateLimited(bucket, Math.floor((-milliseconds * bucket.restoreRate) / 1_000), 0);
      barred.delete(bucket.name);
    },
    blame(asker) {
      if (settings.maximumCost === null) return;
      const bucket = bucketOf(settings, asker);
      const bar = ({ isTaken, available }: Taken) => {
        if (isTaken) return;
        if (barred.size >= mostBarred) barred.clear();
        barred.set(bucket.name, now() + 1_000 * secondsUntil(bucket, available, 0));
      };
      buckets.giveBack(bucket, -settings.faultCost);
      const left = buckets.take(bucket, 0);
      if (left instanceof Promise) void left.then(bar);
      else bar(left);
    },
  };
}

/** Where nothing has a price. */
const free: Charged = { requested: 0, settle: () => ({ headers: {} }) };

/** Names whoever is charged, over all routers. */
export function bucketName({ viewer, address }: Pick<Asker, 'viewer' | 'address'>): `${BucketKind}:${string}` {
  switch (viewer.kind) {
    case 'user':
      return `user:${viewer.userId}`;
    case 'contact':
      return `contact:${viewer.contactId}`;
    case 'apiKey':
      return `apiKey:${viewer.keyId}`;
    default:
      return `anonymous:${networkOf(address)}`;
  }
}

function bucketOf(settings: ProtectSettings, asker: Asker): Bucket {
  const name = bucketName(asker);
  return { name, ...settings.buckets[name.slice(0, name.indexOf(':')) as BucketKind] };
}

/** Of IPv6, one connection has 2^64 addresses: they are one client. */
function networkOf(address: string | null): string {
  if (address === null) return 'unknown';
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [before = '', after] = plain.split('::');
  const head = before.split(':').filter(Boolean);
  const tail = after?.split(':').filter(Boolean) ?? [];
  const filled = after === undefined ? head : [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
  return filled
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** `RateLimit` fields for HTTP: `r` points are left, and all are there again after `t` seconds. */
function rateHeaders({ maximum, restoreRate }: Bucket, available: number): Record<string, string> {
  return {
    'ratelimit-policy': `"points";q=${maximum};w=${Math.ceil(maximum / restoreRate)}`,
    ratelimit: `"points";r=${Math.max(0, available)};t=${Math.ceil((maximum - available) / restoreRate)}`,
  };
}

function rateLimited(bucket: Bucket, available: number, points: number): GraphQLError {
  const seconds = secondsUntil(bucket, available, points);
  const headers = new Map([['retry-after', String(seconds)], ...Object.entries(rateHeaders(bucket, available))]);
  return new GraphQLError(
    `You have ${Math.max(0, available)} of ${bucket.maximum} points left, and this costs ${points}. Try again in ${seconds} s; ${bucket.restoreRate} points come back each second.`,
    { extensions: { code: 'RATE_LIMITED', retryAfterSeconds: seconds, http: { status: 429, headers } } },
  );
}

const tooDear = (what: string) =>
  new GraphQLError(`${what} Ask for smaller pages (\`first\`), or for fewer lists inside each other.`, {
    extensions: { code: 'COST_LIMITED', http: { status: 400 } },
  });
