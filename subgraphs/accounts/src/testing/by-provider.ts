import { PUBLIC_URL } from './accounts.ts';
import type { Browser } from './browser.ts';

/**
 * What a browser does between our page and the end, at the provider with a cookie jar of its own; forms are sent on as their script does.
 * `onBack` is called when the provider has sent it back, before we hear of it, and `onForm` may change the form that it sends.
 */
export async function goRound(
  who: Browser,
  start: { url: string },
  onBack = () => {},
  onForm: (form: URLSearchParams) => void = () => {},
): Promise<URL> {
  const jar = new Map<string, string>();
  let next = new URL(start.url);
  let form: URLSearchParams | null = null;
  for (let step = 0; step < 12; step += 1) {
    if (next.origin === PUBLIC_URL) {
      if (!next.pathname.startsWith('/auth/')) return next;
      onBack();
      // Cookies of ours do not travel with a form that comes from elsewhere.
      const answer =
        form === null ? await who.get(next.pathname + next.search, { accept: 'text/html' }) : await postFromElsewhere(who, next, form);
      form = null;
      const location = answer.headers.get('location');
      if (location === null) throw new Error(`${next.pathname} ${answer.status} ${answer.text}`);
      next = new URL(location, PUBLIC_URL);
      continue;
    }
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location !== null) {
      next = new URL(location, next);
      continue;
    }
    const page = await answer.text();
    const action = /<form method="post" action="([^"]+)">/.exec(page)?.[1];
    if (action === undefined) throw new Error(`${next} ${answer.status} ${page}`);
    next = new URL(action);
    form = new URLSearchParams();
    for (const [, name = '', value = ''] of page.matchAll(/name="([^"]+)" value="([^"]*)"/g))
      form.set(name, value.replaceAll('&quot;', '"'));
    onForm(form);
  }
  throw new Error('It went round in circles.');
}

/** Sends a form as a page of somebody else's does. */
export async function postFromElsewhere(who: Browser, to: { pathname: string }, form: URLSearchParams) {
  const kept = [...who.cookies];
  who.cookies.clear();
  const answer = await who.post(to.pathname, form, { origin: 'https://provider.example' });
  for (const [name, value] of kept) who.cookies.set(name, value);
  return answer;
}

/** How somebody begins to come by Google. */
export const OPTIONS = { provider: 'google', callbackURL: '/', errorCallbackURL: '/sign-in' };

/** Comes by Google, to the first of our pages. */
export async function comeBy(who: Browser, path = '/auth/sign-in/social'): Promise<URL> {
  const start = await who.post(path, OPTIONS);
  if (start.status !== 200) throw new Error(start.text);
  return goRound(who, start.json<{ url: string }>());
}
