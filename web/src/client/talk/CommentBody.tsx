import { type Piece, piecesOf } from './words.ts';

function Part({ piece }: { piece: Piece }) {
  if (piece.kind === 'mention') return <span className="font-medium text-accent-text">@{piece.text}</span>;
  if (piece.kind === 'words') return piece.text;
  return (
    <a href={piece.text} target="_blank" rel="noreferrer" className="link break-all">
      {piece.text}
    </a>
  );
}

/** What somebody said, its line breaks kept. */
export function CommentBody({ body }: { body: string }) {
  const pieces = piecesOf(body).map((piece, index) => ({ key: `${index}`, piece }));
  return (
    <p className="measure text-16 wrap-break-word whitespace-pre-wrap">
      {pieces.map(({ key, piece }) => (
        <Part key={key} piece={piece} />
      ))}
    </p>
  );
}
