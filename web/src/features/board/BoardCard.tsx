import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { IconButton } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Menu } from '../../ui/Menu.tsx';
import { markOf, subscribeToMarks } from '../project/marks.ts';
import { TaskCard } from '../tasks/TaskCard.tsx';
import { useBoard } from './BoardContext.ts';
import type { BoardTask, Column } from './columns.ts';
import { useCarried } from './drag.ts';
import { flight } from './flight.ts';
import { MoveMenu } from './MoveMenu.tsx';

/** A card that can be opened, carried by pointer, finger or keys, and moved from its menu. */
export function BoardCard({ task, column, index }: { task: BoardTask; column: Column; index: number }) {
  const { t } = useLingui();
  const board = useBoard();
  const place = useRef<HTMLDivElement>(null);
  const link = useRef<HTMLAnchorElement>(null);
  const carried = useCarried(board.drag, task.id);
  const mark = useSyncExternalStore(subscribeToMarks, () => markOf(task.id));

  useEffect(() => {
    if (board.takeFocus(task.id)) link.current?.focus();
  }, [board, task.id]);

  // After a change by somebody else: from where it stood to where it stands.
  const seen = useRef(mark?.at);
  useLayoutEffect(() => {
    const from = flight.take(task.id);
    if (from && place.current) flight.fly(place.current, from);
    seen.current = mark?.at;
  }, [mark?.at, task.id]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (board.readOnly) return;
    board.keys(event, task, column, index);
  };

  return (
    <div
      ref={place}
      onPointerDown={(event) => !board.readOnly && board.press(event, task)}
      data-task={task.id}
      className={cx('touch-manipulation select-none [-webkit-touch-callout:none]', carried === 'pointer' && 'opacity-40')}
    >
      <div
        key={mark?.at ?? 0}
        className={cx('rounded-8', mark && 'glow', carried === 'keys' && '-translate-y-0.5 shadow-lift')}
        style={mark && { ['--who' as string]: mark.colour }}
      >
        <TaskCard
          task={task}
          studioZone={board.studioZone}
          usual={board.usual}
          shows={board.groupBy === 'STATUS' ? 'stage' : 'status'}
          className="transition-shadow hover:inset-ring-line-strong"
          title={
            <Link
              ref={link}
              to="."
              search={(search) => ({ ...search, task: task.id })}
              resetScroll={false}
              preload={false}
              draggable={false}
              onKeyDown={onKeyDown}
              onBlur={() => board.letGo(task.id)}
              aria-describedby={board.readOnly ? undefined : board.helpId}
              className="outline-none after:absolute after:inset-0 after:rounded-8"
            >
              {task.title}
            </Link>
          }
          menu={
            !board.readOnly && (
              <span className="rounded-4 bg-surface-1 opacity-0 transition-opacity group-focus-within/card:opacity-100 group-hover/card:opacity-100 pointer-coarse:opacity-100">
                <Menu
                  align="end"
                  trigger={
                    <IconButton
                      size="small"
                      label={t`Move or put away: ${task.title}`}
                      className="size-7 pointer-coarse:-m-1.5 pointer-coarse:size-11"
                    >
                      <Ellipsis size={16} strokeWidth={1.5} aria-hidden />
                    </IconButton>
                  }
                >
                  <MoveMenu task={task} column={column} />
                </Menu>
              </span>
            )
          }
        />
      </div>
    </div>
  );
}
