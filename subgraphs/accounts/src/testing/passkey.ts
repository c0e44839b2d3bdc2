import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { PUBLIC_URL } from './accounts.ts';
import type { Browser } from './browser.ts';

// Who is at hand, unlocked it, and (when it is made) which key it is: the flags of WebAuthn.
const UNLOCKED = 0x05;
const WITH_KEY = 0x40;

const text = (value: string): Buffer => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
const sha256 = (value: string | Buffer): Buffer => createHash('sha256').update(value).digest();

/** A device that holds one passkey, as WebAuthn has it, without a browser around it. */
export function aDevice() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const place = sha256(new URL(PUBLIC_URL).hostname);
  // The key as COSE writes it: elliptic, ES256, P-256, and the two coordinates.
  const cose = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);
  const said = (type: string, challenge: string) => Buffer.from(JSON.stringify({ type, challenge, origin: PUBLIC_URL }));
  const answer = (response: Record<string, Buffer>) => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response: Object.fromEntries(Object.entries(response).map(([name, value]) => [name, value.toString('base64url')])),
  });
  const data = (flags: number, more: Buffer) => Buffer.concat([place, Buffer.from([flags]), Buffer.alloc(4), more]);

  return {
    /** Makes the passkey for whoever is signed in and freshly proven in a browser. */
    async register(browser: Browser) {
      const { challenge } = (await browser.get('/auth/passkey/generate-register-options')).json<{ challenge: string }>();
      const key = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
      const authData = data(UNLOCKED | WITH_KEY, key);
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        ...[text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData')],
        Buffer.from([0x58, authData.length]),
        authData,
      ]);
      const response = answer({ clientDataJSON: said('webauthn.create', challenge), attestationObject });
      return browser.post('/auth/passkey/verify-registration', { response });
    },

    /** Signs in by the passkey. */
    async signIn(browser: Browser) {
      const { challenge } = (await browser.get('/auth/passkey/generate-authenticate-options')).json<{ challenge: string }>();
      const clientDataJSON = said('webauthn.get', challenge);
      const authenticatorData = data(UNLOCKED, Buffer.alloc(0));
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientDataJSON)]), privateKey);
      return browser.post('/auth/passkey/verify-authentication', { response: answer({ clientDataJSON, authenticatorData, signature }) });
    },
  };
}
