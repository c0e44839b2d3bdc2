import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Download } from 'lucide-react';
import type { DataExportFailure } from '../../graphql/__generated__/types.ts';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/DateText.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { absoluteTime, viewerZone } from '../../ui/time.ts';
import type { ExportLineFragment } from './__generated__/Exports.ts';
import { daysLeft, isUnderWay, sizeText } from './exports.ts';

type LinesProps = {
  exports: readonly ExportLineFragment[];
  /** To download the newest is the one thing to do on the page. */
  isMain: boolean;
  /** What is waited for: the id of an export. */
  busy: string | null;
  onCancel: (id: string) => void;
  onDownload: (line: ExportLineFragment) => void;
};

/** How far it is, and with which part of the work; without a number while it waits. */
function Progress({ line }: { line: ExportLineFragment }) {
  const { t, i18n } = useLingui();
  const { rowsDone, rowsTotal, progress } = line;
  const number = (value: number) => new Intl.NumberFormat(i18n.locale).format(value);
  const percent = progress ?? 0;
  let text = t`Waits for its turn`;
  if (progress !== null) text = t`Is being prepared`;
  if (progress !== null && rowsTotal !== null) {
    text = rowsDone < rowsTotal ? t`${number(rowsDone)} of ${number(rowsTotal)} rows` : t`All rows are in. The file is being packed.`;
  }
  return (
    <div className="flex flex-col gap-1.5 pt-1">
      <div
        role="progressbar"
        aria-label={t`Export`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={progress ?? undefined}
        aria-valuetext={text}
        className="h-1 w-full max-w-80 overflow-hidden rounded-full bg-surface-3"
      >
        <div
          className="h-full origin-left bg-accent transition-transform duration-150 ease-out"
          style={{ transform: `scaleX(${percent / 100})` }}
        />
      </div>
      <p className="figures text-13 text-ink-3">{text}</p>
    </div>
  );
}

function WhyFailed({ failure }: { failure: DataExportFailure | null }) {
  switch (failure) {
    case 'UNAVAILABLE':
      return <Trans>A part of Atelier did not answer, again and again. Ask for a new one in a while.</Trans>;
    case 'NO_SPACE':
      return <Trans>There is no room for the file. Whoever runs this Atelier has to make some; after that, ask for a new one.</Trans>;
    default:
      return <Trans>Something went wrong on our side. Ask for a new one; if it happens again, tell whoever runs this Atelier.</Trans>;
  }
}

function Fate({ line }: { line: ExportLineFragment }) {
  const { i18n } = useLingui();
  const now = useNow();
  switch (line.state) {
    case 'READY': {
      const { size, expiresAt } = line;
      return (
        <p className="figures text-13 text-ink-3">
          {size !== null && sizeText(size, i18n.locale)}
          {expiresAt !== null && (
            <span title={absoluteTime(new Date(expiresAt), i18n.locale, viewerZone())}>
              {' · '}
              <Plural value={daysLeft(expiresAt, now)} one="# day left" other="# days left" />
            </span>
          )}
        </p>
      );
    }
    case 'FAILED':
      return (
        <p className="measure text-13 text-ink-2">
          <WhyFailed failure={line.failure} />
        </p>
      );
    case 'EXPIRED':
      return (
        <p className="text-13 text-ink-3">
          <Trans>Its file is deleted.</Trans>
        </p>
      );
    case 'CANCELLED':
      return null;
    default:
      return <Progress line={line} />;
  }
}

function Chip({ line }: { line: ExportLineFragment }) {
  switch (line.state) {
    case 'WAITING':
      return (
        <StatusChip kind="waiting">
          <Trans>Waiting</Trans>
        </StatusChip>
      );
    case 'RUNNING':
      return (
        <StatusChip kind="live">
          <Trans>Being made</Trans>
        </StatusChip>
      );
    case 'READY':
      return (
        <StatusChip kind="done">
          <Trans>Ready</Trans>
        </StatusChip>
      );
    case 'FAILED':
      return (
        <StatusChip kind="late">
          <Trans>Failed</Trans>
        </StatusChip>
      );
    case 'CANCELLED':
      return (
        <StatusChip kind="draft">
          <Trans>Stopped</Trans>
        </StatusChip>
      );
    default:
      return (
        <StatusChip kind="draft">
          <Trans>Expired</Trans>
        </StatusChip>
      );
  }
}

/** Exports, the newest first: when they were asked for, what became of them, and what one can do. */
export function ExportLines({ exports, isMain, busy, onCancel, onDownload }: LinesProps) {
  const { t, i18n } = useLingui();
  const zone = viewerZone();
  const newestReady = exports.find(({ state }) => state === 'READY');
  return (
    <ul aria-label={t`Exports`} className="border-t">
      {exports.map((line) => {
        const when = absoluteTime(new Date(line.requestedAt), i18n.locale, zone);
        return (
          <li key={line.id} className="flex flex-wrap items-start gap-x-6 gap-y-3 border-b py-4">
            <div className="flex min-w-0 flex-1 basis-60 flex-col gap-1.5">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <time dateTime={line.requestedAt} className="figures text-14 text-ink-1">
                  {when}
                </time>
                <Chip line={line} />
              </div>
              <Fate line={line} />
            </div>
            {isUnderWay(line.state) && (
              <Button size="small" busy={busy === line.id} onClick={() => onCancel(line.id)}>
                <Trans>Stop</Trans>
              </Button>
            )}
            {line.state === 'READY' && (
              <Button
                size="small"
                tone={isMain && line === newestReady ? 'primary' : 'plain'}
                busy={busy === line.id}
                onClick={() => onDownload(line)}
                aria-label={t`Download the export of ${when}`}
                icon={<Download size={14} strokeWidth={1.5} aria-hidden />}
              >
                <Trans>Download</Trans>
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
