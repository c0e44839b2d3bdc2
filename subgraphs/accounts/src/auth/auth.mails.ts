import { preferredLocale } from '../locale.ts';
import type { Mails, MailTemplate } from '../mail.ts';
import type { SecurityChange } from './changes.ts';

interface Person {
  email: string;
  name: string;
  locale?: string | null;
}

/** better-auth's callbacks for mail. Each asks messaging for a mail; none holds a password. */
export function authMails(options: { publicUrl: string; requestMail: Mails['request'] }) {
  const { publicUrl, requestMail } = options;
  const ask = (
    template: MailTemplate,
    { email, locale }: Omit<Person, 'name'>,
    data: Record<string, string>,
    request: Request | undefined,
  ): Promise<void> =>
    requestMail({
      template,
      to: { email },
      locale: locale ?? preferredLocale(request?.headers.get('accept-language')),
      studioId: null,
      data,
    });
  const send = (template: MailTemplate, person: Person, data: Record<string, string>, request: Request | undefined): Promise<void> =>
    ask(template, person, { name: person.name, ...data }, request);
  return {
    /** Without a name: anybody may have typed one, for somebody else's address. */
    verifyEmail: ({ user, url }: { user: Person; url: string }, request?: Request) =>
      ask('verify-email', user, { url: openUrl(publicUrl, url) }, request),

    /** Also where nobody has the address: the mail then says so, and the answer takes the same time. */
    signInLink: ({ email, url, user }: { email: string; url: string; user: Person | null }, request?: Request) =>
      user === null
        ? ask('no-account', { email }, { url: `${publicUrl}/sign-up` }, request)
        : send('sign-in-link', user, { url: openUrl(publicUrl, url) }, request),

    resetPassword: ({ user, token }: { user: Person; token: string }, request?: Request) =>
      send('reset-password', user, { url: `${publicUrl}/reset-password?token=${encodeURIComponent(token)}` }, request),

    passwordChanged: ({ user }: { user: Person }, request?: Request) =>
      send('password-changed', user, { url: `${publicUrl}/forgot-password` }, request),

    securityChanged: ({ user, change }: { user: Person; change: SecurityChange }, request?: Request) =>
      send('security-changed', user, { change, url: `${publicUrl}/forgot-password` }, request),

    proofCode: ({ user, code }: { user: Person; code: string }, request?: Request) => send('proof-code', user, { code }, request),

    newDevice: ({ user, data }: { user: Person; data: Record<'device' | 'address' | 'at' | 'url', string> }, request?: Request) =>
      send('new-device', user, data, request),

    recoveryStarted: ({ user, secret, readyAt }: { user: Person; secret: string; readyAt: Date }, request?: Request) =>
      send(
        'recovery-started',
        user,
        {
          readyAt: readyAt.toISOString(),
          url: `${publicUrl}/auth/recovery?token=${secret}`,
          cancelUrl: `${publicUrl}/auth/recovery/cancel?token=${secret}`,
        },
        request,
      ),

    recoveryDone: ({ user }: { user: Person }) => send('recovery-done', user, { url: `${publicUrl}/forgot-password` }, undefined),

    accountExists: ({ user }: { user: Person }, request?: Request) => ask('account-exists', user, { url: `${publicUrl}/sign-in` }, request),

    /** Goes to the old address first; the new one is asked after that. */
    confirmEmailChange: ({ user, newEmail, url }: { user: Person; newEmail: string; url: string }, request?: Request) =>
      send('confirm-email-change', user, { newEmail, url: openUrl(publicUrl, url) }, request),
  };
}

/** A page with one button in front of a link that does something when it is followed: mail scanners follow links. */
export function openUrl(publicUrl: string, url: string): string {
  const target = new URL(url);
  return `${publicUrl}/auth/open${target.pathname.slice('/auth'.length)}${target.search}`;
}
