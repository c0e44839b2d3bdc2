import { lazy, Suspense, useSyncExternalStore } from 'react';
import { accessEnded } from './access.ts';
import { usePlace } from './address.ts';
import { LetterPage } from './letter/LetterPage.tsx';
import { LetterSkeleton } from './letter/LetterSkeleton.tsx';

// Almost everybody comes for a letter: the other pages are loaded by those who need them.
const AccessEnded = lazy(() => import('./AccessEnded.tsx'));
const ProjectsPage = lazy(() => import('./ProjectsPage.tsx'));

/** The client's side: a letter for each project, and the list where there are several. */
export function ClientPages() {
  const place = usePlace();
  const hasEnded = useSyncExternalStore(accessEnded.subscribe, accessEnded.get);
  if (place.page === 'project' && !hasEnded) return <LetterPage key={place.id} id={place.id} task={place.task} />;
  return <Suspense fallback={<LetterSkeleton />}>{hasEnded ? <AccessEnded /> : <ProjectsPage />}</Suspense>;
}
