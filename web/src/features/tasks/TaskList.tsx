import { Trans, useLingui } from '@lingui/react/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { BoardGrouping, Visibility } from '../../graphql/__generated__/types.ts';
import { StatusMark } from '../../ui/StatusChip.tsx';
import type { BoardTask, Column } from '../board/columns.ts';
import { usePeople } from '../project/usePeople.ts';
import { TaskRow } from './TaskRow.tsx';
import type { TaskChanges } from './useTaskChanges.ts';
import { taskStatus } from './words.ts';

type TaskListProps = {
  columns: readonly Column[];
  groupBy: BoardGrouping;
  studioZone: string;
  usual: Visibility;
  readOnly: boolean;
  changes: TaskChanges;
  loadMore: (column: Column) => void;
  projectId: string;
};

type Line = { kind: 'group'; column: Column } | { kind: 'task'; task: BoardTask; column: Column } | { kind: 'more'; column: Column };

/* On a phone there is room for the task and its day; the rest is on its sheet. */
const wide = 'max-sm:w-0 max-sm:p-0';
const GROUP = 45;
const ROW = 41;

const keyOf = (line: Line) => (line.kind === 'task' ? line.task.id : `${line.kind}:${line.column.key}`);

/** Keeps the place of rows that are out of sight. */
function Spacer({ height }: { height: number }) {
  return height > 0 ? (
    <tbody aria-hidden>
      <tr>
        <td colSpan={4} style={{ height }} />
      </tr>
    </tbody>
  ) : null;
}

/** The tasks as rows under their groups; only those in sight are in the page. Title, person and day are changed in place. */
export default function TaskList({ columns, groupBy, studioZone, usual, readOnly, changes, loadMore, projectId }: TaskListProps) {
  const { t, i18n } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const [wantsPeople, setWantsPeople] = useState(false);
  const people = usePeople(projectId, wantsPeople);
  const lines = useMemo(
    () =>
      columns.flatMap((column): Line[] => [
        { kind: 'group', column },
        ...column.cards.map((task) => ({ kind: 'task' as const, task, column })),
        ...(column.more === null ? [] : [{ kind: 'more' as const, column }]),
      ]),
    [columns],
  );
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (lines[index]?.kind === 'group' ? GROUP : ROW),
    overscan: 12,
    getItemKey: (index) => {
      const line = lines[index];
      return line ? keyOf(line) : index;
    },
  });
  const visible = rows.getVirtualItems();
  const reached = visible.map((row) => lines[row.index]).find((line) => line?.kind === 'more')?.column;
  useEffect(() => {
    if (reached) loadMore(reached);
  }, [reached, loadMore]);

  const nameOf = (column: Column) => (column.status ? i18n._(taskStatus[column.status].word) : (column.stage?.name ?? t`No stage`));
  const total = columns.reduce((sum, column) => sum + column.count, 0);
  const head = 'sticky top-0 z-20 h-9 bg-ground px-2 text-left text-12 font-normal text-ink-3 shadow-[inset_0_-1px_0_var(--line)]';
  return (
    <div ref={box} className="relative min-h-0 flex-1 overflow-auto px-4 pb-6 sm:px-8">
      <table
        aria-label={t`Tasks`}
        aria-rowcount={total + columns.length + 1}
        className="w-full table-fixed sm:min-w-160 border-separate border-spacing-0"
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={head}>
              <span className="pl-6">
                <Trans>Task</Trans>
              </span>
            </th>
            <th scope="col" className={`${head} w-36 ${wide}`}>
              <span className="max-sm:sr-only">{groupBy === 'STATUS' ? t`Stage` : t`Status`}</span>
            </th>
            <th scope="col" className={`${head} w-48 ${wide}`}>
              <span className="max-sm:sr-only">
                <Trans>Given to</Trans>
              </span>
            </th>
            <th scope="col" className={`${head} w-36 max-sm:w-28`}>
              <Trans>Due</Trans>
            </th>
          </tr>
        </thead>
        <Spacer height={visible[0]?.start ?? 0} />
        <tbody>
          {visible.map((row) => {
            const line = lines[row.index];
            if (!line) return null;
            const place = { 'aria-rowindex': row.index + 2, 'data-index': row.index };
            if (line.kind === 'task')
              return (
                <TaskRow
                  key={row.key}
                  {...place}
                  task={line.task}
                  groupBy={groupBy}
                  studioZone={studioZone}
                  usual={usual}
                  readOnly={readOnly}
                  changes={changes}
                  people={people}
                  onReach={() => setWantsPeople(true)}
                />
              );
            return line.kind === 'group' ? (
              <tr key={row.key} {...place}>
                <th colSpan={4} scope="colgroup" className="h-11 border-b px-2 pb-2 text-left align-bottom text-13 font-medium">
                  <span className="flex items-center gap-2">
                    {line.column.status && <StatusMark kind={taskStatus[line.column.status].kind} />}
                    {nameOf(line.column)}
                    <span className="figures text-12 font-normal text-ink-3">{line.column.count}</span>
                  </span>
                </th>
              </tr>
            ) : (
              <tr key={row.key} {...place}>
                <td colSpan={4} className="h-10 px-8 text-13 text-ink-3">
                  <span className="breathe">
                    <Trans>More tasks are on their way</Trans>
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
        <Spacer height={rows.getTotalSize() - (visible.at(-1)?.end ?? 0)} />
      </table>
    </div>
  );
}
