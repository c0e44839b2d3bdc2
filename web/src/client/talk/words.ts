/** A piece of what somebody said: plain words, a person who is mentioned, or an address. */
export type Piece = { kind: 'words' | 'mention' | 'link'; text: string };

const SPECIAL = /@\[([^\]\n]{1,120})\]\([a-z_]+_[0-9A-Za-z]{22}\)|(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/g;

/** Takes a comment's text apart into what is drawn differently. */
export function piecesOf(body: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of body.matchAll(SPECIAL)) {
    if (match.index > at) pieces.push({ kind: 'words', text: body.slice(at, match.index) });
    pieces.push(match[1] === undefined ? { kind: 'link', text: match[0] } : { kind: 'mention', text: match[1] });
    at = match.index + match[0].length;
  }
  if (at < body.length) pieces.push({ kind: 'words', text: body.slice(at) });
  return pieces;
}

/** The text as somebody would read it aloud, without whom it begins by naming, shortened to about `most` letters. */
export function plainWords(body: string, most: number): string {
  const pieces = piecesOf(body.trim());
  const text = (pieces[0]?.kind === 'mention' && pieces.length > 1 ? pieces.slice(1) : pieces)
    .map((piece) => piece.text)
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:]+|\s+$/g, '')
    .replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase());
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))}…`;
}

/** Somebody who can be mentioned. */
export type Mentionable = { id: string; name: string };

/** What is sent for what was typed: each `@name` of a known person names that person. The longest name is tried first. */
export function withMentions(typed: string, people: readonly Mentionable[]): string {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length);
  let body = '';
  let at = 0;
  while (at < typed.length) {
    const person = typed[at] === '@' ? byLength.find(({ name }) => typed.startsWith(name, at + 1)) : undefined;
    if (person) {
      body += `@[${person.name}](${person.id})`;
      at += person.name.length + 1;
    } else {
      body += typed[at];
      at += 1;
    }
  }
  return body;
}

/** What was typed after an `@` at the end of the text so far, to narrow the people down; null where no name is being typed. */
export function nameBeingTyped(beforeCaret: string): string | null {
  return /(?:^|\s)@([^\s@]{0,40}(?: [^\s@]{0,40})?)$/.exec(beforeCaret)?.[1] ?? null;
}
