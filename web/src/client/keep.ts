/** What the reader chose on this device. Null where nothing was kept, or storage is forbidden. */
export function kept(key: string): string | null {
  try {
    return localStorage.getItem(`atelier.client.${key}`);
  } catch {
    return null;
  }
}

/** Keeps a choice on this device; null forgets it. Where storage is forbidden it holds until the page is left. */
export function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`atelier.client.${key}`);
    else localStorage.setItem(`atelier.client.${key}`, value);
  } catch {
    // Nothing to do: the page goes on without.
  }
}
