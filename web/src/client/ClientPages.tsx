import { useSyncExternalStore } from 'react';
import { AccessEnded } from './AccessEnded.tsx';
import { accessEnded } from './access.ts';
import { usePlace } from './address.ts';
import { LetterPage } from './letter/LetterPage.tsx';
import { ProjectsPage } from './ProjectsPage.tsx';

/** The client's side: a letter for each project, and the list where there are several. */
export function ClientPages() {
  const place = usePlace();
  const hasEnded = useSyncExternalStore(accessEnded.subscribe, accessEnded.get);
  if (hasEnded) return <AccessEnded />;
  if (place.page === 'projects') return <ProjectsPage />;
  return <LetterPage key={place.id} id={place.id} task={place.task} />;
}
