import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field, Textarea } from '../../ui/Field.tsx';
import { keep, kept } from '../keep.ts';
import { type Mentionable, nameBeingTyped, withMentions } from './words.ts';

const MOST = 10_000;

type ComposerProps = {
  /** Names the place, so that what was typed there is found again. */
  place: string;
  people: readonly Mentionable[];
  label: string;
  onSay: (body: string) => Promise<boolean>;
};

/** Where the reader writes. What was typed is kept on this device until it is sent; the people below can be mentioned. */
export function Composer({ place, people, label, onSay }: ComposerProps) {
  const { t } = useLingui();
  const [text, setText] = useState(() => kept(`draft.${place}`) ?? '');
  const [isBusy, setBusy] = useState(false);
  const [typedName, setTypedName] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => keep(`draft.${place}`, text === '' ? null : text), [place, text]);

  const field = () => form.current?.querySelector('textarea');
  const found = typedName?.toLocaleLowerCase() ?? '';
  const named = people.filter(({ name }) => name.toLocaleLowerCase().startsWith(found)).slice(0, 8);

  function mention({ name }: Mentionable) {
    const area = field();
    const caret = area?.selectionStart ?? text.length;
    const before = text.slice(0, caret);
    const head = typedName === null ? before.replace(/(\S)$/, '$1 ') : before.slice(0, before.length - typedName.length - 1);
    const next = `${head}@${name} `;
    setText(next + text.slice(caret));
    setTypedName(null);
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(next.length, next.length);
    });
  }

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (isBusy || text.trim() === '') return field()?.focus();
    setBusy(true);
    const wasTaken = await onSay(withMentions(text.trim(), people));
    setBusy(false);
    if (wasTaken) setText('');
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
  };

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} className="flex flex-col gap-3 pt-2">
      <Field label={label} labelHidden>
        <Textarea
          value={text}
          maxLength={MOST}
          placeholder={label}
          className="text-16"
          onKeyDown={onKeyDown}
          onChange={({ target }) => {
            setText(target.value);
            setTypedName(nameBeingTyped(target.value.slice(0, target.selectionStart)));
          }}
        />
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        {named.length > 0 && (
          <fieldset className="flex flex-1 flex-wrap items-center gap-x-1" aria-label={t`Mention somebody`}>
            <span aria-hidden className="text-13 text-ink-3">
              <Trans>To</Trans>
            </span>
            {named.map((person) => (
              <Button key={person.id} tone="quiet" size="small" onClick={() => mention(person)}>
                <span className="sr-only">
                  <Trans>Mention</Trans>{' '}
                </span>
                @{person.name}
              </Button>
            ))}
          </fieldset>
        )}
        <Button type="submit" busy={isBusy} className="ml-auto">
          <Trans>Send</Trans>
        </Button>
      </div>
    </form>
  );
}
