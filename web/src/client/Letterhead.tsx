import { type ReactNode, useLayoutEffect } from 'react';
import { initials, personColour } from '../ui/person.ts';

/** The studio as its clients see it. */
export type Studio = { id: string; name: string; logo: string | null };

/** Puts the studio's colour in place of ours for the whole page, also for what floats above it. */
export function useStudioColours(studio: Studio | null): void {
  const own = studio && personColour(studio.id);
  useLayoutEffect(() => {
    if (own === null) return;
    const { style } = document.documentElement;
    const colours = {
      '--studio': own,
      '--accent': own,
      '--accent-hover': `color-mix(in oklch, ${own} 86%, var(--ink-1))`,
      '--accent-ink': 'var(--person-ink)',
      '--accent-text': own,
      '--accent-wash': `color-mix(in oklab, ${own} 7%, var(--surface-1))`,
      '--focus': own,
    };
    for (const [name, value] of Object.entries(colours)) style.setProperty(name, value);
    return () => {
      for (const name of Object.keys(colours)) style.removeProperty(name);
    };
  }, [own]);
}

/** The studio's first letters, drawn as a stamp: what stands on the letter of a studio without a logo. */
function Monogram({ name }: { name: string }) {
  return (
    <svg viewBox="0 0 48 48" aria-hidden className="size-12 shrink-0" fill="none">
      <rect x="1" y="1" width="46" height="46" rx="8" fill="var(--studio)" />
      <rect x="4.5" y="4.5" width="39" height="39" rx="5" stroke="var(--person-ink)" strokeOpacity="0.45" />
      <text
        x="24"
        y="25"
        textAnchor="middle"
        dominantBaseline="central"
        fontFamily="var(--font-serif)"
        fontSize="20"
        fontWeight="500"
        fill="var(--person-ink)"
      >
        {initials(name)}
      </text>
    </svg>
  );
}

/** The head of the letter: whose it is. `children` stand at its right. */
export function Letterhead({ studio, children }: { studio: Studio; children?: ReactNode }) {
  return (
    <header className="flex items-center gap-4 border-b-2 border-(--studio) px-6 pt-6 pb-5 sm:px-12 sm:pt-10">
      {studio.logo === null ? (
        <Monogram name={studio.name} />
      ) : (
        <img src={studio.logo} alt="" className="max-h-14 max-w-36 shrink-0 rounded-4 object-contain" />
      )}
      <p className="name min-w-0 flex-1 text-20 font-medium">{studio.name}</p>
      {children}
    </header>
  );
}
