import { addressesShape } from '@atelier/service-kit/addresses';
import { tracingShape } from '@atelier/service-kit/tracing';
import { z } from 'zod';
import { metricsShape } from './observe/scrape.ts';
import { protectShape } from './protect/settings.ts';

const jwk = z.string().transform((text) => JSON.parse(text) as JsonWebKeyLike);

/** An Ed25519 key as JWK. */
interface JsonWebKeyLike {
  kty: string;
  crv: string;
  x: string;
  d: string;
}

const text = (unit: string, description: string) => ({ unit, description });

/** The router's settings in a fleet, with units (`meta().unit`) and defaults. */
export const routerShape = z.object({
  PORT: z.coerce.number().int().default(4000).meta(text('port', 'Where it listens.')),
  REDIS_URL: z.url().meta(text('URL', 'Carries live updates; keeps buckets, documents and versions that routers share.')),
  ROUTER_CACHE_MB: z.coerce.number().min(0).default(64).meta(text('MiB', 'Memory for kept answers; 0 keeps none.')),
  PUBLIC_URL: z.url().meta(text('URL', 'Where browsers find Atelier.')),
  ATELIER_VIEWER_PRIVATE_KEY: jwk.meta(text('JWK', 'Ed25519: signs the viewers that subgraphs are told of.')),
  ...addressesShape.shape,
  ROUTES: z
    .string()
    .default('{"/auth":"accounts","/p":"accounts","/media":"accounts","/.well-known":"accounts"}')
    .transform((text) => z.record(z.string().startsWith('/'), z.string().min(1)).parse(JSON.parse(text)))
    .meta(text('JSON', "Paths that are a subgraph's own: subgraphs by path.")),
  TRUST_PROXY: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((each) => each.trim() || []))
    .meta(text('addresses, networks', "Proxies whose word on a client's address counts, by commas.")),
  SUPERGRAPH_PATH: z
    .string()
    .min(1)
    .optional()
    .meta(text('file', 'The supergraph; a change of it is taken without a restart. The committed one where none is named.')),
  DRAIN_DELAY_MS: z.coerce
    .number()
    .int()
    .min(0)
    .default(1_000)
    .meta(text('ms', 'How long after SIGTERM connections are still taken, so that balancers hear of it.')),
  DRAIN_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(0)
    .default(8_000)
    .meta(text('ms', 'How long after that what is under way may take to end.')),
  TRUSTED_DOCUMENTS_PATH: z
    .string()
    .min(1)
    .optional()
    .meta(text('file', 'The documents of our own pages. The committed ones where no file is named.')),
  ...protectShape.shape,
  ...tracingShape.shape,
  ...metricsShape.shape,
  LOG_LEVEL: z.string().default('info').meta(text('level', 'From `info` on, one line an operation.')),
});

const standaloneShape = z.object({
  /** The supergraph's SDL on disk; a relative path counts from where the command was given. */
  SUPERGRAPH_PATH: z.string('SUPERGRAPH_PATH: name the file that holds the supergraph.').min(1),
  PORT: z.coerce.number('PORT: give the number of a port.').int().min(0).max(65_535).default(4000),
  /** Whose requests are served. Over a supergraph that is not ours nobody can be told from another, and the operator says so. */
  ROUTER_AUTH: z.literal('none', 'ROUTER_AUTH: only "none" is known; it serves everybody who reaches the port.'),
  /** Where npm was called. */
  INIT_CWD: z.string().default(process.cwd()),
  LOG_LEVEL: z.string().default('warn'),
});

/**
 * The settings of a router in its own right.
 * @throws Error that says which variable is wrong, and what it takes
 */
export function readStandaloneEnv(source: Readonly<Record<string, string | undefined>>): z.infer<typeof standaloneShape> {
  const { success, data, error } = standaloneShape.safeParse(source);
  if (!success) throw new Error(error.issues.map(({ message }) => message).join('\n'));
  return data;
}

/**
 * The router's settings in the fleet; nothing else of it reads the environment.
 * @throws ZodError that names the variables
 */
export function readEnv(source: Readonly<Record<string, string | undefined>>): z.infer<typeof routerShape> {
  return routerShape.parse(source);
}
