import type { DataExportState } from '../../graphql/__generated__/types.ts';
import type { AuthAnswer } from '../session/auth.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size for people: `129 kB`, `1.4 GB`. */
export function sizeText(bytes: number, locale: string): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  return new Intl.NumberFormat(locale, { style: 'unit', unit: UNITS[power], maximumFractionDigits: power > 1 ? 1 : 0 }).format(
    bytes / 1_000 ** power,
  );
}

/** A clock of the page that is behind the server's must not say that there is a day more. */
const BEHIND_MS = 30 * 60_000;

/** How many days are left, the begun one counted. */
export const daysLeft = (expiresAt: string, now: Date): number =>
  Math.max(0, Math.ceil((Date.parse(expiresAt) - now.getTime() - BEHIND_MS) / 86_400_000));

/** Whether somebody waits for it. */
export const isUnderWay = (state: DataExportState): boolean => state === 'WAITING' || state === 'RUNNING';

/** Asks whether the file would be given now: a download that is refused would show as a page of an error. */
export async function mayDownload(url: string): Promise<AuthAnswer<null>> {
  const refused = (code: string): AuthAnswer<null> => ({ ok: false, problem: { code, retryAfter: null } });
  const response = await fetch(url, { method: 'HEAD', credentials: 'same-origin' }).catch(() => null);
  if (response === null) return refused('NETWORK');
  if (response.ok) return { ok: true, data: null };
  if (response.status === 403) return refused('FRESH_PROOF_NEEDED');
  return refused(response.status === 410 || response.status === 404 ? 'GONE' : 'UNKNOWN');
}
