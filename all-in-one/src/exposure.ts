import { StartError } from './start-error.ts';

/** Who can reach this Atelier, and by which address. */
export interface Exposure {
  /** Where browsers find it, without a slash at the end. */
  publicUrl: string;
  /** Only this machine: then the demo can be signed in to by anybody, and mails are read in the browser. */
  isPrivate: boolean;
  /** The proxies in front of it whose word on a client's address counts. */
  trustedProxies: readonly string[];
}

const LOOPBACK = ['127.0.0.1', '::1', '[::1]', 'localhost'];

/**
 * Reads who is to reach Atelier from `--host`, PUBLIC_URL and TRUST_PROXY (addresses or networks, by commas).
 * @throws StartError when others are to reach it by an address that is missing, or that is not safe for cookies
 */
export function readExposure(host: string, port: number, env: Readonly<Record<string, string | undefined>>): Exposure {
  const trustedProxies = (env.TRUST_PROXY ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  const given = env.PUBLIC_URL?.trim();
  if (!given) {
    if (LOOPBACK.includes(host)) return { publicUrl: `http://localhost:${port}`, isPrivate: true, trustedProxies };
    throw new StartError(
      `--host ${host} lets others reach Atelier: set PUBLIC_URL to the https address by which they do, for example PUBLIC_URL=https://studio.example.`,
    );
  }
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search !== '') {
    throw new StartError(`PUBLIC_URL is "${given}": it must be an address without a path, for example https://studio.example.`);
  }
  const isPrivate = LOOPBACK.includes(host) && LOOPBACK.includes(url.hostname);
  if (!isPrivate && url.protocol !== 'https:') {
    throw new StartError(
      `PUBLIC_URL is "${given}": others can only sign in over https; put a proxy with a certificate in front, and name its address.`,
    );
  }
  return { publicUrl: url.origin, isPrivate, trustedProxies };
}
