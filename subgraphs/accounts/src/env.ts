import { join } from 'node:path';
import type { Runtime } from '@atelier/service-kit/subgraph';
import { z } from 'zod';
import type { TokenLifetimes } from './auth/oauth.ts';
import { type Provider, readProviders } from './auth/provider.ts';

const shape = z.object({
  /** Connection string of the login role that owns the rows of schema `auth`. */
  ACCOUNTS_AUTH_DATABASE_URL: z.string().min(1),
  /** Signs cookies and mailed links, and seals mails that wait. */
  BETTER_AUTH_SECRET: z.string().min(32),
  /** Signs the audit log; the secret of sign-in where it is left out. Whoever changes that one keeps the old one here. */
  ACCOUNTS_AUDIT_SECRET: z.string().min(32).optional(),
  /** Where pictures are kept; only where the process has no data directory. */
  ATELIER_MEDIA_DIR: z.string().min(1).optional(),
  /** Where exports are made and kept; likewise. */
  ATELIER_EXPORTS_DIR: z.string().min(1).optional(),
  /** How long an app's code (and the question before it), access token and refresh token are good for, in seconds. */
  OAUTH_CODE_SECONDS: z.coerce.number().int().min(30).max(600).default(600),
  OAUTH_ACCESS_TOKEN_SECONDS: z.coerce.number().int().min(60).max(86_400).default(3_600),
  OAUTH_REFRESH_TOKEN_SECONDS: z.coerce.number().int().min(3_600).max(31_536_000).default(2_592_000),
});

export interface Env {
  authDatabaseUrl: string;
  authSecret: string;
  auditSecret: string;
  mediaDir: string;
  exportsDir: string;
  tokenLifetimes: TokenLifetimes;
  /** Who else signs people in; none unless said. */
  providers: Provider[];
}

/**
 * What accounts needs from the environment.
 * @throws Error that names the variables which are missing or malformed, never their values
 */
export function readEnv(source: Runtime['env'], dataDir: string | null): Env {
  const parsed = shape.safeParse(source);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'));
  const mediaDir = source.ATELIER_MEDIA_DIR || (dataDir === null ? undefined : join(dataDir, 'media'));
  const exportsDir = source.ATELIER_EXPORTS_DIR || (dataDir === null ? undefined : join(dataDir, 'exports'));
  if (mediaDir === undefined) faults.push('ATELIER_MEDIA_DIR');
  if (exportsDir === undefined) faults.push('ATELIER_EXPORTS_DIR');
  const providers = readProviders(source, faults);
  if (!parsed.success || mediaDir === undefined || exportsDir === undefined || faults.length > 0)
    throw new Error(`accounts cannot start: set or correct ${faults.join(', ')}.`);
  return {
    authDatabaseUrl: parsed.data.ACCOUNTS_AUTH_DATABASE_URL,
    authSecret: parsed.data.BETTER_AUTH_SECRET,
    auditSecret: parsed.data.ACCOUNTS_AUDIT_SECRET ?? parsed.data.BETTER_AUTH_SECRET,
    mediaDir,
    exportsDir,
    providers,
    tokenLifetimes: {
      code: parsed.data.OAUTH_CODE_SECONDS,
      access: parsed.data.OAUTH_ACCESS_TOKEN_SECONDS,
      refresh: parsed.data.OAUTH_REFRESH_TOKEN_SECONDS,
    },
  };
}
