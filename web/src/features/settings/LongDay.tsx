import { useLingui } from '@lingui/react/macro';
import { dateIn, longDate, viewerZone } from '../../ui/time.ts';

/** A day that matters, written out in the viewer's zone. */
export function LongDay({ at }: { at: string }) {
  const { i18n } = useLingui();
  return (
    <time dateTime={at} className="figures font-medium text-ink-1">
      {longDate(dateIn(viewerZone(), new Date(at)), i18n.locale)}
    </time>
  );
}
