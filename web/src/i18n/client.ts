import { i18n } from '@lingui/core';
import type { ClientLocale } from './locales.ts';

const catalogues: Record<ClientLocale, () => Promise<{ messages: Parameters<typeof i18n.load>[1] }>> = {
  en: () => import('./client/en.po'),
  es: () => import('./client/es.po'),
};

/** Loads one language of the client's pages and tells the document, so that a screen reader reads it as such. */
export async function activateClient(locale: ClientLocale): Promise<void> {
  const { messages } = await catalogues[locale]();
  i18n.load(locale, messages);
  i18n.activate(locale);
  document.documentElement.lang = locale;
}

export { type ClientLocale, clientLocales, pickLocale } from './locales.ts';
