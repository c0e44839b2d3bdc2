import { regionOf } from './region.ts';

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** "3 hours ago", "in 2 days", "now": by the largest unit that has passed in full. */
export function relativeTime(at: Date, now: Date, locale: string): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return words.format(Math.trunc(seconds / size), unit);
  }
  return words.format(0, 'second');
}

/** Date and time in full in one zone, the zone named: "22 November 2026 at 14:05 CET". */
export function absoluteTime(at: Date, locale: string, zone: string): string {
  return new Intl.DateTimeFormat(regionOf(locale), { dateStyle: 'long', timeStyle: 'short', timeZone: zone })
    .format(at)
    .concat(' ', zoneName(at, locale, zone));
}

function zoneName(at: Date, locale: string, zone: string): string {
  const parts = new Intl.DateTimeFormat(regionOf(locale), { timeZone: zone, timeZoneName: 'short' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** The zone of whoever looks, as the browser knows it. */
export function viewerZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The date (YYYY-MM-DD) that it is in a zone at a moment. */
export function dateIn(zone: string, at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** Whole days from one calendar date to another, both YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** A calendar date for a list: a weekday this week, else day and month, with the year only where it is another. */
export function shortDate(date: string, today: string, locale: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  const days = daysBetween(today, date);
  if (Math.abs(days) <= 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  if (days > 1 && days < 7) return new Intl.DateTimeFormat(regionOf(locale), { weekday: 'long', timeZone: 'UTC' }).format(at);
  const year = date.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric';
  return new Intl.DateTimeFormat(regionOf(locale), { day: 'numeric', month: 'short', year, timeZone: 'UTC' }).format(at);
}

/** A calendar date in full: "Tuesday, 24 November 2026". */
export function longDate(date: string, locale: string): string {
  return new Intl.DateTimeFormat(regionOf(locale), { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}
