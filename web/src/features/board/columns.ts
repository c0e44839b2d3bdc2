import type { BoardGrouping, TaskFilter, TaskStatus } from '../../graphql/__generated__/types.ts';
import type { TaskPlaceFragment } from '../tasks/__generated__/TaskPlace.ts';
import type { BoardFragment } from './__generated__/Board.ts';

/** A loaded task, with its masked parts for the card. */
export type BoardTask = BoardFragment['board'][number]['tasks']['nodes'][number];

/** A column as it is drawn. */
export type Column = {
  /** `status:TODO`, `stage:<id>` or `stage:none`. */
  key: string;
  status: TaskStatus | null;
  stage: { id: string; name: string } | null;
  cards: BoardTask[];
  /** How many there are in all, loaded or not. */
  count: number;
  /** The cursor after which more can be fetched; null when all are here. */
  more: string | null;
};

/** What decides which loaded tasks are shown. */
export type Shown = { filter: TaskFilter; clientOnly: boolean };

type Placed = Pick<TaskPlaceFragment, 'status' | 'position' | 'id'> & { stage: { id: string } | null };

/** The column that a task stands in. */
export function columnKey(task: Pick<Placed, 'status' | 'stage'>, groupBy: BoardGrouping): string {
  return groupBy === 'STATUS' ? `status:${task.status}` : `stage:${task.stage?.id ?? 'none'}`;
}

/** The board's order: by position as text, ties by id. */
export function comparePlaces(a: Pick<Placed, 'position' | 'id'>, b: Pick<Placed, 'position' | 'id'>): number {
  if (a.position !== b.position) return a.position < b.position ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Whether a task is to be shown: the server filtered what it sent, but a task may have changed since. */
export function isShown(task: TaskPlaceFragment, { filter, clientOnly }: Shown): boolean {
  if (task.archivedAt || task.trashedAt) return false;
  if (clientOnly && task.visibility !== 'CLIENT') return false;
  if (filter.text && !task.title.toLocaleLowerCase().includes(filter.text.toLocaleLowerCase())) return false;
  if (filter.status && !filter.status.includes(task.status)) return false;
  if (filter.assigneeId && task.assignee?.id !== filter.assigneeId) return false;
  if (filter.assignedToViewer && !task.assignee?.isViewer) return false;
  if (filter.dueBefore && (!task.dueOn || task.dueOn > filter.dueBefore)) return false;
  return true;
}

/** The loaded tasks by the column that they stand in now, whichever column they were fetched for. */
export function deriveColumns(board: BoardFragment['board'], groupBy: BoardGrouping, shown: Shown): Column[] {
  const byKey = new Map<string, BoardTask[]>(board.map((column) => [column.key, []]));
  const seen = new Set<string>();
  for (const column of board) {
    for (const task of column.tasks.nodes) {
      if (seen.has(task.id)) continue;
      seen.add(task.id);
      if (isShown(task, shown)) byKey.get(columnKey(task, groupBy))?.push(task);
    }
  }
  return board.map(({ key, status, stage, tasks }) => {
    const cards = (byKey.get(key) ?? []).sort(comparePlaces);
    const more = tasks.pageInfo.hasNextPage ? tasks.pageInfo.endCursor : null;
    // Where not all is loaded: the server's count, corrected by what came and went since.
    const count = more !== null && !shown.clientOnly ? tasks.totalCount + cards.length - tasks.nodes.length : cards.length;
    return { key, status, stage, cards, count, more };
  });
}

/** The same columns where nothing in them changed, so that only the others are drawn again. */
export function keepUnchanged(before: readonly Column[], after: Column[]): Column[] {
  return after.map((column) => {
    const old = before.find((each) => each.key === column.key);
    const isSame =
      old !== undefined &&
      old.count === column.count &&
      old.more === column.more &&
      old.stage?.name === column.stage?.name &&
      old.cards.length === column.cards.length &&
      old.cards.every((card, index) => card === column.cards[index]);
    return isSame ? old : column;
  });
}

/** Where a dragged card would land: before the card at `index` of the column as it is drawn, the dragged one included. */
export type Slot = { column: string; index: number };

/** The card that a task dropped into a slot comes after; null for the top. */
export function cardBefore(cards: readonly BoardTask[], slot: Slot, dragged: string): BoardTask | null {
  for (let index = Math.min(slot.index, cards.length) - 1; index >= 0; index -= 1) {
    const card = cards[index];
    if (card && card.id !== dragged) return card;
  }
  return null;
}

/** Whether dropping there changes nothing. */
export function staysThere(column: Column, slot: Slot, dragged: string): boolean {
  const at = column.cards.findIndex((card) => card.id === dragged);
  return at >= 0 && (slot.index === at || slot.index === at + 1);
}

/** A position right behind another, for the time until the server says the real one: it sorts before all that follows. */
export const positionAfter = (card: Pick<Placed, 'position'> | null): string => (card ? `${card.position}\u0001` : '');
