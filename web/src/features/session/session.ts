/** What one tab tells the others; `proven` where one showed anew who it is. */
export type SessionNews = 'signed-in' | 'signed-out' | 'proven';

const NEWS: readonly unknown[] = ['signed-in', 'signed-out', 'proven'] satisfies SessionNews[];
const isNews = (data: unknown): data is SessionNews => NEWS.includes(data);

const CHANNEL = 'atelier.session';
const LAST_STUDIO = 'atelier.studio';

/** Tells the other tabs of this browser. */
export function announce(news: SessionNews): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(news);
  channel.close();
}

/** Hears what other tabs tell, until the returned function is called. */
export function onSessionNews(listener: (news: SessionNews) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    if (isNews(data)) listener(data);
  };
  return () => channel.close();
}

/** The way back after sign-in: a path of this site and nothing else, so that a link cannot lead a person away. */
export function safeBack(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith('/') || /^\/[/\\]/.test(value)) return undefined;
  const url = new URL(value, 'https://atelier.invalid');
  // Resolved, `/..//elsewhere` is a path that a browser reads as another site.
  return url.host === 'atelier.invalid' && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : undefined;
}

/** The studio that was open last in this browser, by its name in addresses. */
export const lastStudio = {
  get(): string | null {
    try {
      return localStorage.getItem(LAST_STUDIO);
    } catch {
      return null;
    }
  },
  set(slug: string): void {
    try {
      localStorage.setItem(LAST_STUDIO, slug);
    } catch {
      // Storage may be forbidden: the start page then takes the first studio.
    }
  },
};
