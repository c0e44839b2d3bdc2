import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Eye, Lock, Pencil } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { BoardGrouping, Visibility } from '../../graphql/__generated__/types.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { DueDate } from '../../ui/DateText.tsx';
import { StatusMark } from '../../ui/StatusChip.tsx';
import type { BoardTask } from '../board/columns.ts';
import { markOf, subscribeToMarks } from '../project/marks.ts';
import type { ProjectPerson } from '../project/usePeople.ts';
import type { TaskChanges } from './useTaskChanges.ts';
import { taskStatus } from './words.ts';

type TaskRowProps = {
  task: BoardTask;
  groupBy: BoardGrouping;
  studioZone: string;
  usual: Visibility;
  readOnly: boolean;
  changes: TaskChanges;
  people: ProjectPerson[];
  /** Somebody reached for the list of people. */
  onReach: () => void;
  'aria-rowindex': number;
  'data-index': number;
};

const mini = { size: 12, strokeWidth: 1.75, 'aria-hidden': true } as const;
const LAST = '\uffff';
/* A native control that looks like the text it holds until it is reached for. */
const bare =
  'h-9 w-full min-w-0 appearance-none truncate rounded-4 bg-transparent px-2 text-13 text-ink-2 outline-offset-0 ' +
  'enabled:hover:bg-surface-2 disabled:opacity-100';
const cell = 'h-10 border-b py-0 align-middle';

/** The title as it is written anew. */
function TitleField({ title, onSave, onLeave }: { title: string; onSave: (title: string) => void; onLeave: () => void }) {
  const { t } = useLingui();
  const [text, setText] = useState(title);
  const field = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  useEffect(() => field.current?.select(), []);
  const leave = (save: boolean) => {
    if (left.current) return;
    left.current = true;
    if (save && text.trim() && text.trim() !== title) onSave(text.trim());
    onLeave();
  };
  return (
    <input
      ref={field}
      value={text}
      maxLength={200}
      aria-label={t`Title`}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => leave(true)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) leave(true);
        if (event.key === 'Escape') leave(false);
      }}
      className="h-8 min-w-0 flex-1 rounded-4 bg-surface-1 px-2 inset-ring inset-ring-line-field"
    />
  );
}

/** One task as a row. */
export function TaskRow({ task, groupBy, studioZone, usual, readOnly, changes, people, onReach, ...place }: TaskRowProps) {
  const { t, i18n } = useLingui();
  const [renaming, setRenaming] = useState(false);
  const mark = useSyncExternalStore(subscribeToMarks, () => markOf(task.id));
  const done = task.status === 'DONE';
  const known = task.assignee && !people.some((person) => person.id === task.assignee?.id) ? [task.assignee] : [];
  return (
    <tr
      key={mark?.at ?? 0}
      {...place}
      data-task={task.id}
      className={cx('group/row text-14 hover:bg-surface-1', mark && 'glow')}
      style={mark && { ['--who' as string]: mark.colour }}
    >
      <td className={cell}>
        <span className="flex items-center gap-1">
          <button
            type="button"
            disabled={readOnly}
            aria-pressed={done}
            aria-label={done ? t`Not done after all: ${task.title}` : t`Done: ${task.title}`}
            onClick={() => void changes.move(task.id, { status: done ? 'TODO' : 'DONE', position: LAST, backTo: null })}
            className="grid size-7 shrink-0 place-items-center rounded-full enabled:hover:bg-surface-2 pointer-coarse:size-11"
          >
            <StatusMark kind={taskStatus[task.status].kind} />
          </button>
          {renaming ? (
            <TitleField title={task.title} onSave={(title) => void changes.update(task.id, { title })} onLeave={() => setRenaming(false)} />
          ) : (
            <>
              <Link
                to="."
                search={(search) => ({ ...search, task: task.id })}
                resetScroll={false}
                preload={false}
                className={cx('link-quiet min-w-0 truncate', done && 'text-ink-3')}
              >
                {task.title}
              </Link>
              {task.visibility !== usual && (
                <span
                  className="inline-flex shrink-0 items-center gap-1 pl-2 text-12 text-ink-3"
                  title={task.visibility === 'CLIENT' ? t`The client sees it` : t`The client does not see it`}
                >
                  {task.visibility === 'CLIENT' ? <Eye {...mini} /> : <Lock {...mini} />}
                  {task.visibility === 'CLIENT' ? t`Client` : t`Team`}
                </span>
              )}
              {!readOnly && (
                <IconButton
                  size="small"
                  label={t`Rename: ${task.title}`}
                  onClick={() => setRenaming(true)}
                  className="opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 max-sm:hidden"
                >
                  <Pencil size={14} strokeWidth={1.5} aria-hidden />
                </IconButton>
              )}
            </>
          )}
        </span>
      </td>
      <td className={cx(cell, 'truncate px-2 text-13 text-ink-2 max-sm:p-0')}>
        <span className="max-sm:hidden">{groupBy === 'STATUS' ? task.stage?.name : i18n._(taskStatus[task.status].word)}</span>
      </td>
      <td className={cell}>
        <span className="flex items-center pl-2 max-sm:hidden">
          {task.assignee && (
            <Avatar
              decorative
              size={20}
              person={{ ...task.assignee, pictureUrl: 'picture' in task.assignee ? task.assignee.picture : null }}
            />
          )}
          <select
            aria-label={t`Given to, for ${task.title}`}
            disabled={readOnly}
            value={task.assignee?.id ?? ''}
            onPointerEnter={onReach}
            onFocus={onReach}
            onChange={(event) =>
              void changes.update(task.id, { assignee: people.find((person) => person.id === event.target.value) ?? null })
            }
            className={cx(bare, !task.assignee && '-ml-2 not-focus:not-hover:text-ink-3')}
          >
            <option value="">{t`Nobody`}</option>
            {[...known, ...people].map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </select>
        </span>
      </td>
      <td className={cx(cell, 'relative')}>
        <input
          type="date"
          aria-label={t`Due, for ${task.title}`}
          disabled={readOnly}
          value={task.dueOn ?? ''}
          onChange={(event) => void changes.update(task.id, { dueOn: event.target.value || null })}
          className={cx(
            bare,
            'peer not-focus:not-hover:[&::-webkit-calendar-picker-indicator]:opacity-0 dark:[color-scheme:dark]',
            task.dueOn ? 'not-focus:text-transparent' : 'not-focus:not-hover:opacity-0',
          )}
        />
        {task.dueOn && (
          <span className="pointer-events-none absolute inset-y-0 left-2 flex items-center peer-focus:hidden">
            <DueDate date={task.dueOn} studioZone={studioZone} done={done} className="text-13" />
          </span>
        )}
      </td>
    </tr>
  );
}
