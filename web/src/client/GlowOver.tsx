import type { CSSProperties } from 'react';
import { useGlow } from './glow.ts';

/** The soft light over a thing that has just changed. Stands inside a positioned element; the thing itself is not drawn anew. */
export function GlowOver({ id }: { id: string }) {
  const glow = useGlow(id);
  if (!glow) return null;
  return (
    <span
      key={glow.key}
      aria-hidden
      style={{ '--who': glow.colour } as CSSProperties}
      className="glow pointer-events-none absolute -inset-x-2 inset-y-0 rounded-4"
    />
  );
}
