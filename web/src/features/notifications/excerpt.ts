import { piecesOf } from '../comments/mentions.ts';

const LONGEST = 200;

/** The beginning of a comment on one line, mentions by name. */
export function excerptOf(body: string): string {
  const plain = piecesOf(body)
    .map((piece) => (piece.kind === 'text' ? piece.text : `@${piece.name}`))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST).trimEnd()}\u2026` : plain;
}
