import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useId, useMemo, useRef, useState } from 'react';
import type { BoardGrouping, Visibility } from '../../graphql/__generated__/types.ts';
import { cx } from '../../ui/cx.ts';
import { TaskCard } from '../tasks/TaskCard.tsx';
import type { TaskChanges } from '../tasks/useTaskChanges.ts';
import { taskStatus } from '../tasks/words.ts';
import { BoardColumn, type ColumnHandle } from './BoardColumn.tsx';
import { BoardContext } from './BoardContext.ts';
import { ColumnSwitch } from './ColumnSwitch.tsx';
import { type BoardTask, type Column, cardBefore, positionAfter, type Slot, staysThere } from './columns.ts';
import { useCarry } from './useCarry.ts';
import { type InHand, usePointerCarry } from './usePointerCarry.ts';

type BoardProps = {
  columns: readonly Column[];
  groupBy: BoardGrouping;
  studioZone: string;
  usual: Visibility;
  readOnly: boolean;
  changes: TaskChanges;
  loadMore: (column: Column) => void;
  /** Beside the switch between columns on a phone. */
  aside?: ReactNode;
};

/** Behind whatever is not loaded yet. */
const LAST = '\uffff';

/** The tasks as cards in columns. */
export default function Board({ columns, groupBy, studioZone, usual, readOnly, changes, loadMore, aside }: BoardProps) {
  const { t, i18n } = useLingui();
  const helpId = useId();
  const strip = useRef<HTMLDivElement>(null);
  const hand = useRef<HTMLDivElement>(null);
  const [inHand, setInHand] = useState<InHand | null>(null);
  const nameOf = useCallback(
    (column: Column) => (column.status ? i18n._(taskStatus[column.status].word) : (column.stage?.name ?? t`No stage`)),
    [i18n, t],
  );

  const drop = useCallback(
    (task: BoardTask, from: Column, slot: Slot) => {
      const to = columns.find((column) => column.key === slot.column);
      if (!to || (to.key === from.key && staysThere(to, slot, task.id))) return;
      const above = cardBefore(to.cards, slot, task.id);
      const isBottom = slot.index >= to.cards.length && to.more !== null;
      const home = from.cards.findIndex((card) => card.id === task.id);
      void changes.move(task.id, {
        ...(to.key !== from.key && (groupBy === 'STATUS' ? { status: to.status ?? task.status } : { stage: to.stage })),
        ...(isBottom ? { position: LAST } : { after: above?.id ?? null, position: positionAfter(above) }),
        backTo: from.cards[home - 1]?.id ?? null,
      });
    },
    [columns, groupBy, changes],
  );

  const { tools: carry, said } = useCarry({ columns, nameOf, drop });
  const find = (id: string) => {
    const column = columns.find((each) => each.cards.some((card) => card.id === id));
    return { column, task: column?.cards.find((card) => card.id === id) };
  };
  const lift = (taken: InHand) => {
    setInHand(taken);
    carry.say(t`Lifted ${taken.task.title}`);
    navigator.vibrate?.(10);
  };
  const end = (isDrop: boolean) => {
    const state = carry.drag.get();
    setInHand(null);
    carry.drag.set(null);
    if (!state) return;
    const { task, column } = find(state.id);
    if (!isDrop || !state.slot || !task || !column) return carry.say(t`${carry.titleOf(state.id)} is back where it was.`);
    carry.say(t`Put down ${task.title}: ${carry.placeOf(state.slot, task.id)}.`);
    drop(task, column, state.slot);
  };

  const press = usePointerCarry({ drag: carry.drag, handles: carry.handles, strip, hand, onLift: lift, onEnd: end });

  const tools = useMemo(
    () => ({
      columns,
      groupBy,
      studioZone,
      usual,
      readOnly,
      changes,
      nameOf,
      drop,
      helpId,
      loadMore,
      press,
      drag: carry.drag,
      keys: carry.keys,
      letGo: carry.letGo,
      takeFocus: carry.takeFocus,
      waitsForFocus: carry.waitsForFocus,
    }),
    [columns, groupBy, studioZone, usual, readOnly, changes, nameOf, drop, helpId, loadMore, press, carry],
  );
  const register = useMemo(() => {
    const known = new Map<string, (handle: ColumnHandle | null) => void>();
    return (key: string) => {
      const setter =
        known.get(key) ?? ((handle: ColumnHandle | null) => void (handle ? carry.handles.set(key, handle) : carry.handles.delete(key)));
      known.set(key, setter);
      return setter;
    };
  }, [carry]);

  return (
    <BoardContext value={tools}>
      <p id={helpId} className="sr-only">
        {t`Press Space to lift the card, arrows to carry it, Space to put it down, Escape to take it back. Arrows alone go from card to card.`}
      </p>
      <p aria-live="assertive" className="sr-only">
        {said}
      </p>
      <ColumnSwitch strip={strip} columns={columns} nameOf={nameOf} aside={aside} />
      <div
        ref={strip}
        className={cx(
          'relative flex min-h-0 flex-1 gap-4 overflow-x-auto scroll-px-4 px-4 md:gap-0 md:px-7 md:pb-2',
          inHand ? 'cursor-grabbing' : 'snap-x snap-mandatory md:snap-none',
        )}
      >
        {columns.map((column) => (
          <BoardColumn key={column.key} column={column} handle={register(column.key)} />
        ))}
      </div>
      {inHand && (
        <div
          ref={hand}
          aria-hidden
          className="pointer-events-none fixed top-0 left-0 z-40"
          style={{ width: inHand.width, translate: `${inHand.corner.x}px ${inHand.corner.y}px` }}
        >
          <TaskCard
            task={inHand.task}
            studioZone={studioZone}
            usual={usual}
            shows={groupBy === 'STATUS' ? 'stage' : 'status'}
            title={inHand.task.title}
            className="rotate-1 shadow-lift"
          />
        </div>
      )}
    </BoardContext>
  );
}
