import { useQuery } from '@apollo/client/react';
import { Navigate } from '@tanstack/react-router';
import { OutsideApi } from '../../app/OutsideApi.tsx';
import { StartPageDocument } from './__generated__/StartPage.ts';
import { lastStudio } from './session.ts';

function Start() {
  const { data, error } = useQuery(StartPageDocument, { fetchPolicy: 'network-only' });
  if (error) throw error;
  if (!data) return null;
  if (!data.viewer?.user) return <Navigate to="/sign-in" replace />;
  const slugs = data.viewer.user.memberships.flatMap(({ studio }) => (studio ? [studio.slug] : []));
  const last = lastStudio.get();
  const studio = slugs.find((slug) => slug === last) ?? slugs[0];
  return studio ? <Navigate to="/s/$studio" params={{ studio }} replace /> : <Navigate to="/welcome" replace />;
}

/** Sends a person on: to the studio they were in last, to make their first one, or to sign in. */
export function StartPage() {
  return (
    <OutsideApi>
      <Start />
    </OutsideApi>
  );
}
