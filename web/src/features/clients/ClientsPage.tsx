import { useQuery } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Plus, Search } from 'lucide-react';
import { useCallback } from 'react';
import { placesOf, useFrame } from '../../app/frame.ts';
import { codeOf, referenceOf } from '../../graphql/errors.ts';
import { PageHead } from '../../shell/AppShell.tsx';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { TextInput } from '../../ui/Field.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { SegmentedControl } from '../../ui/Tabs.tsx';
import { useTypedSearch } from '../../ui/useTypedSearch.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { useCreate } from '../search/CreateHost.tsx';
import { type ClientRowFragment, ClientsPageDocument } from './__generated__/ClientsPage.ts';
import { ClientMenu } from './ClientMenu.tsx';
import { clientsRoute } from './routes.tsx';

const ROW = 64;

function ClientRow({ client, studio }: { client: ClientRowFragment; studio: string }) {
  const people = client.contacts.map(({ name }) => name);
  return (
    <div className="group flex min-h-16 items-center gap-4 border-b py-2 pr-1">
      <div className="min-w-0 flex-1">
        <Link
          to="/s/$studio/clients/$clientId"
          params={{ studio, clientId: client.id }}
          className="name link-quiet block truncate text-20 text-ink-1"
        >
          {client.name}
        </Link>
        <p className="truncate text-13 text-ink-3">{people.length > 0 ? people.join(', ') : <Trans>Nobody named yet</Trans>}</p>
      </div>
      {client.projects && client.projects.totalCount > 0 && (
        <p className="figures hidden w-28 text-right text-13 text-ink-2 sm:block">
          <Plural value={client.projects.totalCount} one="# project" other="# projects" />
        </p>
      )}
      {client.viewerCanUpdate && <ClientMenu client={client} />}
    </div>
  );
}

/** Everybody the studio works for. */
export function ClientsPage() {
  const { t } = useLingui();
  const { studio } = clientsRoute.useParams();
  const search = clientsRoute.useSearch();
  const navigate = clientsRoute.useNavigate();
  const frame = useFrame();
  const create = useCreate();
  const mayCreate = placesOf(frame?.member.role).newClient;
  const [typed, setTyped] = useTypedSearch(
    search.q ?? '',
    (q) => void navigate({ search: (before) => ({ ...before, q: q || undefined }), replace: true }),
  );
  const filter = { ...(search.q && { text: search.q }), ...(search.archived && { archived: true }) };
  const { data, previousData, error, refetch, fetchMore } = useQuery(ClientsPageDocument, { variables: { filter } });
  const shown = (data ?? previousData)?.clients;
  const rows = shown?.nodes.filter((client) => !client.trashedAt && (client.archivedAt !== null) === (search.archived === true));
  const next = data?.clients?.pageInfo;
  const cursor = next?.hasNextPage ? next.endCursor : null;
  const more = useCallback(() => {
    if (cursor) void fetchMore({ variables: { after: cursor } }).catch(() => undefined);
  }, [cursor, fetchMore]);
  const total = shown?.totalCount;
  const newClient = mayCreate && (
    <Button tone="primary" icon={<Plus size={16} strokeWidth={1.5} aria-hidden />} onClick={() => create('client')}>
      <Trans>New client</Trans>
    </Button>
  );

  return (
    <div className="flex h-[calc(100dvh-3.5rem)] flex-col md:h-dvh">
      <PageTitle parts={[t`Clients`, frame?.studio.name]} />
      <PageHead
        title={<Trans>Clients</Trans>}
        lead={
          total !== undefined &&
          total > 0 &&
          (search.archived ? (
            <Plural value={total} one="# in the archive" other="# in the archive" />
          ) : (
            <Plural value={total} one="# person or company you work for" other="# people and companies you work for" />
          ))
        }
        // One way to begin: where there is nobody yet, the empty page offers it.
        actions={rows?.length === 0 && !search.q && !search.archived ? undefined : newClient}
      />
      <div className="flex flex-wrap items-center gap-3 px-4 pb-3 sm:px-8">
        <div className="relative min-w-52 flex-1 sm:max-w-80">
          <Search size={16} strokeWidth={1.5} aria-hidden className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-ink-3" />
          <TextInput
            type="search"
            aria-label={t`Find a client by name, person or address`}
            placeholder={t`Name, person or address`}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            className="pl-8"
          />
        </div>
        <SegmentedControl
          label={t`Which clients`}
          value={search.archived ? 'archived' : 'active'}
          onChange={(value) =>
            void navigate({ search: (before) => ({ ...before, archived: value === 'archived' ? (true as const) : undefined }) })
          }
          options={[
            { value: 'active', label: t`Active` },
            { value: 'archived', label: t`Archived` },
          ]}
        />
      </div>
      <div className="flex min-h-0 flex-1 flex-col px-4 sm:px-8">
        {error && !rows && (
          <ErrorPanel
            title={
              codeOf(error) === 'FORBIDDEN' ? <Trans>Clients are not open to your role</Trans> : <Trans>The clients did not come</Trans>
            }
            reference={referenceOf(error)}
            onRetry={() => void refetch()}
          >
            {codeOf(error) === 'FORBIDDEN' && <Trans>An owner or admin of the studio can change that.</Trans>}
          </ErrorPanel>
        )}
        {!rows && !error && <SkeletonRows rows={8} />}
        {rows?.length === 0 && search.q && (
          <EmptyState picture="lens" title={<Trans>Nobody found for “{search.q}”</Trans>}>
            <Trans>Try part of a name, of a person there, or of an address.</Trans>
          </EmptyState>
        )}
        {rows?.length === 0 && !search.q && search.archived && (
          <EmptyState picture="portfolio" title={<Trans>The archive is empty</Trans>}>
            <Trans>Clients you no longer work for can rest here. Their projects stay as they are.</Trans>
          </EmptyState>
        )}
        {rows?.length === 0 && !search.q && !search.archived && (
          <EmptyState picture="chairs" title={<Trans>Nobody sits here yet</Trans>} action={newClient}>
            <Trans>A client is a company or a person you make work for. Projects, people and letters gather around them.</Trans>
          </EmptyState>
        )}
        {rows && rows.length > 0 && (
          <VirtualList
            items={rows}
            keyOf={({ id }) => id}
            renderItem={(client) => <ClientRow client={client} studio={studio} />}
            estimate={ROW}
            label={t`Clients`}
            total={total}
            onEnd={more}
            className="min-h-0 flex-1 border-t"
          />
        )}
      </div>
    </div>
  );
}
