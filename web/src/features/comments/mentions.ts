/** A piece of a comment: plain words, or somebody who is mentioned. */
export type Piece = { kind: 'text'; text: string } | { kind: 'mention'; name: string; id: string };

const MENTION = /@\[([^\]\n]{1,120})\]\(((?:member|contact)_[0-9A-Za-z]{22})\)/g;

/** Takes a comment apart: mentions stand in it as `@[name](id)`. */
export function piecesOf(body: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of body.matchAll(MENTION)) {
    if (match.index > at) pieces.push({ kind: 'text', text: body.slice(at, match.index) });
    pieces.push({ kind: 'mention', name: match[1] ?? '', id: match[2] ?? '' });
    at = match.index + match[0].length;
  }
  if (at < body.length) pieces.push({ kind: 'text', text: body.slice(at) });
  return pieces;
}

/** What somebody types towards a mention: from the `@` to the caret; null when they do not. */
export function mentionAt(text: string, caret: number): { start: number; query: string } | null {
  const before = text.slice(0, caret);
  const start = before.lastIndexOf('@');
  if (start < 0) return null;
  const isWord = start > 0 && !/[\s(]/.test(before[start - 1] ?? '');
  const query = before.slice(start + 1);
  if (isWord || query.length > 30 || /[\n[\]()]/.test(query) || /\s\S*\s/.test(query)) return null;
  return { start, query };
}

/** A draft: what is on the screen, where mentions are `@name`, and whom these names mean. */
export type Draft = { text: string; people: { id: string; name: string }[] };

/** The body that the API takes. The longest names are read first: "Ann" must not be found in "Anna". */
export function bodyOf({ text, people }: Draft): string {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length);
  let body = '';
  for (let at = 0; at < text.length; ) {
    const person = text[at] === '@' ? byLength.find(({ name }) => text.startsWith(name, at + 1)) : undefined;
    if (person) {
      body += `@[${person.name}](${person.id})`;
      at += person.name.length + 1;
    } else {
      body += text[at] ?? '';
      at += 1;
    }
  }
  return body;
}

/** The draft of a comment that is there already. */
export function draftOf(body: string): Draft {
  const pieces = piecesOf(body);
  return {
    text: pieces.map((piece) => (piece.kind === 'text' ? piece.text : `@${piece.name}`)).join(''),
    people: pieces.flatMap((piece) => (piece.kind === 'mention' ? [{ id: piece.id, name: piece.name }] : [])),
  };
}
