import type { Delivery, MailTransport } from './transport.ts';

const TIMEOUT_MS = 15_000;
/** Failures of the network before anything could be said. */
const UNSENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** Sends by SendGrid's `POST /v3/mail/send`, with all of its tracking off. */
export function sendGrid(options: { apiKey: string; url: string; from: string }): MailTransport {
  const address = new URL('/v3/mail/send', options.url);
  return {
    keeps: false,
    async send({ id, to, from, subject, text, html }) {
      const body = {
        personalizations: [{ to: [to.name ? { email: to.email, name: to.name } : { email: to.email }], custom_args: { mail_id: id } }],
        from: { email: options.from, name: from },
        subject,
        content: [
          { type: 'text/plain', value: text },
          { type: 'text/html', value: html },
        ],
        tracking_settings: {
          click_tracking: { enable: false, enable_text: false },
          open_tracking: { enable: false },
          subscription_tracking: { enable: false },
        },
      };
      try {
        const response = await fetch(address, {
          method: 'POST',
          headers: { authorization: `Bearer ${options.apiKey}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
          redirect: 'error',
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        // The answer quotes addresses: only its status is kept.
        await response.body?.cancel();
        return deliveryOf(response.status);
      } catch (error) {
        const code = codeOf(error);
        return UNSENT.has(code) ? { outcome: 'later', failure: code } : { outcome: 'unsure', failure: code };
      }
    },
  };
}

/** What SendGrid's status says: a key that is not (yet) good or a limit is no fault of the mail. */
function deliveryOf(status: number): Delivery {
  if (status >= 200 && status < 300) return { outcome: 'sent' };
  const failure = `HTTP_${status}`;
  const isTheMail = status === 400 || status === 413;
  return isTheMail ? { outcome: 'refused', failure } : { outcome: 'later', failure };
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  const { code, name } = cause as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : String(name ?? 'UNKNOWN');
}
