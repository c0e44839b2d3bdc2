import { useSubscription } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { ProjectsChangedDocument } from '../projects/__generated__/ProjectsPage.ts';

const PAUSE = 250;

/** Asks again when a project of the studio changed; several changes at once are one question. */
export function useProjectsLive(refetch: () => Promise<unknown>): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useSubscription(ProjectsChangedDocument, {
    ignoreResults: true,
    onData: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void refetch().catch(() => undefined), PAUSE);
    },
  });
}
