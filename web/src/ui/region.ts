/**
 * The locale by which dates and sums are written: of the languages that the person's browser names, the first in the language of
 * the words on the page, so that English words come with the day first for whoever is used to that.
 * @param language of the words, for example `en`
 */
export function regionOf(language: string, wanted: readonly string[] = globalThis.navigator?.languages ?? []): string {
  return wanted.find((each) => each.split('-')[0] === language.split('-')[0]) ?? language;
}
