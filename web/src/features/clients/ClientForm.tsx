import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Field, Select, Textarea, TextInput } from '../../ui/Field.tsx';
import { CurrencySelect, LanguageSelect } from '../studios/choices.tsx';

type ClientFormFieldsProps = {
  /** Values to start from, by the names of the controls. */
  start: Record<string, string>;
  /** What was wrong the last time, by the names of the controls. */
  errors: Record<string, string | undefined>;
  /** Between the name and the rest: the first contact of a new client. */
  children?: ReactNode;
};

/** The controls of a client: the name first, what only matters later below. */
export function ClientFormFields({ start, errors, children }: ClientFormFieldsProps) {
  const { t } = useLingui();
  const currency = start.currency || 'EUR';
  return (
    <>
      <Field label={<Trans>Name</Trans>} error={errors.name}>
        <TextInput name="name" required maxLength={120} defaultValue={start.name} autoComplete="off" />
      </Field>
      <Field label={<Trans>Kind</Trans>}>
        <Select name="kind" defaultValue={start.kind ?? 'COMPANY'}>
          <option value="COMPANY">{t`Company`}</option>
          <option value="PERSON">{t`Person`}</option>
        </Select>
      </Field>
      {children}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={<Trans>Language</Trans>} error={errors.language}>
          <LanguageSelect name="language" defaultValue={start.language ?? 'en'} present={start.language} />
        </Field>
        <Field label={<Trans>Currency</Trans>} error={errors.currency}>
          <CurrencySelect name="currency" defaultValue={currency} present={currency} />
        </Field>
        <Field label={<Trans>Rate for an hour</Trans>} note={<Trans>optional</Trans>} error={errors.rate ?? errors.defaultRate}>
          <TextInput name="rate" inputMode="decimal" defaultValue={start.rate} className="figures" />
        </Field>
        <Field label={<Trans>Days to pay</Trans>} error={errors.paymentTermsDays}>
          <TextInput
            name="paymentTermsDays"
            type="number"
            min={0}
            max={365}
            required
            defaultValue={start.paymentTermsDays ?? '14'}
            className="figures"
          />
        </Field>
      </div>
      <Field label={<Trans>Tax number</Trans>} note={<Trans>optional</Trans>} error={errors.vatId}>
        <TextInput name="vatId" maxLength={32} defaultValue={start.vatId} autoComplete="off" />
      </Field>
      <Field label={<Trans>Notes</Trans>} hint={<Trans>For the team. Clients never see them.</Trans>} error={errors.notes}>
        <Textarea name="notes" maxLength={10_000} defaultValue={start.notes} />
      </Field>
    </>
  );
}
