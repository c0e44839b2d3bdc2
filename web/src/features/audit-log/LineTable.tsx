import { Trans, useLingui } from '@lingui/react/macro';
import type { AuditLogActorKind } from '../../graphql/__generated__/types.ts';
import { absoluteTime } from '../../ui/time.ts';
import type { AuditLineFragment } from './__generated__/AuditLog.ts';
import { fieldWords, moments, valueWords } from './details.ts';
import { kinds } from './words.ts';

/** Who acted, by name where there is one; in a person's own log the member is that person. */
function useActor(own: boolean) {
  const { t } = useLingui();
  return (line: AuditLineFragment): string => {
    if (own && line.actorKind === 'MEMBER') return t`You`;
    const others: Record<AuditLogActorKind, string> = {
      MEMBER: t`Somebody who has left`,
      CONTACT: t`A client`,
      API_KEY: t`A program`,
      STRANGER: t`Somebody unknown`,
      SYSTEM: t`Atelier`,
    };
    return line.actorName ?? others[line.actorKind];
  };
}

type People = readonly { id: string; name: string }[];

/** A value in the reader's words; what somebody wrote stays as it is. */
function useValue(zone: string, people: People) {
  const { i18n, t } = useLingui();
  return (field: string, value: string | null): string | null => {
    if (value === null) return null;
    if (field === 'logo') return t`a picture`;
    if (moments.has(field)) return absoluteTime(new Date(value), i18n.locale, zone);
    const words = valueWords[field];
    if (words !== undefined)
      return value
        .split(', ')
        .map((each) => (words[each] ? i18n._(words[each]) : each))
        .join('; ');
    // A member stands in a line by their id, as names can be erased.
    return people.find(({ id }) => id === value)?.name ?? value;
  };
}

function Changes({ line, people, zone }: { line: AuditLineFragment; people: People; zone: string }) {
  const { i18n } = useLingui();
  const inWords = useValue(zone, people);
  if (line.changes.length === 0) return null;
  return (
    <span className="block text-13 text-ink-3">
      {line.changes.map(({ field, before, after }) => (
        <span key={field} className="block">
          {fieldWords[field] ? i18n._(fieldWords[field]) : field}:{' '}
          {before !== null && <span className="line-through decoration-line-strong">{inWords(field, before)}</span>} {inWords(field, after)}
        </span>
      ))}
    </span>
  );
}

type LineTableProps = {
  lines: readonly AuditLineFragment[];
  zone: string;
  /** Members whom a line may name by their id. */
  people?: People;
  own?: boolean;
};

/** The lines: a table, and on a phone one under the other. */
export function LineTable({ lines, zone, people = [], own = false }: LineTableProps) {
  const { t, i18n } = useLingui();
  const actor = useActor(own);
  return (
    <table className="block w-full border-t text-left text-14 sm:table" aria-label={own ? t`What happened to my account` : t`Audit log`}>
      <thead className="hidden text-12 text-ink-3 sm:table-header-group">
        <tr>
          <th scope="col" className="w-60 border-b py-2 pr-4 font-normal">
            <Trans>When</Trans>
          </th>
          <th scope="col" className="border-b py-2 pr-4 font-normal">
            <Trans>Who</Trans>
          </th>
          <th scope="col" className="border-b py-2 pr-4 font-normal">
            <Trans>What</Trans>
          </th>
          <th scope="col" className="border-b py-2 font-normal">
            <Trans>From where</Trans>
          </th>
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {lines.map((line) => (
          <tr key={line.number} className="grid gap-0.5 border-b py-3 align-top sm:table-row sm:py-0">
            <td className="figures text-13 text-ink-3 sm:w-60 sm:border-b sm:py-2 sm:pr-4 sm:align-top">
              <time dateTime={line.at}>{absoluteTime(new Date(line.at), i18n.locale, zone)}</time>
            </td>
            <td className="name text-16 wrap-anywhere sm:border-b sm:py-2 sm:pr-4 sm:align-top">{actor(line)}</td>
            <td className="min-w-0 wrap-anywhere sm:border-b sm:py-2 sm:pr-4 sm:align-top">
              {i18n._(kinds[line.kind])}
              {line.targetName && line.targetName !== line.actorName && (
                <span className="text-ink-2">
                  {': '}
                  {line.targetName}
                </span>
              )}
              <Changes line={line} people={people} zone={zone} />
            </td>
            <td className="figures text-13 text-ink-3 sm:border-b sm:py-2 sm:align-top">
              {line.address ?? <Trans>Address unknown</Trans>}
              {line.device && <span className="block">{line.device}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
