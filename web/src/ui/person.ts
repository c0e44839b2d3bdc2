const COLOURS = 8;

/** The colour of a person, as a CSS value: the same id has the same colour on every screen. */
export function personColour(id: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  // Ids of one kind begin alike: the high bits are stirred into the low ones that choose.
  const stirred = (hash ^ (hash >>> 15) ^ (hash >>> 7)) >>> 0;
  return `var(--person-${(stirred % COLOURS) + 1})`;
}

/** At most two letters for a name: the first of the first and of the last word, by what a reader sees as one letter. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return picked
    .map((word) => [...letters.segment(word ?? '')][0]?.segment ?? '')
    .join('')
    .toLocaleUpperCase();
}
