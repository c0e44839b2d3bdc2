import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import { useConnection } from '../graphql/ApiProvider.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Foot } from './Foot.tsx';
import { type Studio, useStudioColours } from './Letterhead.tsx';

const GRACE = 2000;

/** Says that the line is gone, after a moment, and nothing of how it is restored. */
function LineGone() {
  const state = useConnection();
  const [told, setTold] = useState(false);
  useEffect(() => {
    if (state === 'online') return setTold(false);
    const timer = setTimeout(() => setTold(true), GRACE);
    return () => clearTimeout(timer);
  }, [state]);
  if (!told) return null;
  return (
    <div className="sticky top-0 z-30">
      <Banner kind="offline">
        <Trans>You are offline. This is how it was a moment ago; it brings itself up to date when you are back.</Trans>
      </Banner>
    </div>
  );
}

/** The sheet of paper that every page of the client is written on. */
export function LetterFrame({ studio, children }: { studio: Studio | null; children: ReactNode }) {
  useStudioColours(studio);
  return (
    <div className="min-h-dvh">
      <LineGone />
      <div className="mx-auto max-w-176 sm:px-4 sm:pt-10">
        <div className="bg-surface-1 sm:rounded-8 sm:inset-ring sm:inset-ring-line">{children}</div>
        <Foot />
      </div>
    </div>
  );
}
