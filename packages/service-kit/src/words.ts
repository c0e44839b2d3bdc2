/** The languages that the platform's own pages, mails and files are written in. */
export const LOCALES = ['en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];

/** The same in every language. */
export type Words = Readonly<Record<Locale, string>>;

/** One sentence after the other, in every language. */
export const joined = (one: Words, other: Words): Words => ({ en: `${one.en} ${other.en}`, es: `${one.es} ${other.es}` });

/** Words in a language. What was written down before there were others is in English. */
export const wordsIn = (locale: Locale, words: Words | string): string => (typeof words === 'string' ? words : words[locale]);
