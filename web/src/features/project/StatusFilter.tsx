import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { Select } from '../../ui/Field.tsx';

type StatusFilterProps<Status extends string> = {
  statuses: readonly Status[];
  words: Readonly<Record<Status, { word: MessageDescriptor }>>;
  value: Status | undefined;
  onChange: (status: Status | undefined) => void;
  className: string;
};

/** Chooses the one status that is shown, or any. */
export function StatusFilter<Status extends string>({ statuses, words, value, onChange, className }: StatusFilterProps<Status>) {
  const { t, i18n } = useLingui();
  return (
    <Select
      aria-label={t`Status`}
      value={value ?? ''}
      onChange={(event) => onChange(statuses.find((status) => status === event.target.value))}
      className={className}
    >
      <option value="">{t`Any status`}</option>
      {statuses.map((status) => (
        <option key={status} value={status}>
          {i18n._(words[status].word)}
        </option>
      ))}
    </Select>
  );
}
