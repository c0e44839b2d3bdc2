import { addressesShape } from '@atelier/service-kit/addresses';
import { z } from 'zod';

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
  /** Where browsers find Atelier. */
  PUBLIC_URL: z.url(),
  /** Signs the viewers that subgraphs are told of. */
  ATELIER_VIEWER_PRIVATE_KEY: jwk,
  ...addressesShape.shape,
  LOG_LEVEL: z.string().default('info'),
});

/**
 * The router's settings in the fleet; nothing else of it reads the environment.
 * @throws ZodError that names the variables
 */
export function readEnv(source: Readonly<Record<string, string | undefined>>): z.infer<typeof shape> {
  return shape.parse(source);
}
