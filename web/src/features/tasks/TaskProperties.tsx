import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';
import type { TaskStatus } from '../../graphql/__generated__/types.ts';
import { cx } from '../../ui/cx.ts';
import { Select, TextInput } from '../../ui/Field.tsx';
import { VisibilityButton } from '../comments/VisibilityButton.tsx';
import { TASK_STATUSES } from '../project/search.ts';
import type { ProjectPerson } from '../project/usePeople.ts';
import type { TaskPlaceFragment } from './__generated__/TaskPlace.ts';
import type { TaskChanges } from './useTaskChanges.ts';
import { taskStatus } from './words.ts';

const LAST = '\uffff';
/* The field shows its edge when it is reached for: four boxes in a row would be a form. */
const quiet = 'bg-transparent! inset-ring-transparent! hover:enabled:bg-surface-2! focus-visible:bg-surface-2! disabled:text-ink-1!';

const quietSelect =
  '[&>select]:bg-transparent! [&>select]:inset-ring-transparent! [&>select]:hover:enabled:bg-surface-2! [&>select]:disabled:text-ink-1!';

function Property({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="grid grid-cols-[96px_minmax(0,1fr)] items-center">
      <label htmlFor={id} className="text-13 text-ink-3">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

type TaskPropertiesProps = {
  task: TaskPlaceFragment;
  stages: readonly { id: string; name: string }[];
  people: ProjectPerson[];
  changes: TaskChanges;
  locked: boolean;
};

/** Where a task stands, whose it is, when it is due and who sees it. */
export function TaskProperties({ task, stages, people, changes, locked }: TaskPropertiesProps) {
  const { t, i18n } = useLingui();
  const known = task.assignee && !people.some((person) => person.id === task.assignee?.id) ? [task.assignee] : [];
  const members = people.filter((person) => person.kind === 'member');
  const contacts = people.filter((person) => person.kind === 'contact');
  const option = ({ id, name }: { id: string; name: string }) => (
    <option key={id} value={id}>
      {name}
    </option>
  );
  return (
    <div className="flex flex-col gap-0.5">
      <Property label={t`Status`}>
        {(id) => (
          <Select
            id={id}
            value={task.status}
            disabled={locked}
            onChange={(event) => void changes.move(task.id, { status: event.target.value as TaskStatus, position: LAST, backTo: null })}
            className={quietSelect}
          >
            {TASK_STATUSES.map((status) => (
              <option key={status} value={status}>
                {i18n._(taskStatus[status].word)}
              </option>
            ))}
          </Select>
        )}
      </Property>
      <Property label={t`Stage`}>
        {(id) => (
          <Select
            id={id}
            value={task.stage?.id ?? ''}
            disabled={locked}
            onChange={(event) => {
              const stage = stages.find((each) => each.id === event.target.value) ?? null;
              void changes.move(task.id, { stage: stage && { id: stage.id, name: stage.name }, position: LAST, backTo: null });
            }}
            className={quietSelect}
          >
            <option value="">{t`No stage`}</option>
            {stages.map(option)}
          </Select>
        )}
      </Property>
      <Property label={t`Given to`}>
        {(id) => (
          <Select
            id={id}
            value={task.assignee?.id ?? ''}
            disabled={locked}
            onChange={(event) =>
              void changes.update(task.id, { assignee: people.find((person) => person.id === event.target.value) ?? null })
            }
            className={quietSelect}
          >
            <option value="">{t`Nobody`}</option>
            {known.map(option)}
            <optgroup label={t`Studio`}>{members.map(option)}</optgroup>
            {contacts.length > 0 && <optgroup label={t`Client`}>{contacts.map(option)}</optgroup>}
          </Select>
        )}
      </Property>
      <Property label={t`Due`}>
        {(id) => (
          <TextInput
            id={id}
            type="date"
            value={task.dueOn ?? ''}
            disabled={locked}
            onChange={(event) => void changes.update(task.id, { dueOn: event.target.value || null })}
            className={cx(quiet, 'dark:[color-scheme:dark]')}
          />
        )}
      </Property>
      <div className="grid min-h-control grid-cols-[96px_minmax(0,1fr)] items-center">
        <span className="text-13 text-ink-3">{t`Who sees it`}</span>
        <span className="pl-1.5">
          <VisibilityButton
            visibility={task.visibility}
            disabled={locked || task.assignee?.__typename === 'Contact'}
            onChange={(visibility) => void changes.update(task.id, { visibility })}
          />
        </span>
      </div>
    </div>
  );
}
