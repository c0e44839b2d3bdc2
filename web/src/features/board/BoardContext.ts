import { createContext, type KeyboardEvent, type PointerEvent, useContext } from 'react';
import type { BoardGrouping, Visibility } from '../../graphql/__generated__/types.ts';
import type { TaskChanges } from '../tasks/useTaskChanges.ts';
import type { BoardTask, Column, Slot } from './columns.ts';
import type { DragStore } from './drag.ts';

/** What a board tells its columns and cards. */
export type BoardTools = {
  columns: readonly Column[];
  groupBy: BoardGrouping;
  studioZone: string;
  /** Who sees most tasks of this project. */
  usual: Visibility;
  readOnly: boolean;
  drag: DragStore;
  changes: TaskChanges;
  /** Names a column in words. */
  nameOf: (column: Column) => string;
  /** Puts a card into a slot. */
  drop: (task: BoardTask, from: Column, slot: Slot) => void;
  /** The keys of a focused card: lift, carry, put down, take back. */
  keys: (event: KeyboardEvent, task: BoardTask, column: Column, index: number) => void;
  /** A card is pressed by mouse or finger. */
  press: (event: PointerEvent, task: BoardTask) => void;
  /** The focus left a card: what was carried by keys goes back. */
  letGo: (id: string) => void;
  /** Whether this card is to have the focus, because it was just moved; true once. */
  takeFocus: (id: string) => boolean;
  /** Whether this card waits to come into sight and be focused. */
  waitsForFocus: (id: string) => boolean;
  /** The element that says how cards are carried. */
  helpId: string;
  /** Fetches more of a column. */
  loadMore: (column: Column) => void;
};

export const BoardContext = createContext<BoardTools | null>(null);

/** The board around a card. */
export function useBoard(): BoardTools {
  const board = useContext(BoardContext);
  if (!board) throw new Error('A card stands outside of a board');
  return board;
}
