import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Download } from 'lucide-react';
import { useFrame } from '../../app/frame.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Field, Select, TextInput } from '../../ui/Field.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { auditLogRoute } from '../settings/routes.tsx';
import { Section } from '../settings/Section.tsx';
import { AuditLogPageDocument } from './__generated__/AuditLog.ts';
import { CheckButton } from './CheckButton.tsx';
import { LineTable } from './LineTable.tsx';
import { type AuditLogSearch, downloadPath, GROUPS, type Group, toFilter } from './search.ts';
import { groups } from './words.ts';

type FiltersProps = { search: AuditLogSearch; people: readonly { id: string; name: string }[]; onChange: (search: AuditLogSearch) => void };

function Filters({ search, people, onChange }: FiltersProps) {
  const { t, i18n } = useLingui();
  const set = (change: AuditLogSearch) => onChange({ ...search, ...change });
  return (
    <div className="grid grid-cols-2 gap-3 pb-4 xl:grid-cols-4">
      <Field label={<Trans>What</Trans>}>
        <Select
          value={search.what ?? ''}
          onChange={(event) => set({ what: (event.currentTarget.value || undefined) as Group | undefined })}
        >
          <option value="">{t`Everything`}</option>
          {GROUPS.map((group) => (
            <option key={group} value={group}>
              {i18n._(groups[group])}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={<Trans>Who</Trans>}>
        <Select value={search.member ?? ''} onChange={(event) => set({ member: event.currentTarget.value || undefined })}>
          <option value="">{t`Everybody`}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={<Trans>From</Trans>}>
        <TextInput type="date" value={search.from ?? ''} onChange={(event) => set({ from: event.currentTarget.value || undefined })} />
      </Field>
      <Field label={<Trans>To</Trans>}>
        <TextInput type="date" value={search.to ?? ''} onChange={(event) => set({ to: event.currentTarget.value || undefined })} />
      </Field>
    </div>
  );
}

/** Who did what to who may get in; nobody can change it. */
export function AuditLogSettings() {
  const { t } = useLingui();
  const { studio: slug } = auditLogRoute.useParams();
  const search = auditLogRoute.useSearch();
  const navigate = auditLogRoute.useNavigate();
  const frame = useFrame();
  const zone = frame?.studio.timeZone;
  const filter = toFilter(search, zone ?? 'UTC');
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(AuditLogPageDocument, {
    variables: { filter },
    fetchPolicy: 'cache-and-network',
    skip: zone === undefined,
  });
  const studio = (data ?? previousData)?.studio;
  if (error && !studio) {
    return <ErrorPanel title={<Trans>The log did not come</Trans>} reference={referenceOf(error)} onRetry={() => void refetch()} />;
  }
  if (!studio || zone === undefined) return <SkeletonRows rows={8} />;
  const page = studio.auditLog;
  const cursor = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  return (
    <>
      <PageTitle parts={[t`Audit log`, t`Settings`, frame?.studio.name]} />
      <div className="max-w-280">
        <Section
          title={<Trans>Audit log</Trans>}
          lead={
            <Trans>
              Who came in, and who changed what about it. No line is ever changed or taken out; if one were, the check would say so. Times
              are in {zone}.
            </Trans>
          }
          wide
        >
          {!page && (
            <p className="text-14 text-ink-2">
              <Trans>The log is for owners and admins of the studio.</Trans>
            </p>
          )}
          {page && (
            <>
              <Filters
                search={search}
                people={studio.members.nodes}
                onChange={(next) => void navigate({ search: () => next, replace: true })}
              />
              {page.nodes.length === 0 && isFiltered && (
                <EmptyState
                  compact
                  picture="lens"
                  title={<Trans>No line like that</Trans>}
                  action={
                    <Button size="small" onClick={() => void navigate({ search: () => ({}), replace: true })}>
                      <Trans>Show everything</Trans>
                    </Button>
                  }
                />
              )}
              {page.nodes.length === 0 && !isFiltered && (
                <EmptyState compact picture="tea" title={<Trans>Nothing has happened yet</Trans>}>
                  <Trans>The next time somebody signs in, it shows here.</Trans>
                </EmptyState>
              )}
              {page.nodes.length > 0 && <LineTable lines={page.nodes} people={studio.members.nodes} zone={zone} />}
              {cursor && (
                <div className="pt-4">
                  <Button busy={loading} onClick={() => void fetchMore({ variables: { after: cursor } }).catch(() => undefined)}>
                    <Trans>Show more</Trans>
                  </Button>
                </div>
              )}
              <div className="flex flex-wrap items-start gap-x-3">
                <CheckButton />
                <div className="pt-4">
                  <Button size="small" asChild icon={<Download size={14} strokeWidth={1.5} aria-hidden />}>
                    <a href={downloadPath(slug, filter)} download>
                      <Trans>Download as CSV</Trans>
                    </a>
                  </Button>
                </div>
              </div>
            </>
          )}
        </Section>
      </div>
    </>
  );
}
