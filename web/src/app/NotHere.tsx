import { useQuery } from '@apollo/client/react';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { StartPageDocument } from '../features/session/__generated__/StartPage.ts';
import { NotFoundPage } from '../shell/FailedPage.tsx';

/** A studio that does not open: one of the person's own waits for a second factor of theirs; every other is not there. */
export default function NotHere({ slug }: { slug: string }) {
  const { data, error } = useQuery(StartPageDocument);
  // As it was: while this leads away, the address changes before this goes. Made anew by then, it must not lead back to where it led.
  const [back] = useState(() => (location.pathname.startsWith(`/s/${slug}`) ? location.pathname + location.search : null));
  if (error) return <NotFoundPage />;
  if (!data || back === null) return null;
  const isOwn = data.viewer?.user?.memberships.some(({ studio }) => studio?.slug === slug) ?? false;
  return isOwn ? <Navigate to="/security" search={{ back }} replace /> : <NotFoundPage />;
}
