import { useEffect } from 'react';
import { appearance, type Density, type ThemeChoice } from '../shell/theme.ts';
import { ControlsSection } from './ControlsSection.tsx';
import { ListsSection } from './ListsSection.tsx';
import { OverlaysSection } from './OverlaysSection.tsx';
import { StatesSection } from './StatesSection.tsx';
import { TokensSection } from './TokensSection.tsx';

/** Every piece in every state, for looking at. `?theme=dark&density=compact` sets what is shown. */
export function Gallery() {
  useEffect(() => {
    const asked = new URLSearchParams(location.search);
    if (asked.has('theme')) appearance.setTheme(asked.get('theme') as ThemeChoice);
    if (asked.has('density')) appearance.setDensity(asked.get('density') as Density);
  }, []);
  return (
    <main className="mx-auto max-w-280 px-4 pb-24 sm:px-8">
      <title>Pieces of the interface</title>
      <header className="flex flex-col gap-1 pt-12 pb-10">
        <h1 className="name text-34">Pieces of the interface</h1>
        <p className="measure text-ink-2">Paper and ink. The work on the walls is the colour; what is drawn here stays behind it.</p>
      </header>
      <TokensSection />
      <ControlsSection />
      <StatesSection />
      <ListsSection />
      <OverlaysSection />
    </main>
  );
}
