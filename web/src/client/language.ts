import { activateClient, type ClientLocale, pickLocale } from '../i18n/client.ts';
import { keep, kept } from './keep.ts';

/** Speaks the language that was chosen here, else the browser's, else that of the contact or the studio. */
export async function speak(others: readonly (string | null | undefined)[] = []): Promise<void> {
  const known = others.filter((tag) => typeof tag === 'string');
  await activateClient(pickLocale([kept('language') ?? [], navigator.languages, known].flat()));
}

/** Changes the language and keeps the choice on this device. */
export async function choose(locale: ClientLocale): Promise<void> {
  keep('language', locale);
  await activateClient(locale);
}
