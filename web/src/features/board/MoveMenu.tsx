import { useLingui } from '@lingui/react/macro';
import { Archive, ArrowDownToLine, ArrowUpToLine, Trash2 } from 'lucide-react';
import { MenuHeading, MenuItem, MenuRule } from '../../ui/Menu.tsx';
import { StatusMark } from '../../ui/StatusChip.tsx';
import { taskStatus } from '../tasks/words.ts';
import { useBoard } from './BoardContext.ts';
import type { BoardTask, Column } from './columns.ts';

const icon = { size: 14, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** What can be done to a card without carrying it. */
export function MoveMenu({ task, column }: { task: BoardTask; column: Column }) {
  const { t } = useLingui();
  const board = useBoard();
  return (
    <>
      <MenuHeading>{t`Move to`}</MenuHeading>
      {board.columns
        .filter((each) => each.key !== column.key)
        .map((each) => (
          <MenuItem
            key={each.key}
            icon={each.status && <StatusMark kind={taskStatus[each.status].kind} />}
            onSelect={() => board.drop(task, column, { column: each.key, index: each.cards.length })}
          >
            {board.nameOf(each)}
          </MenuItem>
        ))}
      <MenuItem icon={<ArrowUpToLine {...icon} />} onSelect={() => board.drop(task, column, { column: column.key, index: 0 })}>
        {t`Top of this column`}
      </MenuItem>
      <MenuItem
        icon={<ArrowDownToLine {...icon} />}
        onSelect={() => board.drop(task, column, { column: column.key, index: column.cards.length })}
      >
        {t`Bottom of this column`}
      </MenuItem>
      <MenuRule />
      <MenuItem icon={<Archive {...icon} />} onSelect={() => void board.changes.archive(task.id, true)}>
        {t`Archive`}
      </MenuItem>
      <MenuItem icon={<Trash2 {...icon} />} onSelect={() => void board.changes.trash(task.id)}>
        {t`Put in the trash`}
      </MenuItem>
    </>
  );
}
