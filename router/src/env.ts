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

const shape = z.object({
  PORT: z.coerce.number().int().default(4000),
  REDIS_URL: z.url(),
  /** Memory for kept answers, in MiB; 0 keeps none. */
  ROUTER_CACHE_MB: z.coerce.number().min(0).default(64),
  /** Where browsers find Atelier. */
  PUBLIC_URL: z.url(),
  /** Signs the viewers that subgraphs are told of. */
  ATELIER_VIEWER_PRIVATE_KEY: jwk,
  ...addressesShape.shape,
  /** Paths that are a subgraph's own: a JSON object of subgraphs by path. */
  ROUTES: z
    .string()
    .default('{"/auth":"accounts","/p":"accounts","/media":"accounts"}')
    .transform((text) => z.record(z.string().startsWith('/'), z.string().min(1)).parse(JSON.parse(text))),
  /** Proxies whose word on a client's address counts: addresses or networks, by commas. */
  TRUST_PROXY: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((each) => each.trim() || [])),
  /** The supergraph's SDL on disk; a change of it is taken without a restart. The committed one where none is named. */
  SUPERGRAPH_PATH: z.string().min(1).optional(),
  /** Milliseconds after SIGTERM in which connections are still taken, so that balancers hear of it. */
  DRAIN_DELAY_MS: z.coerce.number().int().min(0).default(1_000),
  /** Milliseconds after that in which what is under way has to end. */
  DRAIN_TIMEOUT_MS: z.coerce.number().int().min(0).default(8_000),
  /** The documents of our own pages, as the web's code generation writes them. The committed ones where no file is named. */
  TRUSTED_DOCUMENTS_PATH: z.string().min(1).optional(),
  ...protectShape.shape,
  ...tracingShape.shape,
  ...metricsShape.shape,
  LOG_LEVEL: z.string().default('info'),
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
export function readEnv(source: Readonly<Record<string, string | undefined>>): z.infer<typeof shape> {
  return shape.parse(source);
}
