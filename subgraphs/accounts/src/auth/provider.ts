import { createPrivateKey } from 'node:crypto';

/** Who can sign people in for us, where an installation is known to them. */
export const PROVIDERS = { google: 'Google', apple: 'Apple' } as const;
export type ProviderId = keyof typeof PROVIDERS;

/** What Apple gives in place of a secret: a key with which each secret is signed. */
export interface AppleKey {
  teamId: string;
  keyId: string;
  /** PKCS #8 of a key on P-256, PEM. */
  privateKey: string;
}

/** How an installation is known to a provider of OpenID. */
export interface Provider {
  id: ProviderId;
  /** Where it is found: `/.well-known/openid-configuration` below it. */
  issuer: string;
  clientId: string;
  credential: { secret: string } | AppleKey;
}

type Environment = Readonly<Record<string, string | undefined>>;

const isKey = (pem: string): boolean => {
  try {
    return createPrivateKey(pem).asymmetricKeyDetails?.namedCurve === 'prime256v1';
  } catch {
    return false;
  }
};

/** The providers that are named in full; the variables that one lacks, or that are malformed, go to `faults`. */
export function readProviders(source: Environment, faults: string[]): Provider[] {
  return (Object.keys(PROVIDERS) as ProviderId[]).flatMap((id) => {
    const prefix = `OIDC_${id.toUpperCase()}_`;
    const own = id === 'apple' ? ['TEAM_ID', 'KEY_ID', 'PRIVATE_KEY'] : ['CLIENT_SECRET'];
    const names = ['ISSUER', 'CLIENT_ID', ...own].map((name) => prefix + name);
    if (names.every((name) => !source[name])) return [];
    // A file of several lines is often handed over in one.
    const [issuer = '', clientId = '', first = '', keyId = '', pem = ''] = names.map((name) => source[name]?.replaceAll('\\n', '\n') ?? '');
    const wrong = names.filter(
      (name) => !source[name] || (name.endsWith('_ISSUER') && !URL.canParse(issuer)) || (name.endsWith('_PRIVATE_KEY') && !isKey(pem)),
    );
    faults.push(...wrong);
    if (wrong.length > 0) return [];
    const credential = id === 'apple' ? { teamId: first, keyId, privateKey: pem } : { secret: first };
    return [{ id, issuer: issuer.replace(/\/+$/, ''), clientId, credential }];
  });
}
