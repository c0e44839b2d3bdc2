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
  const [api, setApi] = useState<{ studio: string; api: Api } | null>(null);
  useEffect(() => {
    let leaving = false;
    const toSignIn = () => {
      if (leaving) return;
      leaving = true;
      void navigate({ to: '/sign-in', search: { back: location.pathname + location.search + location.hash }, replace: true });
    };
    const made = createApi({ studio, onSignedOut: toSignIn });
    const stopNews = onSessionNews((news) => {
      if (news === 'signed-out') toSignIn();
      // Perhaps somebody else: what this tab shows is asked for again.
      if (news === 'signed-in') void made.client.resetStore();
    });
    setApi({ studio, api: made });
    return () => {
      stopNews();
      made.stop();
    };
  }, [studio, navigate]);
  if (api?.studio !== studio) return null;
  return (
    <ApiProvider key={studio} api={api.api}>
      <Frame slug={studio} />
    </ApiProvider>
  );
}
