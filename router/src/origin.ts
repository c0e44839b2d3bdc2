/** Whether a browser's request comes from our own pages. */
export interface OriginGuard {
  /** `origin` and `host` as the headers say; without an Origin there is nothing to refuse by. */
  allows(origin: string | undefined, host: string | undefined): boolean;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Own pages are those of `publicUrl`; on a loopback installation also those of the other names of this machine, where page and
 * API have one host and port. A Host of another name is refused there too, or a foreign name that resolves to us would do.
 */
export function createOriginGuard(publicUrl: string): OriginGuard {
  const own = new URL(publicUrl);
  const isLocal = loopback.has(own.hostname);
  const isOwnHost = (host: string) => {
    if (host === own.host) return true;
    return isLocal && URL.canParse(`http://${host}`) && loopback.has(new URL(`http://${host}`).hostname);
  };
  return {
    allows(origin, host) {
      if (host === undefined || !isOwnHost(host)) return false;
      if (origin === undefined || origin === own.origin) return true;
      if (!URL.canParse(origin)) return false;
      const from = new URL(origin);
      return isLocal && from.protocol === own.protocol && from.host === host;
    },
  };
}
