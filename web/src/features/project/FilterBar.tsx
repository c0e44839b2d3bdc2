import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { useShortcut } from '../../shell/ShortcutsProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Select, TextInput } from '../../ui/Field.tsx';
import { SegmentedControl } from '../../ui/Tabs.tsx';
import { useTypedSearch } from '../../ui/useTypedSearch.ts';
import { taskStatus } from '../tasks/words.ts';
import { StatusFilter } from './StatusFilter.tsx';
import { isNarrowed, type ProjectSearch, TASK_STATUSES } from './search.ts';
import { usePeople } from './usePeople.ts';

type FilterBarProps = {
  projectId: string;
  search: ProjectSearch;
  /** On a phone it takes room only when it is wanted. */
  isOpen: boolean;
};

/** What narrows the board and the list; all of it lives in the address. */
export function FilterBar({ projectId, search, isOpen }: FilterBarProps) {
  const { t } = useLingui();
  const navigate = useNavigate({ from: '/s/$studio/projects/$projectId' });
  const [reached, setReached] = useState(Boolean(search.assignee && search.assignee !== 'me'));
  const people = usePeople(projectId, reached);
  const input = useRef<HTMLInputElement>(null);
  useShortcut({ keys: '/', label: t`Find a task`, group: t`Project`, run: () => input.current?.focus() });

  const change = (next: ProjectSearch) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false });
  const [text, setText] = useTypedSearch(search.q ?? '', (q) => change({ q: q || undefined }));

  const quiet = 'w-auto shrink-0 [&>select]:w-auto [&>select]:bg-transparent [&>select]:text-13 [&>select]:inset-ring-line';
  const reach = () => setReached(true);
  return (
    <search
      aria-label={t`Filter tasks`}
      className={cx('relative flex items-center gap-2 overflow-x-auto px-4 pt-3 pb-2 sm:px-8', !isOpen && 'max-md:hidden')}
    >
      <div className="relative w-44 shrink-0 lg:w-56">
        <Search size={14} strokeWidth={1.5} aria-hidden className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-ink-3" />
        <TextInput
          ref={input}
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && (text ? setText('') : input.current?.blur())}
          aria-label={t`Find a task`}
          placeholder={t`Find a task`}
          className="bg-transparent pl-8 text-13 inset-ring-line!"
        />
      </div>
      <Select
        aria-label={t`Given to`}
        value={search.assignee ?? ''}
        onPointerEnter={reach}
        onFocus={reach}
        onChange={(event) => change({ assignee: event.target.value || undefined })}
        className={quiet}
      >
        <option value="">{t`Anyone`}</option>
        <option value="me">{t`Me`}</option>
        {people
          .filter((person) => !person.isViewer)
          .map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
      </Select>
      {(search.view === 'list' || search.group === 'stage' || search.status) && (
        <StatusFilter
          statuses={TASK_STATUSES}
          words={taskStatus}
          value={search.status}
          onChange={(status) => change({ status })}
          className={quiet}
        />
      )}
      <Select
        aria-label={t`Due`}
        value={search.due ?? ''}
        onChange={(event) => change({ due: event.target.value || undefined })}
        className={quiet}
      >
        <option value="">{t`Any day`}</option>
        <option value="late">{t`Before today`}</option>
        <option value="week">{t`Within a week`}</option>
      </Select>
      {isNarrowed(search) && (
        <Button
          tone="quiet"
          className="text-13"
          onClick={() => {
            setText('');
            change({ q: undefined, assignee: undefined, status: undefined, due: undefined });
          }}
        >
          <Trans>Clear</Trans>
        </Button>
      )}
      <div className="ml-auto shrink-0 pl-2">
        <SegmentedControl
          label={t`Group by`}
          value={search.group ?? 'status'}
          onChange={(group) => change({ group: group === 'stage' ? 'stage' : undefined })}
          options={[
            { value: 'status', label: t`Status` },
            { value: 'stage', label: t`Stage` },
          ]}
        />
      </div>
    </search>
  );
}
