import { useQuery } from '@apollo/client/react';
import { useEffect, useMemo } from 'react';
import { codeOf } from '../../graphql/errors.ts';
import { accessEnded } from '../access.ts';
import { speak } from '../language.ts';
import {
  LetterAskedDocument,
  LetterMoreCommentsDocument,
  LetterMoreTasksDocument,
  LetterPageDocument,
} from './__generated__/LetterPage.ts';
import { talkedAbout, tasksOf } from './letter.ts';
import { useLetterLive } from './useLetterLive.ts';

const CLOSED = new Set(['NOT_FOUND', 'UNAUTHENTICATED', 'FORBIDDEN']);

/** The letter of a project, kept as it is now. `error` only where trying again may help: a closed door ends the page. */
export function useLetter(id: string) {
  const { data, error, refetch, fetchMore } = useQuery(LetterPageDocument, { variables: { id } });
  const letter = data?.node?.__typename === 'Project' ? data.node : null;
  const isClosed = error !== undefined && CLOSED.has(codeOf(error) ?? '');
  useEffect(() => {
    if (isClosed) accessEnded.set(true);
  }, [isClosed]);
  useLetterLive(id, letter?.liveVersion, refetch);

  const contact = data?.viewer?.contact ?? null;
  const language = contact?.client?.language;
  const studioLanguage = data?.studio?.locale;
  useEffect(() => {
    if (studioLanguage !== undefined) void speak([language, studioLanguage]);
  }, [language, studioLanguage]);

  // What was said last stands at the end of the last page, so all pages are read.
  const talkPage = letter?.comments.pageInfo;
  const after = talkPage?.hasNextPage ? talkPage.endCursor : null;
  useEffect(() => {
    if (after) void fetchMore({ query: LetterMoreCommentsDocument, variables: { id, after } });
  }, [fetchMore, id, after]);

  const tasks = useMemo(() => (letter ? tasksOf(letter) : []), [letter]);
  const ids = useMemo(() => talkedAbout(tasks), [tasks]);
  const { data: asked, previousData } = useQuery(LetterAskedDocument, { variables: { ids }, skip: ids.length === 0 });

  const tasksPage = letter?.tasks.pageInfo;
  return {
    letter,
    contact,
    studio: data?.studio ?? null,
    projects: data?.projects?.totalCount ?? 0,
    tasks,
    asked: ids.length === 0 ? [] : (asked ?? previousData)?.nodes,
    error: letter || isClosed ? undefined : error,
    refetch,
    moreTasks: tasksPage?.hasNextPage
      ? () => void fetchMore({ query: LetterMoreTasksDocument, variables: { id, after: tasksPage.endCursor ?? '' } })
      : null,
  };
}
