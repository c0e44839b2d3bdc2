import { useLazyQuery } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { referenceOf } from '../../graphql/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { AuditLogCheckDocument } from './__generated__/AuditLog.ts';
import { faults } from './words.ts';

/** Reads the whole log on the server and says whether it is whole. */
export function CheckButton() {
  const { i18n } = useLingui();
  const [read, { data, loading, error }] = useLazyQuery(AuditLogCheckDocument, { fetchPolicy: 'network-only' });
  const check = data?.studio?.auditLogCheck;
  return (
    <div className="flex flex-col gap-2 pt-4">
      <div className="flex flex-wrap items-center gap-3">
        <Button size="small" busy={loading} onClick={() => void read().catch(() => undefined)}>
          <Trans>Check the log</Trans>
        </Button>
        <p role="status" className="text-13 text-ink-2">
          {check?.isIntact && !loading && (
            <StatusChip kind="done">
              <Plural value={check.lines} one="Whole: # line, as it was written" other="Whole: # lines, as they were written" />
            </StatusChip>
          )}
          {check && !check.isIntact && !loading && (
            <StatusChip kind="late">
              <Trans>Not whole: somebody changed the database itself</Trans>
            </StatusChip>
          )}
        </p>
      </div>
      {check && !check.isIntact && (
        <ul className="text-13 text-late">
          {check.faults.map(({ number, kind }) => (
            <li key={`${number} ${kind}`}>
              <Trans>
                Line {number} {i18n._(faults[kind])}
              </Trans>
            </li>
          ))}
        </ul>
      )}
      {error && !loading && <ErrorPanel title={<Trans>The log was not read</Trans>} reference={referenceOf(error)} />}
    </div>
  );
}
