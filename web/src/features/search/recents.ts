/** A thing that was open lately. */
export type Recent = { kind: 'project' | 'client'; id: string; name: string };

const MOST = 6;
const keyOf = (studio: string) => `atelier.recent.${studio}`;

const isRecent = (value: unknown): value is Recent =>
  value !== null &&
  typeof value === 'object' &&
  'kind' in value &&
  (value.kind === 'project' || value.kind === 'client') &&
  'id' in value &&
  typeof value.id === 'string' &&
  'name' in value &&
  typeof value.name === 'string';

/** What was open lately in a studio in this browser, the latest first. */
export function recentsOf(studio: string): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(studio)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent) : [];
  } catch {
    return [];
  }
}

/** Puts a thing on top of the list. */
export function keepRecent(studio: string, recent: Recent): void {
  const rest = recentsOf(studio).filter(({ id }) => id !== recent.id);
  try {
    localStorage.setItem(keyOf(studio), JSON.stringify([recent, ...rest].slice(0, MOST)));
  } catch {
    // Without storage there are no recents.
  }
}

/** Forgets them all: on a machine that others use, the next person shall not read them. */
export function forgetRecents(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith('atelier.recent.')) localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
