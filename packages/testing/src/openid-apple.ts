import { generateKeyPairSync, type KeyObject, verify } from 'node:crypto';
import type { OpenIdPerson } from './openid.ts';

const HALF_A_YEAR_S = 15_777_000;

/** What Apple gives whoever registers a service with it. */
export interface AppleRegistration {
  teamId: string;
  keyId: string;
  /** PKCS #8, PEM. */
  privateKey: string;
}

/** What Apple does otherwise than other providers, as its documents say it. */
export function appleWays(issuer: string, clientId: string) {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const registration: AppleRegistration = {
    teamId: 'TEAM123456',
    keyId: 'KEY1234567',
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
  const named = new Set<string>();
  return {
    registration,

    /** Whoever asks for a name or an address has to take the answer as a form. */
    isRefused: (url: URL): boolean =>
      url.pathname === '/auth' &&
      /\b(name|email)\b/.test(url.searchParams.get('scope') ?? '') &&
      url.searchParams.get('response_mode') !== 'form_post',

    /** The form of an answer with the name in it, which is told once, when somebody first agrees. */
    withName(form: string, person: OpenIdPerson): string {
      if (named.has(person.sub) || !form.includes('name="code"')) return form;
      named.add(person.sub);
      const [firstName = '', ...rest] = person.name.split(' ');
      const user = JSON.stringify({ name: { firstName, lastName: rest.join(' ') }, email: person.email });
      return form.replace('</form>', `<input type="hidden" name="user" value="${user.replaceAll('"', '&quot;')}"/></form>`);
    },

    /** What it says of a person: flags are text, and there is no name. */
    claimsOf: ({ sub, email, email_verified }: OpenIdPerson) => ({
      sub,
      email,
      email_verified: String(email_verified),
      is_private_email: String(email.endsWith('@privaterelay.appleid.com')),
    }),

    /** Whether a secret is one that whoever registered has signed. */
    isSecret: (jwt: string): boolean =>
      isSigned(jwt, pair.publicKey, { iss: registration.teamId, sub: clientId, aud: issuer, kid: registration.keyId }),
  };
}

function isSigned(jwt: string, key: KeyObject, wanted: Record<'iss' | 'sub' | 'aud' | 'kid', string>): boolean {
  const [head = '', claims = '', signature = ''] = jwt.split('.');
  const read = (part: string): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString() || '{}');
  const { alg, kid } = read(head);
  const { iss, sub, aud, iat, exp } = read(claims);
  const present = Date.now() / 1_000;
  return (
    alg === 'ES256' &&
    kid === wanted.kid &&
    iss === wanted.iss &&
    sub === wanted.sub &&
    aud === wanted.aud &&
    typeof iat === 'number' &&
    typeof exp === 'number' &&
    exp > present &&
    exp - iat <= HALF_A_YEAR_S &&
    verify('sha256', Buffer.from(`${head}.${claims}`), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
  );
}
