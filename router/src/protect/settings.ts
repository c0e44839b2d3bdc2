import { z } from 'zod';
import type { BucketSize } from './buckets.ts';
import type { DocumentLimits } from './limits.ts';

/** Whose bucket is charged: a person's over all their sessions, a key's, a client contact's, or, of strangers, an address'. */
export type BucketKind = 'user' | 'apiKey' | 'contact' | 'anonymous';

/** How the router guards itself. */
export interface ProtectSettings {
  document: DocumentLimits;
  /** The dearest operation, in points; null: there is no price. */
  maximumCost: number | null;
  /** Points that a request costs which cannot be run: its document is wrong or too much. */
  faultCost: number;
  buckets: Readonly<Record<BucketKind, BucketSize>>;
  /** `required`: whoever comes with a cookie, or as nobody, runs documents of our own pages only. `preferred`: any document. */
  trustedDocuments: 'required' | 'preferred';
  /** Documents that clients register by their hash (automatic persisted queries). */
  registered: {
    /** How long one is kept after it was last sent in full. */
    seconds: number;
    /** How many one viewer may register: a bucket of documents. */
    quota: BucketSize;
  };
}

const number = (unit: string, what: string, byDefault: number) =>
  z.coerce.number().int().positive().default(byDefault).meta({ unit, description: what });
const bucket = (who: string, maximum: number, restoreRate: number) => ({
  maximum: number('points', `What the bucket of ${who} holds.`, maximum),
  restore: number('points a second', `How fast the bucket of ${who} fills again.`, restoreRate),
});
const user = bucket('a person', 10_000, 500);
const apiKey = bucket('an API key', 4_000, 100);
const contact = bucket("a client's contact", 10_000, 250);
const anonymous = bucket('an address from which nobody is signed in', 2_000, 50);

/** The guards' settings in the environment of a fleet's router, with units (`meta().unit`) and defaults. */
export const protectShape = z.object({
  LIMIT_CHARACTERS: number('characters', 'The longest document.', 100_000),
  LIMIT_TOKENS: number('words and marks', 'The longest document.', 5_000),
  LIMIT_NESTING: number('levels', 'How deep braces, brackets and fragments stand in each other, in documents and variables.', 100),
  LIMIT_DEPTH: number('levels', 'How deep fields stand in each other, fragments written out.', 15),
  LIMIT_FIELDS: number('fields', 'Fields of an operation, fragments written out.', 1_000),
  LIMIT_ROOT_FIELDS: number('fields', 'Fields of Query, Mutation or Subscription in an operation.', 20),
  LIMIT_ALIASES: number('aliases', 'Aliases of an operation, fragments written out.', 50),
  LIMIT_DIRECTIVES: number('directives', 'Directives of an operation, fragments written out.', 50),
  LIMIT_COST: number('points', 'The dearest operation.', 2_000),
  FAULT_COST: number('points', 'What a request costs that cannot be run.', 5),
  BUCKET_USER: user.maximum,
  BUCKET_USER_RESTORE: user.restore,
  BUCKET_API_KEY: apiKey.maximum,
  BUCKET_API_KEY_RESTORE: apiKey.restore,
  BUCKET_CONTACT: contact.maximum,
  BUCKET_CONTACT_RESTORE: contact.restore,
  BUCKET_ANONYMOUS: anonymous.maximum,
  BUCKET_ANONYMOUS_RESTORE: anonymous.restore,
  TRUSTED_DOCUMENTS: z
    .enum(['required', 'preferred'])
    .default('required')
    .meta({ unit: '', description: 'Whether those who come with a cookie, or as nobody, run documents of our own pages only.' }),
  REGISTERED_SECONDS: number('seconds', 'How long a document is kept that a client registered by its hash.', 86_400),
  REGISTERED_QUOTA: number('documents', 'How many documents one viewer may register at once; one more each second.', 60),
});

/** Settings as read by `protectShape`. */
export function protectSettings(env: z.infer<typeof protectShape>): ProtectSettings {
  return {
    document: {
      characters: env.LIMIT_CHARACTERS,
      tokens: env.LIMIT_TOKENS,
      nesting: env.LIMIT_NESTING,
      depth: env.LIMIT_DEPTH,
      fields: env.LIMIT_FIELDS,
      rootFields: env.LIMIT_ROOT_FIELDS,
      aliases: env.LIMIT_ALIASES,
      directives: env.LIMIT_DIRECTIVES,
    },
    maximumCost: env.LIMIT_COST,
    faultCost: env.FAULT_COST,
    buckets: {
      user: { maximum: env.BUCKET_USER, restoreRate: env.BUCKET_USER_RESTORE },
      apiKey: { maximum: env.BUCKET_API_KEY, restoreRate: env.BUCKET_API_KEY_RESTORE },
      contact: { maximum: env.BUCKET_CONTACT, restoreRate: env.BUCKET_CONTACT_RESTORE },
      anonymous: { maximum: env.BUCKET_ANONYMOUS, restoreRate: env.BUCKET_ANONYMOUS_RESTORE },
    },
    trustedDocuments: env.TRUSTED_DOCUMENTS,
    registered: { seconds: env.REGISTERED_SECONDS, quota: { maximum: env.REGISTERED_QUOTA, restoreRate: 1 } },
  };
}

/** What holds in a fleet where the environment says nothing. */
export const fleetSettings: ProtectSettings = protectSettings(protectShape.parse({}));

const embeddedShape = protectShape.extend({ TRUSTED_DOCUMENTS: protectShape.shape.TRUSTED_DOCUMENTS.unwrap().default('preferred') });

/** What holds in an installation of one's own, as its environment says it; any document may be tried out there. */
export const readEmbeddedSettings = (env: Readonly<Record<string, string | undefined>>): ProtectSettings =>
  protectSettings(embeddedShape.parse(env));

/** What holds in an installation of one's own where the environment says nothing. */
export const embeddedSettings: ProtectSettings = readEmbeddedSettings({});

/** Of a schema that is not ours we cannot know what much is, so only absurd documents are refused, and nothing has a price. */
export const foreignLimits: DocumentLimits = {
  characters: 256 * 1024,
  tokens: 20_000,
  nesting: 200,
  depth: 20,
  fields: 10_000,
  rootFields: 200,
  aliases: 500,
  directives: 500,
};
