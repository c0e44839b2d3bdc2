import { importPKCS8, SignJWT } from 'jose';
import { z } from 'zod';
import type { Provider } from './provider.ts';

/** Apple takes secrets that are good for half a year; ours is made for each use. */
const SECRET_SECONDS = 300;

/** What a provider is shown to know us: the secret that it gave, or one that is signed with the key that Apple gave. */
export async function clientSecretOf({ issuer, clientId, credential }: Provider): Promise<string> {
  if ('secret' in credential) return credential.secret;
  const { teamId, keyId, privateKey } = credential;
  return new SignJWT()
    .setProtectedHeader({ alg: 'ES256', kid: keyId })
    .setIssuer(teamId)
    .setSubject(clientId)
    .setAudience(issuer)
    .setIssuedAt()
    .setExpirationTime(`${SECRET_SECONDS} s`)
    .sign(await importPKCS8(privateKey, 'ES256'));
}

const named = z.object({ name: z.object({ firstName: z.string().catch(''), lastName: z.string().catch('') }) });

/** The name that Apple tells beside its answer, when somebody first agrees and never again; null without one. Nobody has signed it. */
export function nameBeside(given: unknown): string | null {
  const { data } = named.safeParse(given);
  const name = data ? `${data.name.firstName} ${data.name.lastName}`.trim() : '';
  return name === '' ? null : name;
}
