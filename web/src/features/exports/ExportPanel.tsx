import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { absoluteTime, viewerZone } from '../../ui/time.ts';
import { Problem } from '../session/Problem.tsx';
import { useProblemWords } from '../session/useProblemWords.ts';
import { useProof } from '../session/useProof.tsx';
import type { ExportLineFragment } from './__generated__/Exports.ts';
import { ExportLines } from './ExportLines.tsx';
import { isUnderWay } from './exports.ts';
import { type Requested, useExportActions } from './useExports.ts';

type PanelProps = {
  /** They have a page of their own: this is the one thing to do there, and without exports there is a drawing. */
  drawn?: boolean;
  exports: readonly ExportLineFragment[];
  /** The words of the button that asks for one. */
  action: ReactNode;
  request: () => Promise<Requested>;
  onChanged: () => void;
};

/** Asks for an export, and shows those that there are. */
export function ExportPanel({ exports, action, request, onChanged, drawn = false }: PanelProps) {
  const { t, i18n } = useLingui();
  const words = useProblemWords();
  const { guarded, dialog } = useProof();
  const actions = useExportActions({ request, guarded, onChanged });
  const runs = exports.some(({ state }) => isUnderWay(state));
  const said = useAnnouncement(exports[0]);
  const { problem } = actions;
  const whatIsWrong = () => {
    if (problem?.retryAt) {
      const when = absoluteTime(new Date(problem.retryAt), i18n.locale, viewerZone());
      return t`At most 5 exports are made in 24 hours. The next one can be asked for on ${when}.`;
    }
    if (problem?.code === 'GONE') return t`This file is no longer there. Ask for a new export.`;
    return problem && words(problem);
  };
  const button = (
    <Button
      tone={drawn && !runs && !exports.some(({ state }) => state === 'READY') ? 'primary' : 'plain'}
      busy={actions.busy === 'request'}
      // Not `disabled`: whoever has just pressed it would lose their place on the page.
      aria-disabled={runs}
      className={runs ? 'cursor-default opacity-60' : undefined}
      onClick={() => {
        if (!runs) void actions.request();
      }}
    >
      {action}
    </Button>
  );
  const hint = runs ? (
    <Trans>You can leave this page: we mail you when it is ready.</Trans>
  ) : (
    <Trans>We mail you when it is ready. The file stays for 7 days, and only somebody who is signed in here can download it.</Trans>
  );
  return (
    <div className="flex flex-col gap-4">
      {problem && <Problem>{whatIsWrong()}</Problem>}
      {drawn && exports.length === 0 ? (
        <EmptyState compact picture="portfolio" title={<Trans>Nothing was exported yet</Trans>} action={button}>
          {hint}
        </EmptyState>
      ) : (
        <div className="flex flex-col items-start gap-2">
          {button}
          <p className="measure text-13 text-ink-3">{hint}</p>
        </div>
      )}
      {exports.length > 0 && (
        <ExportLines
          exports={exports}
          isMain={drawn}
          busy={actions.busy}
          onCancel={(id) => void actions.cancel(id)}
          onDownload={(line) => void actions.download(line)}
        />
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
      {dialog}
    </div>
  );
}

/** What a screen reader is told when an export comes to its end while the page is open. */
function useAnnouncement(newest: ExportLineFragment | undefined): string {
  const { t } = useLingui();
  const seen = useRef(new Set<string>());
  if (newest === undefined) return '';
  if (isUnderWay(newest.state)) seen.current.add(newest.id);
  if (!seen.current.has(newest.id)) return '';
  return newest.state === 'READY' ? t`The export is ready.` : newest.state === 'FAILED' ? t`The export failed.` : '';
}
