import { useFragment } from '@apollo/client/react';
import { useParams } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { RecentClientFragmentDoc, RecentProjectFragmentDoc } from './__generated__/Search.ts';
import { keepRecent, type Recent, recentsOf } from './recents.ts';

/** Keeps what is opened, by the name that its page has loaded, and gives what was open before. */
export function useRecents(studio: string): Recent[] {
  const { projectId, clientId } = useParams({ strict: false });
  const project = useFragment({ fragment: RecentProjectFragmentDoc, from: projectId ? { __typename: 'Project', id: projectId } : null });
  const client = useFragment({ fragment: RecentClientFragmentDoc, from: clientId ? { __typename: 'Client', id: clientId } : null });
  const [recents, setRecents] = useState<Recent[]>(() => recentsOf(studio));
  const projectName = project.complete ? project.data?.name : undefined;
  const clientName = client.complete ? client.data?.name : undefined;
  useEffect(() => {
    if (projectId && projectName) keepRecent(studio, { kind: 'project', id: projectId, name: projectName });
    if (clientId && clientName) keepRecent(studio, { kind: 'client', id: clientId, name: clientName });
    setRecents(recentsOf(studio));
  }, [studio, projectId, projectName, clientId, clientName]);
  // The page that is open is no way to anywhere.
  return useMemo(() => recents.filter(({ id }) => id !== projectId && id !== clientId), [recents, projectId, clientId]);
}
