import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, Check } from 'lucide-react';
import { useState } from 'react';
import { useFrame } from '../../app/frame.ts';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { cx } from '../../ui/cx.ts';
import { Field, Select } from '../../ui/Field.tsx';
import { ROLES, useRoles } from '../session/roles.tsx';
import { settingsRoute } from '../settings/routes.tsx';
import { roleTable } from './role-table.generated.ts';
import { type Holder, may, type RoleTableEntry } from './role-table.ts';

const HOLDERS: readonly Holder[] = [...ROLES, 'CLIENT', 'KEY'];

/** Everybody who may do something, by name. */
function useHolders(): Record<Holder, string> {
  const { t } = useLingui();
  const roles = useRoles();
  const names = Object.fromEntries(ROLES.map((role) => [role, roles[role].name])) as Record<(typeof ROLES)[number], string>;
  return { ...names, CLIENT: t`Client`, KEY: t`API key` };
}

function Answer({ entry, holder }: { entry: RoleTableEntry; holder: Holder }) {
  if (!may(entry, holder)) {
    return (
      <span className="text-ink-3">
        <span aria-hidden>{'\u2013'}</span>
        <span className="sr-only">
          <Trans>No</Trans>
        </span>
      </span>
    );
  }
  if (holder === 'KEY') return <code className="text-12 break-words text-ink-2">{entry.scope}</code>;
  return (
    <>
      <Check size={16} strokeWidth={1.75} aria-hidden className="inline" />
      <span className="sr-only">
        <Trans>Yes</Trans>
      </span>
    </>
  );
}

type RoleGridProps = { holders: readonly Holder[]; own: Holder | undefined; className: string };

/** The tables of all domains as one: a row an action, a column a role. */
function RoleGrid({ holders, own, className }: RoleGridProps) {
  const { t, i18n } = useLingui();
  const names = useHolders();
  const narrow = holders.length === 1;
  const cell = (holder: Holder) => cx('border-b py-2 text-center', narrow ? 'w-32' : 'w-20', !narrow && holder === own && 'bg-surface-2');
  return (
    <table aria-label={t`What each role may do`} className={cx('w-full border-t text-14', className)}>
      <thead className="text-13 lg:sticky lg:top-0 lg:z-10 lg:bg-ground">
        <tr>
          <th scope="col" className="border-b py-2 pr-4 text-left font-normal text-ink-3">
            <Trans>What</Trans>
          </th>
          {holders.map((holder) => (
            <th key={holder} scope="col" className={cx(cell(holder), 'font-medium')}>
              {names[holder]}
            </th>
          ))}
        </tr>
      </thead>
      {roleTable.map(({ name, title, entries }) => (
        <tbody key={name}>
          <tr>
            <th scope="rowgroup" colSpan={holders.length + 1} className="name border-b pt-8 pb-2 text-left text-16 font-normal">
              {i18n._(title)}
            </th>
          </tr>
          {entries.map((entry) => (
            <tr key={entry.action}>
              <th scope="row" className="border-b py-2 pr-4 text-left font-normal">
                {i18n._(entry.says)}
              </th>
              {holders.map((holder) => (
                <td key={holder} className={cell(holder)}>
                  <Answer entry={entry} holder={holder} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** What each role may do, from the tables that the services ask: side by side, and on a phone one role at a time. */
export function RolesSettings() {
  const { t } = useLingui();
  const { studio } = settingsRoute.useParams();
  const frame = useFrame();
  const names = useHolders();
  const roles = useRoles();
  const own = frame?.member.role;
  const [chosen, setChosen] = useState<Holder | null>(null);
  const shown = chosen ?? own ?? 'OWNER';
  return (
    <div className="max-w-280">
      <PageTitle parts={[t`What each role may do`, t`Settings`, frame?.studio.name]} />
      <Link
        to="/s/$studio/settings/members"
        params={{ studio }}
        className="inline-flex min-h-8 items-center gap-2 text-13 text-ink-2 hover:text-ink-1 pointer-coarse:min-h-11"
      >
        <ArrowLeft size={14} strokeWidth={1.5} aria-hidden />
        <Trans>Members</Trans>
      </Link>
      <h2 className="name pt-2 text-20">
        <Trans>What each role may do</Trans>
      </h2>
      <p className="max-w-[72ch] pt-1 pb-6 text-13 text-ink-3">
        <Trans>
          A guest sees the projects that were opened to them, and a client those that were shared with them: what stands here holds inside
          of these. A key acts within the role of the member who made it, and needs the scope that is named; an app acts as a key of the
          person who let it in.
        </Trans>
      </p>
      <div className="pb-4 lg:hidden">
        <Field label={<Trans>Role</Trans>}>
          <Select value={shown} onChange={(event) => setChosen(event.currentTarget.value as Holder)}>
            {HOLDERS.map((holder) => (
              <option key={holder} value={holder}>
                {names[holder]}
              </option>
            ))}
          </Select>
        </Field>
        {shown !== 'CLIENT' && shown !== 'KEY' && <p className="pt-2 text-13 text-ink-2">{roles[shown].explanation}</p>}
      </div>
      <RoleGrid holders={[shown]} own={own} className="lg:hidden" />
      <RoleGrid holders={HOLDERS} own={own} className="hidden lg:table" />
    </div>
  );
}
