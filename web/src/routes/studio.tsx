import { createRoute, Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ApiProvider } from '../graphql/ApiProvider.tsx';
import { type Api, createApi } from '../graphql/client.ts';
import { rootRoute } from './root.tsx';

/** `/s/<slug>/…`: everything inside one studio. */
export const studioRoute = createRoute({ getParentRoute: () => rootRoute, path: '/s/$studio', component: Studio });

/** Opens the line to the API for the studio of the address; another slug is another line and another cache. */
function Studio() {
  const { studio } = studioRoute.useParams();
  const navigate = useNavigate();
  const [api, setApi] = useState<Api | null>(null);
  useEffect(() => {
    const made = createApi({ studio, onSignedOut: () => void navigate({ href: '/sign-in' }) });
    setApi(made);
    return () => made.stop();
  }, [studio, navigate]);
  if (!api) return null;
  return (
    <ApiProvider key={studio} api={api}>
      <Outlet />
    </ApiProvider>
  );
}
