import { useApolloClient } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { SlidersHorizontal } from 'lucide-react';
import { lazy, useCallback, useMemo, useRef, useState } from 'react';
import type { TaskFilter, Visibility } from '../../graphql/__generated__/types.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { toast } from '../../ui/toast.ts';
import { type BoardFragment, ColumnPageDocument } from '../board/__generated__/Board.ts';
import { addPage } from '../board/boardCache.ts';
import { type Column, deriveColumns, keepUnchanged } from '../board/columns.ts';
import { useTaskChanges } from '../tasks/useTaskChanges.ts';
import { FilterBar } from './FilterBar.tsx';
import { groupingOf, isNarrowed, type ProjectSearch } from './search.ts';

const Board = lazy(() => import('../board/Board.tsx'));
const TaskList = lazy(() => import('../tasks/TaskList.tsx'));

/** What the columns and rows are made of. */
export type TasksProject = { id: string; viewerCanEditTasks: boolean; newIsTeamOnly: boolean; board?: BoardFragment['board'] };

type TasksPartProps = {
  project: TasksProject;
  studioZone: string;
  search: ProjectSearch;
  filter: TaskFilter;
  isFresh: boolean;
  label: string;
};

/** The filter of a page of one column: the board's own, and what makes the column. */
function pageFilter(filter: TaskFilter, column: Column): TaskFilter {
  if (column.status) return { ...filter, status: [column.status] };
  // There is no filter for "without a stage": such pages hold others too, and only those without one are kept.
  return column.stage ? { ...filter, stageId: column.stage.id } : filter;
}

/** The tasks of a project as board or list, and what narrows them. */
export function TasksPart({ project, studioZone, search, filter, isFresh, label }: TasksPartProps) {
  const { t } = useLingui();
  const client = useApolloClient();
  const navigate = useNavigate({ from: '/s/$studio/projects/$projectId' });
  const groupBy = groupingOf(search);
  const clientOnly = search.as === 'client';
  const visibility: Visibility = project.newIsTeamOnly ? 'TEAM' : 'CLIENT';
  const changes = useTaskChanges(project.id, visibility);

  const drawn = useRef<Column[]>([]);
  const columns = useMemo(() => {
    const board = project.board ?? [];
    // While the answer for another grouping is on its way, the columns stay as they are.
    const isOther = board.some((column) => column.key.startsWith(groupBy === 'STATUS' ? 'stage:' : 'status:'));
    drawn.current = keepUnchanged(
      drawn.current,
      deriveColumns(board, isOther ? (groupBy === 'STATUS' ? 'STAGE' : 'STATUS') : groupBy, { filter, clientOnly }),
    );
    return drawn.current;
  }, [project.board, groupBy, filter, clientOnly]);

  const [filtering, setFiltering] = useState(isNarrowed(search));
  const filterButton = (
    <IconButton label={t`Filter`} aria-expanded={filtering} onClick={() => setFiltering(!filtering)}>
      <SlidersHorizontal size={16} strokeWidth={1.5} aria-hidden />
    </IconButton>
  );
  const fetching = useRef(new Set<string>());
  const [, setFailures] = useState(0);
  const loadMore = useCallback(
    async (column: Column) => {
      const key = JSON.stringify([column.key, column.more, filter]);
      if (column.more === null || fetching.current.has(key)) return;
      fetching.current.add(key);
      try {
        const { data } = await client.query({
          query: ColumnPageDocument,
          variables: { id: project.id, after: column.more, filter: pageFilter(filter, column) },
          // Written task by task below: the cache's own list of pages would be read and merged anew with each of them.
          fetchPolicy: 'no-cache',
        });
        const page = data?.node?.__typename === 'Project' ? data.node.tasks : null;
        if (page) addPage(client.cache, project.id, { groupBy, filter }, column.key, page);
      } catch {
        toast({ tone: 'problem', message: t`More tasks did not load. Scroll on to try again.` });
        fetching.current.delete(key);
        setFailures((count) => count + 1);
      }
    },
    [client, project.id, filter, groupBy, t],
  );

  const readOnly = clientOnly || !project.viewerCanEditTasks;
  const isEmpty = isFresh && columns.every((column) => column.cards.length === 0 && column.more === null);
  const shared = { columns, groupBy, studioZone, usual: visibility, readOnly, changes, loadMore };
  // A filter that finds nothing says so once, not in every column.
  const nothing = isEmpty && (isNarrowed(search) || readOnly);
  return (
    <section aria-label={label} className="flex min-h-0 flex-1 flex-col">
      <FilterBar projectId={project.id} search={search} isOpen={filtering} />
      {(nothing || search.view === 'list') && <div className="flex justify-end px-2 pt-1 md:hidden">{filterButton}</div>}
      {nothing ? (
        <div className="px-4 sm:px-8">
          <EmptyState
            picture={isNarrowed(search) ? 'lens' : 'chairs'}
            title={isNarrowed(search) ? <Trans>No task is like that</Trans> : <Trans>Nothing here yet</Trans>}
            action={
              isNarrowed(search) && (
                <Button onClick={() => void navigate({ to: '.', search: ({ view, group, as }) => ({ view, group, as }), replace: true })}>
                  <Trans>Clear the filters</Trans>
                </Button>
              )
            }
          >
            {isNarrowed(search) ? <Trans>The filters leave nothing over.</Trans> : <Trans>What is meant for you will stand here.</Trans>}
          </EmptyState>
        </div>
      ) : search.view === 'list' ? (
        <TaskList {...shared} projectId={project.id} />
      ) : (
        <Board {...shared} aside={filterButton} />
      )}
    </section>
  );
}
