import type { ApolloCache, Reference } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useConnection } from '../../graphql/ApiProvider.tsx';
import { codeOf } from '../../graphql/errors.ts';
import { typeOfId } from '../../graphql/ids.ts';
import { personColour } from '../../ui/person.ts';
import { accessEnded } from '../access.ts';
import { letGlow } from '../glow.ts';
import { LetterChangedDocument, type LetterChangedSubscription } from './__generated__/LetterLive.ts';

type LiveEvent = LetterChangedSubscription['projectChanged'];
type ChangedNode = NonNullable<Extract<LiveEvent, { __typename: 'Changed' }>['node']>;
type ChangedComment = Extract<ChangedNode, { __typename: 'Comment' }>;
type List = { nodes: readonly Reference[] };

const withNode = (list: List, ref: string): List =>
  list.nodes.some((node) => node.__ref === ref) ? list : { ...list, nodes: [...list.nodes, { __ref: ref }] };

/** Takes a task into the list of all; the lists that the page draws follow from what the task says. */
function addTask(cache: ApolloCache, projectId: string, id: string): void {
  cache.modify<{ tasks: List }>({
    id: cache.identify({ __typename: 'Project', id: projectId }),
    fields: {
      tasks: (stored, { storeFieldName }) =>
        'nodes' in stored && !storeFieldName.includes('assignedToViewer') ? withNode(stored, `Task:${id}`) : stored,
    },
  });
}

/** Takes a comment into the talk that it belongs to, where that was read. */
export function addComment(cache: ApolloCache, projectId: string, comment: Pick<ChangedComment, 'id' | 'task'>): void {
  const owner = comment.task ? { __typename: 'Task', id: comment.task.id } : { __typename: 'Project', id: projectId };
  cache.modify<{ comments: List }>({
    id: cache.identify(owner),
    fields: { comments: (stored) => ('nodes' in stored ? withNode(stored, `Comment:${comment.id}`) : stored) },
  });
}

/** Takes what an event changed into the page. Returns whether the page has to be fetched anew. */
function take(cache: ApolloCache, projectId: string, event: LiveEvent): boolean {
  if (event.__typename === 'Resync') return true;
  if (event.__typename === 'Dropped') {
    if (event.id === projectId) accessEnded.set(true);
    const type = typeOfId(event.id);
    if (type) cache.evict({ id: cache.identify({ __typename: type, id: event.id }) });
    // The counts of the project come with no other event.
    return type === 'Stage' || type === 'Task';
  }
  const { node } = event;
  if (node?.__typename === 'Stage') return true;
  if (node?.__typename === 'Task') {
    addTask(cache, projectId, node.id);
    letGlow(node.id, 'var(--studio)');
  }
  if (node?.__typename === 'Comment') {
    addComment(cache, projectId, node);
    letGlow(node.id, node.author ? personColour(node.author.id) : 'var(--studio)');
  }
  if (node?.__typename === 'Project') letGlow(node.id, 'var(--studio)');
  return false;
}

/**
 * Keeps the letter as the project is now. It begins where the letter's own answer ended (`liveVersion`), and after a lost line where
 * the last event ended, so that nothing in between is missed.
 */
export function useLetterLive(projectId: string, liveVersion: number | undefined, refetch: () => Promise<unknown>): void {
  const client = useApolloClient();
  const isOnline = useConnection() === 'online';
  const seen = useRef<number | null>(null);
  const again = useRef(refetch);
  useEffect(() => {
    again.current = refetch;
  });
  const isReady = liveVersion !== undefined;
  if (liveVersion !== undefined) seen.current ??= liveVersion;

  useEffect(() => {
    if (!isReady || !isOnline) return;
    const fetchAnew = () => void again.current().catch(() => undefined);
    const variables = { id: projectId, after: seen.current };
    const line = client.subscribe({ query: LetterChangedDocument, variables, fetchPolicy: 'no-cache' }).subscribe({
      next({ data, error }) {
        if (error) return codeOf(error) === 'NOT_FOUND' ? accessEnded.set(true) : fetchAnew();
        if (!data) return;
        seen.current = data.projectChanged.version;
        // Only what is there now is written: a loss has an id that is another thing's.
        if (data.projectChanged.__typename === 'Changed') {
          client.cache.write({ query: LetterChangedDocument, variables, dataId: 'ROOT_SUBSCRIPTION', result: data });
        }
        if (take(client.cache, projectId, data.projectChanged)) fetchAnew();
      },
      // The stream ends when the project is no longer open to the reader: asking again says so.
      complete: fetchAnew,
    });
    return () => line.unsubscribe();
  }, [client, projectId, isReady, isOnline]);
}
