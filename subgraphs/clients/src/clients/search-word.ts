/** How many words of a text are kept, and how many of a search are looked for. */
const MOST_WORDS = 40;
const MOST_WANTED = 6;
const LONGEST_WORD = 40;

/** A text as lists sort and search it: lower case, without accents. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** What a name sorts by. */
export const sortKey = (name: string): string => fold(name).slice(0, 200);

/** The words by which a name or an address is found, each once. */
export function wordsOf(...texts: string[]): string[] {
  const words = texts.flatMap((text) => fold(text).split(/[^\p{L}\p{N}]+/u)).filter((word) => word !== '');
  return [...new Set(words.map((word) => word.slice(0, LONGEST_WORD)))].slice(0, MOST_WORDS);
}

/** What a search asks for: ranges of words, one for each word's beginning that was typed. Empty when nothing was. */
export function rangesOf(text: string): { from: string; to: string }[] {
  // No word holds the last code point, so it stands above all that begin alike.
  return wordsOf(text)
    .slice(0, MOST_WANTED)
    .map((word) => ({ from: word, to: `${word}\u{10FFFF}` }));
}
