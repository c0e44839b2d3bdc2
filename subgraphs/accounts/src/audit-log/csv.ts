import { type AuditLine, changesOf } from './audit-log.ts';

// What a spreadsheet takes for a formula where a cell begins, also by the wide signs of East Asia; and behind a semicolon, a tab or a new
// line, which end one wherever lists are separated by semicolons, as in Spanish: the quotes round ours are letters there.
const FORMULA = /(^|[;\t\r\n])([ "']*)(?=[=+\-@＝＋－＠])/g;

/** A cell of a CSV file. Before what a spreadsheet would run as a formula stands an apostrophe. */
export function csvCell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  return `"${(value ?? '').replaceAll(FORMULA, "$1'$2").replaceAll('"', '""')}"`;
}

const row = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** Writes lines as CSV with the moments in UTC and in a time zone. */
export function csvWriter(timeZone: string): { head: string; line(line: AuditLine): string } {
  // Swedish writes dates as ISO 8601 does.
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return {
    head: row(['number', 'at (UTC)', `at (${timeZone})`, 'what', 'who', 'by', 'whom', 'address', 'user agent', 'changes', 'hash']),
    line: (line) =>
      row([
        line.number,
        line.at.toISOString(),
        local.format(line.at),
        line.kind,
        line.actorName,
        line.actorKind,
        line.targetName,
        line.address,
        line.userAgent,
        changesOf(line)
          .map(({ field, before, after }) => `${field}: ${before ?? '–'} > ${after ?? '–'}`)
          .join('; '),
        line.hash,
      ]),
  };
}
