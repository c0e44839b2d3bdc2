import { useLingui } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { createClock, TICK_MS } from './clock.ts';
import { cx } from './cx.ts';
import { absoluteTime, dateIn, daysBetween, longDate, relativeTime, shortDate, viewerZone } from './time.ts';

const clock = createClock();

/** The time now, to half a minute; whoever reads it is drawn again as it moves. */
export function useNow(): Date {
  return useSyncExternalStore(clock.subscribe, clock.read);
}

type DateTextProps = {
  /** A moment in UTC, ISO 8601. */
  at: string;
  /** The studio's zone: shown on hover beside the viewer's own where they differ. */
  studioZone?: string;
  className?: string;
};

/** A moment: relative in the text, absolute in the viewer's zone on hover. */
export function DateText({ at, studioZone, className }: DateTextProps) {
  const { i18n } = useLingui();
  const current = useNow();
  const date = new Date(at);
  const own = viewerZone();
  // A clock that runs a little behind the server's must not say that something will happen.
  const reference = current < date && date.getTime() - current.getTime() < TICK_MS * 2 ? date : current;
  const zones = studioZone && studioZone !== own ? [own, studioZone] : [own];
  return (
    <time dateTime={at} title={zones.map((zone) => absoluteTime(date, i18n.locale, zone)).join('\n')} className={cx('figures', className)}>
      {relativeTime(date, reference, i18n.locale)}
    </time>
  );
}

type DueDateProps = {
  /** A calendar date, YYYY-MM-DD, in the studio's zone. */
  date: string;
  studioZone: string;
  /** Done things are not late. */
  done?: boolean;
  className?: string;
};

/** When something is due. What is late says so in a word, not only by colour. */
export function DueDate({ date, studioZone, done = false, className }: DueDateProps) {
  const { i18n, t } = useLingui();
  const today = dateIn(studioZone, useNow());
  const late = !done && daysBetween(today, date) < 0;
  const text = shortDate(date, today, i18n.locale);
  return (
    <time dateTime={date} title={longDate(date, i18n.locale)} className={cx('figures', late ? 'text-late' : 'text-ink-2', className)}>
      {late ? t`Late, ${text}` : text}
    </time>
  );
}
