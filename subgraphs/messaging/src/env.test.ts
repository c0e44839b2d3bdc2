import { expect, test } from '@jest/globals';
import { readEnv } from './env.ts';

const secret = 'a secret of at least 32 characters';

test('an embedded Atelier needs no settings but its one secret', () => {
  expect(readEnv({ BETTER_AUTH_SECRET: secret }, 'embedded')).toMatchObject({
    mailSecret: secret,
    sendGrid: null,
    notificationMailDelayMs: 60_000,
  });
});

test('with a key, mails leave by SendGrid', () => {
  const env = readEnv({ MAIL_SECRET: secret, SENDGRID_API_KEY: 'SG.x', MAIL_FROM: 'post@atelier.example' }, 'embedded');
  expect(env.sendGrid).toEqual({ apiKey: 'SG.x', url: 'https://api.sendgrid.com' });
});

test.each([
  [{}, 'fleet', ['MAIL_SECRET', 'SENDGRID_API_KEY', 'MAIL_FROM']],
  [{ BETTER_AUTH_SECRET: secret, SENDGRID_API_KEY: 'SG.x', MAIL_FROM: 'a@b.example' }, 'fleet', ['MAIL_SECRET']],
  [{ MAIL_SECRET: secret, SENDGRID_API_KEY: 'SG.x' }, 'embedded', ['MAIL_FROM']],
  [{ MAIL_SECRET: 'short' }, 'embedded', ['MAIL_SECRET']],
  [{ MAIL_SECRET: secret, SENDGRID_URL: 'ftp://x' }, 'embedded', ['SENDGRID_URL']],
] as const)('%j in the %s names what is missing, and no value', (source, mode, names) => {
  expect(() => readEnv(source, mode)).toThrow(`messaging cannot start: set or correct ${names.join(', ')}.`);
});
