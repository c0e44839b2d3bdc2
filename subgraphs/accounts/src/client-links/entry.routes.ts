import { encodeId } from '@atelier/service-kit/ids';
import type { Locale } from '@atelier/service-kit/words';
import { toOrigin } from '../audit-log/audit-log.ts';
import { contactCookie } from '../cookies.ts';
import { preferredLocale } from '../locale.ts';
import { pageResponse } from '../page.ts';
import { failure, isSameOrigin, type WebHandler } from '../web.ts';
import type { EntryService, EntryState } from './entry.service.ts';

const WORDS: Record<Locale, Record<'open' | 'ended' | 'renewed', { heading: string; text: string; label: string }>> = {
  en: {
    open: {
      heading: 'Your project with {studio}',
      text: 'Everything about it in one place. No account, no password.',
      label: 'Open the project',
    },
    ended: {
      heading: 'This link has ended',
      text: 'Links are good for a limited time. We can mail a new one to the address that this one was for.',
      label: 'Mail me a new one',
    },
    renewed: {
      heading: 'Look in your mail',
      text: 'If this link was yours, a new one is on its way. If nothing comes, ask the studio for a link.',
      label: '',
    },
  },
  es: {
    open: { heading: 'Tu proyecto con {studio}', text: 'Todo en un solo lugar. Sin cuenta ni contraseña.', label: 'Abrir el proyecto' },
    ended: {
      heading: 'Este enlace ha caducado',
      text: 'Los enlaces sirven por un tiempo limitado. Podemos enviar uno nuevo a la dirección para la que era este.',
      label: 'Enviarme uno nuevo',
    },
    renewed: {
      heading: 'Mira tu correo',
      text: 'Si este enlace era tuyo, uno nuevo va en camino. Si no llega nada, pide un enlace al estudio.',
      label: '',
    },
  },
};

const PATH = /^\/p\/([A-Za-z0-9_-]{20,100})(\/renew)?$/;

interface Options {
  entry: EntryService;
  installation: string;
  /** The origins whose pages may send the forms. */
  origins: readonly string[];
  /** Whether cookies may travel over HTTPS only. */
  secure: boolean;
}

/** Answers `/p/<token>`: GET shows one button (mail scanners follow links), POST lets in, `/renew` mails a new link. */
export function entryRoutes({ entry, installation, origins, secure }: Options): WebHandler {
  const cookieOf = (value: string, maxAge: number) =>
    `${contactCookie(installation, secure)}=${value}; Max-Age=${maxAge}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

  return async (request, { address }) => {
    const match = PATH.exec(new URL(request.url).pathname);
    const [, token, renew] = match ?? [];
    const locale = preferredLocale(request.headers.get('accept-language'));
    if (request.method === 'GET' || request.method === 'HEAD') {
      if (renew !== undefined) return Response.redirect(new URL(`/p/${token}`, request.url), 303);
      return linkPage(token === undefined ? { kind: 'ended' } : await entry.look(token), token, locale);
    }
    if (request.method !== 'POST') return failure(405, 'METHOD_NOT_ALLOWED', 'Open the link with GET.');
    if (!isSameOrigin(request, origins)) return failure(403, 'FORBIDDEN', 'This form belongs to another site.');
    if (token === undefined) return linkPage({ kind: 'ended' }, undefined, locale);
    const origin = toOrigin(address, request.headers.get('user-agent'));
    if (renew !== undefined) {
      await entry.renew(token, origin);
      return ourPage(locale, 'renewed', null);
    }
    const entered = await entry.enter(token, origin);
    if (entered === null) return linkPage({ kind: 'ended' }, token, locale);
    return new Response(null, {
      status: 303,
      headers: {
        location: `/client/projects/${encodeId('Project', entered.projectId)}`,
        'set-cookie': cookieOf(entered.cookie, entered.maxAge),
        'cache-control': 'no-store',
      },
    });
  };
}

function linkPage(state: EntryState, token: string | undefined, locale: Locale): Response {
  if (state.kind === 'ended')
    return ourPage(locale, 'ended', token === undefined ? '/p/unknown-link-unknown-link/renew' : `/p/${token}/renew`);
  const { studioName, studioLogo } = state.entry;
  const { heading, text, label } = WORDS[locale].open;
  return pageResponse({
    locale,
    from: studioName,
    logo: studioLogo,
    heading: heading.replace('{studio}', () => studioName),
    text,
    action: { label, method: 'post', url: `/p/${token}` },
    foot: 'Atelier',
  });
}

/** A page that names no studio: whoever guesses links learns nothing. */
function ourPage(locale: Locale, words: 'ended' | 'renewed', action: string | null): Response {
  const { heading, text, label } = WORDS[locale][words];
  return pageResponse({
    locale,
    from: 'Atelier',
    logo: null,
    heading,
    text,
    action: action === null ? null : { label, method: 'post', url: action },
    foot: null,
  });
}
