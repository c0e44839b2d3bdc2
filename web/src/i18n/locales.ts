/** The languages of the client's pages. */
export const clientLocales = ['en', 'es'] as const;
export type ClientLocale = (typeof clientLocales)[number];

/** The first language that the reader prefers and we have; English where there is none. */
export function pickLocale(preferred: readonly string[]): ClientLocale {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split('-')[0];
    const found = clientLocales.find((locale) => locale === language);
    if (found) return found;
  }
  return 'en';
}
