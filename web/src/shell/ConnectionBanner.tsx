import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useConnection } from '../graphql/ApiProvider.tsx';
import { Banner } from '../ui/Banner.tsx';

const GRACE = 2000;

/** Says that the line is gone, after a moment: a blink of the network is not worth a word. */
export function ConnectionBanner() {
  const state = useConnection();
  const [told, setTold] = useState(state);
  useEffect(() => {
    if (state === 'online') {
      setTold('online');
      return;
    }
    const timer = setTimeout(() => setTold(state), GRACE);
    return () => clearTimeout(timer);
  }, [state]);
  if (told === 'online') return null;
  return (
    <Banner kind="offline">
      {told === 'offline' ? (
        <Trans>You are offline. What you see is the last state; it catches up by itself.</Trans>
      ) : (
        <Trans>The connection is being restored. What you see may be a little old.</Trans>
      )}
    </Banner>
  );
}
