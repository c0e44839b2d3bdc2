import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { onSessionNews } from '../features/session/session.ts';
import { ApiProvider } from '../graphql/ApiProvider.tsx';
import { type Api, createApi } from '../graphql/client.ts';
import { studioRoute } from '../routes/studio.tsx';
import { Frame } from './Frame.tsx';

/** Opens the line to the API for the studio of the address; another slug is another line and another cache. */
export function StudioApp() {
  const { studio } = studioRoute.useParams();
  const navigate = useNavigate();
  const [api, setApi] = useState<{ studio: string; round: number; api: Api } | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let leaving = false;
    const toSignIn = () => {
      if (leaving) return;
      leaving = true;
      void navigate({ to: '/sign-in', search: { back: location.pathname + location.search + location.hash }, replace: true });
    };
    /** A session that ended, or a studio that closed for somebody who is still signed in: then it is asked for anew, once. */
    const shutOut = async () => {
      const person = round === 0 ? await (await import('../features/session/auth.ts')).auth.person() : null;
      if (person === null) toSignIn();
      else if (!leaving) setRound(1);
    };
    const made = createApi({ studio, onSignedOut: () => void shutOut() });
    const stopNews = onSessionNews((news) => {
      if (news === 'signed-out') toSignIn();
      // Perhaps somebody else: what this tab shows is asked for again.
      if (news === 'signed-in') void made.client.resetStore();
    });
    setApi({ studio, round, api: made });
    return () => {
      stopNews();
      made.stop();
    };
  }, [studio, navigate, round]);
  if (api?.studio !== studio) return null;
  return (
    <ApiProvider key={`${studio} ${api.round}`} api={api.api}>
      <Frame slug={studio} />
    </ApiProvider>
  );
}
