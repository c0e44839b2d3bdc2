import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { formatMoney } from '../../ui/money.ts';
import { Dialog } from '../../ui/Overlay.tsx';
import type { ClientFields, FieldName } from './client-fields.ts';

type ClientConflictProps = {
  mine: Partial<ClientFields>;
  theirs: ClientFields;
  fields: FieldName[];
  busy: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onClose: () => void;
};

function useFieldWords() {
  const { t, i18n } = useLingui();
  const names: Record<FieldName, string> = {
    name: t`Name`,
    kind: t`Kind`,
    vatId: t`Tax number`,
    currency: t`Currency`,
    language: t`Language`,
    paymentTermsDays: t`Days to pay`,
    defaultRate: t`Rate for an hour`,
    notes: t`Notes`,
  };
  const printed = (fields: Partial<ClientFields>, name: FieldName): string => {
    if (name === 'kind') return fields.kind === 'PERSON' ? t`Person` : t`Company`;
    if (name === 'defaultRate') {
      const rate = fields.defaultRate;
      return rate ? formatMoney(rate.amount, rate.currency, i18n.locale) : t`none`;
    }
    return String(fields[name] ?? t`none`);
  };
  return { names, printed };
}

/** Somebody changed the same fields first: both values side by side, and a choice. */
export function ClientConflict({ mine, theirs, fields, busy, onKeepMine, onTakeTheirs, onClose }: ClientConflictProps) {
  const { names, printed } = useFieldWords();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={<Trans>Somebody was faster</Trans>}
      description={<Trans>While you typed, these were changed by somebody else. Nothing of yours is lost: choose which one stands.</Trans>}
      actions={
        <>
          <Button onClick={onTakeTheirs} busy={busy}>
            <Trans>Leave theirs</Trans>
          </Button>
          <Button tone="primary" onClick={onKeepMine} busy={busy}>
            <Trans>Save mine</Trans>
          </Button>
        </>
      }
    >
      <table className="w-full text-left text-14">
        <thead className="text-12 text-ink-3">
          <tr>
            <th className="border-b py-2 pr-3 font-normal">
              <Trans>Field</Trans>
            </th>
            <th className="border-b py-2 pr-3 font-normal">
              <Trans>Yours</Trans>
            </th>
            <th className="border-b py-2 font-normal">
              <Trans>Theirs</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field} className="align-top">
              <th scope="row" className="border-b py-2 pr-3 font-normal text-ink-2">
                {names[field]}
              </th>
              <td className="border-b py-2 pr-3 wrap-anywhere">{printed(mine, field)}</td>
              <td className="border-b py-2 wrap-anywhere">{printed(theirs, field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
