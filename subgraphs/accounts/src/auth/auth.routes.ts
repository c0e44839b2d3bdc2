import type { Locale } from '@atelier/service-kit/words';
import { preferredLocale } from '../locale.ts';
import { type Page, pageResponse } from '../page.ts';
import { failure, type WebHandler } from '../web.ts';
import type { Auth } from './auth.ts';

const WORDS: Record<Locale, Record<OpenTarget, Pick<Page, 'heading' | 'text'> & { label: string }>> = {
  en: {
    '/magic-link/verify': {
      heading: 'Sign in to Atelier',
      text: 'One more step shows that it is you who opened the mail.',
      label: 'Sign in',
    },
    '/verify-email': {
      heading: 'Confirm your address',
      text: 'One more step shows that this e-mail address is yours.',
      label: 'Confirm',
    },
  },
  es: {
    '/magic-link/verify': {
      heading: 'Entrar en Atelier',
      text: 'Un paso más demuestra que eres tú quien abrió el correo.',
      label: 'Entrar',
    },
    '/verify-email': {
      heading: 'Confirma tu dirección',
      text: 'Un paso más demuestra que esta dirección de correo es tuya.',
      label: 'Confirmar',
    },
  },
};

// The links in our mails that do something as soon as they are followed.
const OPEN_TARGETS = ['/magic-link/verify', '/verify-email'] as const;
type OpenTarget = (typeof OPEN_TARGETS)[number];

const OPEN = '/auth/open';

/** Answers `/auth/*`: better-auth, what surrounds it for apps, and before it the page that keeps mail scanners from using up a link. */
export function authRoutes(auth: Pick<Auth, 'handle'>, providers: WebHandler, apps: WebHandler): WebHandler {
  return async (request, client) => {
    const url = new URL(request.url);
    if (url.pathname.startsWith(`${OPEN}/`)) return openPage(request, url);
    if (url.pathname === '/auth/providers') return providers(request, client);
    if (url.pathname.startsWith('/auth/admin/')) return failure(404, 'NOT_FOUND', 'There is no such page.');
    const answer = url.pathname.startsWith('/auth/oauth2/') ? await apps(request, client) : await auth.handle(request);
    if (answer.status !== 429 || answer.headers.has('retry-after')) return answer;
    const limited = new Response(answer.body, answer);
    limited.headers.set('retry-after', answer.headers.get('x-retry-after') ?? '60');
    return limited;
  };
}

function openPage(request: Request, url: URL): Response {
  const target = OPEN_TARGETS.find((path) => url.pathname === OPEN + path);
  if (target === undefined || request.method !== 'GET') return failure(404, 'NOT_FOUND', 'There is no such page.');
  const locale = preferredLocale(request.headers.get('accept-language'));
  const { heading, text, label } = WORDS[locale][target];
  return pageResponse({
    locale,
    from: 'Atelier',
    logo: null,
    heading,
    text,
    action: { label, method: 'get', url: `/auth${target}`, fields: Object.fromEntries(url.searchParams) },
    foot: null,
  });
}
