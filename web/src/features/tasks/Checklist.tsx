import { useApolloClient, useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { newId } from '../../graphql/ids.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Toggle.tsx';
import { toast } from '../../ui/toast.ts';
import { noteOwn } from '../project/marks.ts';
import { TaskVersionFragmentDoc, UpdateChecklistDocument } from './__generated__/TaskChanges.ts';
import { inTurn } from './inTurn.ts';

type Item = { id: string; text: string; done: boolean };
type ChecklistProps = { taskId: string; version: number; items: readonly Item[]; locked: boolean; canTick: boolean };

const MOST = 100;

/** What belongs to a task, line by line: added with Enter, ticked, carried with Alt and arrows, removed with a way back. */
export function Checklist({ taskId, version, items, locked, canTick }: ChecklistProps) {
  const { t } = useLingui();
  const [mutate] = useMutation(UpdateChecklistDocument);
  const [text, setText] = useState('');
  const [said, say] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const client = useApolloClient();
  const versionNow = () =>
    client.cache.readFragment({ fragment: TaskVersionFragmentDoc, from: { __typename: 'Task', id: taskId } })?.version ?? version;
  const ticked = items.filter((item) => item.done).length;

  const save = async (next: readonly Item[]): Promise<boolean> => {
    noteOwn(taskId);
    try {
      const { data } = await inTurn(taskId, () =>
        mutate({
          variables: {
            input: {
              id: taskId,
              expectedVersion: versionNow(),
              items: next.map(({ id, text: words, done }) => ({ id, text: words, done })),
            },
          },
          optimisticResponse: {
            __typename: 'Mutation',
            updateChecklist: {
              __typename: 'UpdateChecklistSuccess',
              task: {
                __typename: 'Task',
                id: taskId,
                version: version + 1,
                checklist: next.map((item) => ({ __typename: 'ChecklistItem', id: item.id, text: item.text, done: item.done })),
              },
            },
          },
        }),
      );
      const result = data?.updateChecklist;
      if (result?.__typename === 'UpdateChecklistSuccess') return true;
      toast({
        tone: 'problem',
        message:
          result?.__typename === 'InvalidInput'
            ? result.message
            : t`Somebody changed the list first. It is shown as it is now; do yours again.`,
      });
    } catch {
      toast({ tone: 'problem', message: t`The list was not saved. It is as it was before.` });
    }
    return false;
  };
  const add = async () => {
    const wanted = text.trim();
    if (!wanted) return;
    setText('');
    if (!(await save([...items, { id: newId('checklist_item'), text: wanted, done: false }]))) setText((now) => now || wanted);
  };
  const remove = (item: Item) => {
    const before = [...items];
    void save(items.filter((each) => each.id !== item.id)).then(
      (saved) => saved && toast({ message: t`Line removed`, undo: () => void restore(before) }),
    );
  };
  const latest = useRef(save);
  latest.current = save;
  const restore = (before: Item[]) => latest.current(before);
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || by === 0 || locked) return;
    event.preventDefault();
    const next = [...items];
    const [item] = next.splice(index, 1);
    const to = Math.max(0, Math.min(index + by, items.length - 1));
    if (!item || to === index) return;
    next.splice(to, 0, item);
    say(t`${item.text}, line ${to + 1} of ${items.length}`);
    void save(next);
    requestAnimationFrame(() => list.current?.querySelectorAll('input')[to]?.focus());
  };

  if (locked && items.length === 0) return null;
  return (
    <section aria-label={t`Checklist`}>
      <h3 className="flex items-baseline gap-2 text-13 font-medium">
        <Trans>Checklist</Trans>
        {items.length > 0 && (
          <span className="figures text-12 font-normal text-ink-3">
            {ticked}/{items.length}
          </span>
        )}
      </h3>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      <ul ref={list} className="pt-1">
        {items.map((item, index) => (
          <li key={item.id} className="group/line flex items-center gap-2">
            <Checkbox
              label={<span className={item.done ? 'text-ink-3 line-through decoration-1' : undefined}>{item.text}</span>}
              checked={item.done}
              disabled={!canTick}
              onKeyDown={(event) => onKeyDown(event, index)}
              onChange={(event) => void save(items.map((each) => (each.id === item.id ? { ...each, done: event.target.checked } : each)))}
              className="min-w-0 flex-1"
            />
            {!locked && (
              <IconButton
                size="small"
                label={t`Remove ${item.text}`}
                onClick={() => remove(item)}
                className="opacity-0 group-focus-within/line:opacity-100 group-hover/line:opacity-100 pointer-coarse:opacity-100"
              >
                <X size={14} strokeWidth={1.5} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {!locked && items.length < MOST && (
        <input
          value={text}
          maxLength={200}
          aria-label={t`New line`}
          placeholder={items.length === 0 ? t`Add a line` : t`Add a line. Alt with arrows moves one.`}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            void add();
          }}
          className="h-control w-full rounded-4 bg-transparent pl-7 text-14 outline-offset-0 hover:bg-surface-2 focus-visible:bg-surface-2 pointer-coarse:text-16"
        />
      )}
    </section>
  );
}
