import { Trans, useLingui } from '@lingui/react/macro';
import { Field, Select } from '../../ui/Field.tsx';

const HOUR = 3_600_000;
/** The server takes a week at most, by its own clock. */
const MARGIN = 60_000;

/** When the old secret ends, as a form says that holds an OverlapField. */
export function overlapEnd(form: HTMLFormElement): string {
  const hours = Number(new FormData(form).get('hours'));
  return new Date(Date.now() + Math.max(0, hours * HOUR - MARGIN)).toISOString();
}

/** Asks how long an old secret works on beside the new one. */
export function OverlapField({ error }: { error: string | null }) {
  const { t } = useLingui();
  return (
    <Field label={<Trans>The old secret works</Trans>} error={error ?? undefined}>
      <Select name="hours" defaultValue="24">
        <option value="0">{t`Not any more`}</option>
        <option value="1">{t`One hour more`}</option>
        <option value="24">{t`One day more`}</option>
        <option value="168">{t`One week more`}</option>
      </Select>
    </Field>
  );
}
