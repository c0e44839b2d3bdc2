import type { Locale } from '@atelier/service-kit/words';
import { toOrigin } from '../audit-log/audit-log.ts';
import { preferredLocale } from '../locale.ts';
import { pageResponse } from '../page.ts';
import { failure, type WebHandler } from '../web.ts';
import type { Auth } from './auth.ts';

type Words = { heading: string; text: string; label: string };
type Name = 'end' | 'ended' | 'endOver' | 'over' | 'wait' | 'finish' | 'finished' | 'cancel' | 'cancelled';

const WORDS: Record<Locale, Record<Name, Words>> = {
  en: {
    end: { heading: 'Sign that device out?', text: 'Whoever signed in there loses access within seconds.', label: 'Sign it out' },
    ended: {
      heading: 'That device is signed out',
      text: 'Choose a new password now: whoever it was knows the present one, or reads your mail.',
      label: 'Choose a new password',
    },
    over: { heading: 'This link is no longer good', text: 'It was used, it was stopped, or its time is over.', label: 'Go to sign-in' },
    endOver: {
      heading: 'This link is no longer good',
      text: 'That device is signed out, or a week is over. Should somebody else be in your account, choose a new password: it signs everybody out.',
      label: 'Choose a new password',
    },
    wait: {
      heading: 'Not yet',
      text: 'The second step can be taken off from {at} on. Until then the owner of the account can stop it.',
      label: '',
    },
    finish: {
      heading: 'Take the second step off?',
      text: 'Authenticator app, recovery codes and passkeys of your account go, and you are signed out everywhere.',
      label: 'Take it off',
    },
    finished: { heading: 'The second step is off', text: 'Sign in, and set it up again.', label: 'Sign in' },
    cancel: { heading: 'Stop it?', text: 'Your second step stays as it is.', label: 'Stop it' },
    cancelled: {
      heading: 'It is stopped',
      text: 'Choose a new password now: whoever it was knows the present one, or reads your mail.',
      label: 'Choose a new password',
    },
  },
  es: {
    end: { heading: '¿Cerrar la sesión de ese dispositivo?', text: 'Quien entró allí pierde el acceso en segundos.', label: 'Cerrarla' },
    ended: {
      heading: 'Ese dispositivo ya no está dentro',
      text: 'Elige ahora una contraseña nueva: quien fuera conoce la actual o lee tu correo.',
      label: 'Elegir contraseña',
    },
    over: { heading: 'Este enlace ya no sirve', text: 'Se ha usado, se ha detenido o ha caducado.', label: 'Ir a la entrada' },
    endOver: {
      heading: 'Este enlace ya no sirve',
      text: 'Ese dispositivo ya no está dentro, o ha pasado una semana. Si hay alguien más en tu cuenta, elige una contraseña nueva: cierra la sesión de todos.',
      label: 'Elegir contraseña',
    },
    wait: {
      heading: 'Todavía no',
      text: 'El segundo paso se puede quitar a partir del {at}. Hasta entonces, quien es dueño de la cuenta puede detenerlo.',
      label: '',
    },
    finish: {
      heading: '¿Quitar el segundo paso?',
      text: 'Desaparecen la aplicación de autenticación, los códigos de recuperación y las llaves de acceso, y se cierra la sesión en todas partes.',
      label: 'Quitarlo',
    },
    finished: { heading: 'El segundo paso se ha quitado', text: 'Entra y vuelve a configurarlo.', label: 'Entrar' },
    cancel: { heading: '¿Detenerlo?', text: 'Tu segundo paso se queda como está.', label: 'Detenerlo' },
    cancelled: {
      heading: 'Se ha detenido',
      text: 'Elige ahora una contraseña nueva: quien fuera conoce la actual o lee tu correo.',
      label: 'Elegir contraseña',
    },
  },
};

/** Where the links of mails about an account lead. */
export const LINK_PATHS = ['/auth/end-session', '/auth/recovery', '/auth/recovery/cancel'] as const;
type Path = (typeof LINK_PATHS)[number];

const isPath = (path: string): path is Path => (LINK_PATHS as readonly string[]).includes(path);

/**
 * Answers the links of mails that end a session, or finish or stop a recovery: GET shows one button, because mail scanners follow
 * links, and POST does it. Whoever holds the link may, signed in or not. Everything else goes on to `next`.
 */
export function linkRoutes(auth: Pick<Auth, 'links'>, next: WebHandler): WebHandler {
  return async (request, client) => {
    const { pathname, searchParams } = new URL(request.url);
    if (!isPath(pathname)) return next(request, client);
    const locale = preferredLocale(request.headers.get('accept-language'));
    const show = (name: Name, action: { method: 'get' | 'post'; url: string; fields?: Record<string, string> } | null, at?: Date) => {
      const { heading, text, label } = WORDS[locale][name];
      const when = at === undefined ? '' : momentOf(locale, at);
      return pageResponse({
        locale,
        from: 'Atelier',
        logo: null,
        heading,
        text: text.replace('{at}', () => when),
        action: action === null ? null : { label, ...action },
        foot: null,
      });
    };
    const over = () => show('over', { method: 'get', url: '/sign-in' });
    const newPassword = { method: 'get', url: '/forgot-password' } as const;
    if (request.method === 'POST') {
      const token = new URLSearchParams(await request.text()).get('token') ?? '';
      const origin = toOrigin(client.address, request.headers.get('user-agent'));
      if (pathname === '/auth/end-session') return show((await auth.links.endSession(token, origin)) ? 'ended' : 'endOver', newPassword);
      if (pathname === '/auth/recovery')
        return (await auth.links.finishRecovery(token, origin)) ? show('finished', { method: 'get', url: '/sign-in' }) : over();
      await auth.links.stopRecovery(token, origin);
      return show('cancelled', newPassword);
    }
    if (request.method !== 'GET') return failure(405, 'METHOD_NOT_ALLOWED', 'Open the link with GET.');
    const token = searchParams.get('token') ?? '';
    const button = { method: 'post', url: pathname, fields: { token } } as const;
    if (pathname === '/auth/end-session')
      return (await auth.links.canEndSession(token)) ? show('end', button) : show('endOver', newPassword);
    const state = await auth.links.recoveryState(token);
    if (state.kind === 'none') return over();
    if (pathname === '/auth/recovery/cancel') return show('cancel', button);
    return state.kind === 'waiting' ? show('wait', null, state.readyAt) : show('finish', button);
  };
}

const momentOf = (locale: Locale, at: Date): string =>
  `${new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(at)} UTC`;
