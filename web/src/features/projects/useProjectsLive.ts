import type { ApolloCache, Reference } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import type { ProjectFilter } from '../../graphql/__generated__/types.ts';
import { useConnection } from '../../graphql/ApiProvider.tsx';
import { typeOfId } from '../../graphql/ids.ts';
import { type ProjectRowFragment, ProjectsChangedDocument } from './__generated__/ProjectsPage.ts';

/** Whether a project belongs into a list; what the server alone can tell is left to it. */
export function belongs(project: ProjectRowFragment, filter: ProjectFilter): boolean {
  if (project.trashedAt || Boolean(project.archivedAt) !== Boolean(filter.archived)) return false;
  if (filter.text && !project.name.toLocaleLowerCase().includes(filter.text.toLocaleLowerCase())) return false;
  if (filter.status && !filter.status.includes(project.status)) return false;
  return !filter.clientId || project.client?.id === filter.clientId;
}

type Stored = { nodes: readonly Reference[]; totalCount?: number };

/** Puts a project into each list of the cache that it belongs to, on top because it was the last to change, and out of the others. */
export function placeProject(cache: ApolloCache, project: ProjectRowFragment): void {
  const ref = { __ref: cache.identify(project) ?? '' };
  cache.modify<{ projects: Stored }>({
    fields: {
      projects(stored, { storeFieldName }) {
        if (!('nodes' in stored)) return stored;
        const asked = JSON.parse(storeFieldName.slice(storeFieldName.indexOf(':') + 1) || '{}') as { filter?: ProjectFilter };
        const others = stored.nodes.filter((node) => node.__ref !== ref.__ref);
        const wasIn = others.length < stored.nodes.length;
        const isIn = belongs(project, asked.filter ?? {});
        if (!wasIn && !isIn) return stored;
        const total = stored.totalCount === undefined ? {} : { totalCount: stored.totalCount + (isIn ? 1 : 0) - (wasIn ? 1 : 0) };
        return { ...stored, ...total, nodes: isIn ? [ref, ...others] : others };
      },
    },
  });
}

/** Keeps the lists of projects as they are now. */
export function useProjectsLive(refetch: () => void): void {
  const client = useApolloClient();
  const isOnline = useConnection() === 'online';
  const seen = useRef<number | undefined>(undefined);
  const again = useRef(refetch);
  useEffect(() => {
    again.current = refetch;
  });
  useEffect(() => {
    if (!isOnline) return;
    const line = client.subscribe({ query: ProjectsChangedDocument, variables: { after: seen.current } }).subscribe({
      next({ data }) {
        const event = data?.projectsChanged;
        if (!event) return;
        seen.current = event.version;
        if (event.__typename === 'Resync') again.current();
        else if (event.__typename === 'Dropped') {
          const type = typeOfId(event.id);
          if (type) client.cache.evict({ id: client.cache.identify({ __typename: type, id: event.id }) });
        } else if (event.node?.__typename === 'Project') placeProject(client.cache, event.node);
      },
    });
    return () => line.unsubscribe();
  }, [client, isOnline]);
}
