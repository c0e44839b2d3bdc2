import type { ApolloCache, ApolloClient, Reference } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useConnection } from '../../graphql/ApiProvider.tsx';
import { typeOfId } from '../../graphql/ids.ts';
import { personColour } from '../../ui/person.ts';
import { addToBoards, dropFromBoards, forgetBoards } from '../board/boardCache.ts';
import { flight } from '../board/flight.ts';
import { ProjectChangedDocument, type ProjectChangedSubscription } from './__generated__/ProjectPage.ts';
import { markChanged } from './marks.ts';

type LiveEvent = ProjectChangedSubscription['projectChanged'];
type Changed = Extract<LiveEvent, { __typename: 'Changed' }>;
type Commented = Extract<NonNullable<Changed['node']>, { __typename: 'Comment' }>;

const JUST_MADE = 5000;

/** Takes a comment that is not there yet into the talk that it belongs to, where all of it was read. */
function addComment(cache: ApolloCache, comment: Commented): void {
  const owner = comment.task ? { __typename: 'Task', id: comment.task.id } : { __typename: 'Project', id: comment.project.id };
  const ref = { __ref: cache.identify(comment) ?? '' };
  cache.modify<{ comments: { nodes: readonly Reference[]; pageInfo: { hasNextPage: boolean }; totalCount?: number } }>({
    id: cache.identify(owner),
    fields: {
      comments(stored) {
        if (!('nodes' in stored) || stored.pageInfo.hasNextPage || stored.nodes.some((node) => node.__ref === ref.__ref)) return stored;
        return { ...stored, ...(stored.totalCount !== undefined && { totalCount: stored.totalCount + 1 }), nodes: [...stored.nodes, ref] };
      },
    },
  });
}

/** Writes one live event into the cache. Returns whether everything has to be fetched anew. */
function apply(client: ApolloClient, projectId: string, data: ProjectChangedSubscription): boolean {
  const { cache } = client;
  const event = data.projectChanged;
  if (event.__typename === 'Resync') {
    forgetBoards(cache, projectId);
    return true;
  }
  if (event.__typename === 'Dropped') {
    const type = typeOfId(event.id);
    if (type === 'Task') dropFromBoards(cache, projectId, event.id);
    else if (type) cache.evict({ id: cache.identify({ __typename: type, id: event.id }) });
    cache.gc();
    return type === 'Stage';
  }
  const { node } = event;
  if (!node) return false;
  if (node.__typename === 'Task') flight.from(node.id);
  cache.batch({
    update() {
      cache.write({ query: ProjectChangedDocument, variables: { id: projectId }, dataId: 'ROOT_SUBSCRIPTION', result: data });
      if (node.__typename === 'Task' && !node.archivedAt && !node.trashedAt) {
        addToBoards(cache, projectId, node, { isNew: Date.parse(event.at) - Date.parse(node.createdAt) < JUST_MADE });
      }
      if (node.__typename === 'Comment') addComment(cache, node);
    },
  });
  const actor = node.__typename === 'Comment' ? node.author : null;
  if (node.__typename === 'Task' || node.__typename === 'Comment') markChanged(node.id, actor ? personColour(actor.id) : 'var(--live)');
  // A stage that was made or moved is told alone; where it stands among the others, the project says.
  return node.__typename === 'Stage';
}

/**
 * Keeps a project as it is now: every change of others arrives in the cache. It begins where the page's own answer ended
 * (`liveVersion`), and after a lost line where the last event ended, so that nothing in between is missed.
 */
export function useProjectLive(projectId: string, liveVersion: number | undefined, refetch: () => void): void {
  const client = useApolloClient();
  const isOnline = useConnection() === 'online';
  const seen = useRef<{ id: string; version: number } | null>(null);
  const again = useRef(refetch);
  useEffect(() => {
    again.current = refetch;
  });
  const isReady = liveVersion !== undefined;
  if (liveVersion !== undefined && seen.current?.id !== projectId) seen.current = { id: projectId, version: liveVersion };

  useEffect(() => {
    if (!isReady || !isOnline) return;
    const line = client
      .subscribe({ query: ProjectChangedDocument, variables: { id: projectId, after: seen.current?.version }, fetchPolicy: 'no-cache' })
      .subscribe({
        next({ data }) {
          if (!data || seen.current?.id !== projectId) return;
          const { version } = data.projectChanged;
          if (version <= seen.current.version && data.projectChanged.__typename !== 'Resync') return;
          seen.current.version = version;
          if (apply(client, projectId, data)) again.current();
        },
      });
    return () => line.unsubscribe();
  }, [client, projectId, isReady, isOnline]);
}
