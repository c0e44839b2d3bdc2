import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Visibility } from '../../graphql/__generated__/types.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { usePeople } from '../project/usePeople.ts';
import { bodyOf, type Draft, mentionAt } from './mentions.ts';
import { VisibilityButton } from './VisibilityButton.tsx';

const LONGEST = 10_000;
const MOST = 6;

type ComposerProps = {
  projectId: string;
  /** Names the field for screen readers. */
  label: string;
  initial?: Draft;
  visibility: Visibility;
  onVisibility?: (visibility: Visibility) => void;
  submit: ReactNode;
  /** Resolves to whether it was saved: what was typed stays where it was not. */
  onSubmit: (body: string) => Promise<boolean>;
  onCancel?: () => void;
  autoFocus?: boolean;
};

/* A list that the field operates: no native element is one. */
const listbox = { role: 'listbox' } as const;
const option = (isPicked: boolean) => ({ role: 'option', 'aria-selected': isPicked }) as const;

/** A field for a comment: `@` offers people, Ctrl or Cmd with Enter sends. */
export function Composer({ projectId, label, initial, visibility, onVisibility, submit, onSubmit, onCancel, autoFocus }: ComposerProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState<Draft>(initial ?? { text: '', people: [] });
  const [caret, setCaret] = useState(0);
  const [picked, setPicked] = useState(0);
  const [dismissed, setDismissed] = useState(-1);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const goTo = useRef<number | null>(null);
  const listId = useId();
  const typed = mentionAt(draft.text, caret);
  const people = usePeople(projectId, typed !== null);
  const words = typed?.query.toLocaleLowerCase() ?? '';
  const offered =
    typed && dismissed !== typed.start
      ? people
          .filter(
            (person) =>
              person.name
                .toLocaleLowerCase()
                .split(/\s+/)
                .some((word) => word.startsWith(words)) || person.name.toLocaleLowerCase().startsWith(words),
          )
          // A note for the team cannot call somebody who would not see it.
          .filter((person) => visibility === 'CLIENT' || person.kind === 'member')
          .slice(0, MOST)
      : [];
  const isOpen = offered.length > 0 && !draft.people.some((person) => person.name === typed?.query);
  const at = Math.min(picked, offered.length - 1);
  const body = bodyOf(draft).trim();

  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);

  const choose = (index: number) => {
    const person = offered[index];
    if (!typed || !person) return;
    const text = `${draft.text.slice(0, typed.start)}@${person.name} ${draft.text.slice(caret)}`;
    const after = typed.start + person.name.length + 2;
    setDraft({ text, people: [...draft.people.filter(({ id }) => id !== person.id), { id: person.id, name: person.name }] });
    setCaret(after);
    goTo.current = after;
  };
  // Before the next key arrives: what is typed on goes behind the name.
  useLayoutEffect(() => {
    if (goTo.current === null) return;
    field.current?.focus();
    field.current?.setSelectionRange(goTo.current, goTo.current);
    goTo.current = null;
  });
  const send = async () => {
    if (!body || busy) return;
    setBusy(true);
    const saved = await onSubmit(body);
    setBusy(false);
    if (saved) setDraft({ text: '', people: [] });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
      return;
    }
    if (!isOpen) {
      if (event.key === 'Escape' && onCancel) {
        event.stopPropagation();
        onCancel();
      }
      return;
    }
    const act: Record<string, () => void> = {
      ArrowDown: () => setPicked((at + 1) % offered.length),
      ArrowUp: () => setPicked((at + offered.length - 1) % offered.length),
      Enter: () => choose(at),
      Tab: () => choose(at),
      Escape: () => setDismissed(typed?.start ?? -1),
    };
    const action = act[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };

  return (
    <div className="flex flex-col gap-2">
      <div className="relative">
        <textarea
          ref={field}
          aria-label={label}
          aria-controls={isOpen ? listId : undefined}
          aria-activedescendant={isOpen ? `${listId}-${at}` : undefined}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          rows={2}
          maxLength={LONGEST}
          value={draft.text}
          placeholder={t`Write a comment. @ calls somebody.`}
          onChange={(event) => {
            setDraft({ ...draft, text: event.target.value });
            setCaret(event.target.selectionStart);
            setPicked(0);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          className="field-sizing-content max-h-80 min-h-16 w-full resize-none rounded-8 bg-surface-1 px-3 py-2 text-14 inset-ring inset-ring-line-field outline-offset-0 pointer-coarse:text-16"
        />
        {isOpen && (
          <ul
            id={listId}
            {...listbox}
            aria-label={t`People`}
            className="enter-pop absolute top-full left-0 z-20 mt-1 w-64 max-w-full rounded-8 bg-surface-1 p-1 shadow-float"
          >
            {offered.map((person, index) => (
              <li
                key={person.id}
                id={`${listId}-${index}`}
                {...option(index === at)}
                onMouseDown={(event) => {
                  event.preventDefault();
                  choose(index);
                }}
                className={cx(
                  'flex min-h-9 items-center gap-2 rounded-4 px-2 text-14 pointer-coarse:min-h-11',
                  index === at && 'bg-surface-2',
                )}
              >
                <Avatar decorative person={person} size={20} />
                <span className="truncate">{person.name}</span>
                {person.kind === 'contact' && <span className="ml-auto text-12 text-ink-3">{t`Client`}</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {onVisibility && <VisibilityButton visibility={visibility} onChange={onVisibility} />}
        <span className="ml-auto flex gap-2">
          {onCancel && (
            <Button size="small" tone="quiet" onClick={onCancel}>
              <Trans>Cancel</Trans>
            </Button>
          )}
          <Button size="small" tone={body ? 'primary' : 'plain'} busy={busy} disabled={!body} onClick={() => void send()}>
            {submit}
          </Button>
        </span>
      </div>
    </div>
  );
}
