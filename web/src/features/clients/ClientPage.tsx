import { useQuery } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, Pencil } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useFrame } from '../../app/frame.ts';
import { codeOf } from '../../graphql/errors.ts';
import { PageHead } from '../../shell/AppShell.tsx';
import { NotFoundPage } from '../../shell/FailedPage.tsx';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateText, DueDate } from '../../ui/DateText.tsx';
import { Money } from '../../ui/Money.tsx';
import { Skeleton, SkeletonRows } from '../../ui/Skeleton.tsx';
import { ProjectStatusChip } from '../home/ProjectStatusChip.tsx';
import { useCreate } from '../search/CreateHost.tsx';
import { ClientPageDocument, type ClientPageQuery } from './__generated__/ClientPage.ts';
import { ClientMenu } from './ClientMenu.tsx';
import { ContactList } from './ContactList.tsx';
import { clientRoute } from './routes.tsx';
import { useClientMoves } from './useClientMoves.ts';

const EditClientDialog = lazy(() => import('./EditClientDialog.tsx'));

type Client = Extract<NonNullable<ClientPageQuery['node']>, { __typename: 'Client' }>;

function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4 border-b py-2">
      <dt className="text-13 text-ink-3">{label}</dt>
      <dd className="text-right text-14 text-ink-1">{children}</dd>
    </div>
  );
}

function Facts({ client }: { client: Client }) {
  const { i18n } = useLingui();
  const language = new Intl.DisplayNames(i18n.locale, { type: 'language' }).of(client.language);
  return (
    <section aria-label={client.name} className="flex flex-col gap-8">
      <dl>
        <Fact label={<Trans>Language</Trans>}>{language}</Fact>
        <Fact label={<Trans>Currency</Trans>}>{client.currency}</Fact>
        {client.defaultRate && (
          <Fact label={<Trans>Rate for an hour</Trans>}>
            <Money amount={client.defaultRate.amount} currency={client.defaultRate.currency} />
          </Fact>
        )}
        <Fact label={<Trans>Days to pay</Trans>}>
          <span className="figures">{client.paymentTermsDays}</span>
        </Fact>
        {client.vatId && (
          <Fact label={<Trans>Tax number</Trans>}>
            <span className="figures select-all">{client.vatId}</span>
          </Fact>
        )}
        <Fact label={<Trans>Added</Trans>}>
          <DateText at={client.createdAt} />
        </Fact>
      </dl>
      {client.notes && (
        <div>
          <h2 className="pb-1 text-13 font-medium">
            <Trans>Notes</Trans>
          </h2>
          <p className="measure text-14 whitespace-pre-wrap text-ink-2">{client.notes}</p>
        </div>
      )}
    </section>
  );
}

function Projects({ client, studio, zone }: { client: Client; studio: string; zone: string }) {
  const create = useCreate();
  const list = client.projects;
  if (!list) return null;
  return (
    <section aria-labelledby="client-projects">
      <div className="flex items-center justify-between gap-3 border-b pb-2">
        <h2 id="client-projects" className="text-13 font-medium">
          <Trans>Projects</Trans> <span className="figures pl-1 font-normal text-ink-3">{list.totalCount}</span>
        </h2>
        {client.viewerCanUpdate && !client.trashedAt && (
          <Button size="small" tone="quiet" onClick={() => create('project')}>
            <Trans>New project</Trans>
          </Button>
        )}
      </div>
      {list.nodes.length === 0 && (
        <p className="py-4 text-14 text-ink-3">
          <Trans>Nothing made for them yet.</Trans>
        </p>
      )}
      <ul>
        {list.nodes.map((project) => (
          <li key={project.id} className="flex min-h-14 flex-wrap items-center gap-x-6 gap-y-1 border-b py-2">
            <Link
              to="/s/$studio/projects/$projectId"
              params={{ studio, projectId: project.id }}
              className="name link-quiet min-w-0 flex-1 basis-56 text-16"
            >
              {project.name}
            </Link>
            <span className="figures text-13 text-ink-3">
              <Trans>
                {project.progress.done} of {project.progress.total} done
              </Trans>
            </span>
            <ProjectStatusChip status={project.projectStatus} />
            {project.dueOn && (
              <DueDate date={project.dueOn} studioZone={zone} done={project.projectStatus === 'DONE'} className="w-28 text-right text-13" />
            )}
          </li>
        ))}
      </ul>
      {list.totalCount > list.nodes.length && (
        <p className="pt-3 text-13">
          <Link to="/s/$studio/projects" params={{ studio }} search={{ client: client.id }} className="link">
            <Plural value={list.totalCount} one="# project" other="All # projects" />
          </Link>
        </p>
      )}
    </section>
  );
}

function WhereItIs({ client }: { client: Client }) {
  const { archive, restore } = useClientMoves();
  if (client.trashedAt) {
    const action = (
      <Button size="small" onClick={() => restore(client)}>
        <Trans>Take out</Trans>
      </Button>
    );
    return (
      <Banner kind="view" action={client.viewerCanUpdate && action}>
        <Trans>
          Put in the trash <DateText at={client.trashedAt} />. It is deleted after 30 days.
        </Trans>
      </Banner>
    );
  }
  if (!client.archivedAt) return null;
  const action = (
    <Button size="small" onClick={() => archive(client, false)}>
      <Trans>Take out</Trans>
    </Button>
  );
  return (
    <Banner kind="view" action={client.viewerCanUpdate && action}>
      <Trans>
        Put in the archive <DateText at={client.archivedAt} />.
      </Trans>
    </Banner>
  );
}

/** One client: who they are, the people there, and what is made for them. */
export function ClientPage() {
  const { t } = useLingui();
  const { studio, clientId } = clientRoute.useParams();
  const frame = useFrame();
  const [editing, setEditing] = useState(false);
  const { data, error } = useQuery(ClientPageDocument, { variables: { id: clientId }, errorPolicy: 'all' });
  const client = data?.node?.__typename === 'Client' ? data.node : null;
  if (!client) {
    if (codeOf(error) === 'NOT_FOUND' || (data && !error)) return <NotFoundPage />;
    if (error) throw error;
    return (
      <div className="px-4 pt-10 sm:px-8">
        <Skeleton className="mb-8 h-10 w-80 max-w-full" />
        <SkeletonRows rows={6} />
      </div>
    );
  }
  return (
    <>
      <PageTitle parts={[client.name, t`Clients`, frame?.studio.name]} />
      <WhereItIs client={client} />
      <div className="px-4 pt-4 sm:px-8">
        <Link to="/s/$studio/clients" params={{ studio }} className="link-quiet inline-flex items-center gap-1.5 text-13 text-ink-3">
          <ArrowLeft size={14} strokeWidth={1.5} aria-hidden />
          <Trans>Clients</Trans>
        </Link>
      </div>
      <PageHead
        className="pt-2 sm:pt-3"
        title={client.name}
        lead={client.kind === 'PERSON' ? <Trans>Person</Trans> : <Trans>Company</Trans>}
        actions={
          client.viewerCanUpdate && (
            <>
              <Button icon={<Pencil size={14} strokeWidth={1.5} aria-hidden />} onClick={() => setEditing(true)}>
                <Trans>Change</Trans>
              </Button>
              <ClientMenu client={client} />
            </>
          )
        }
      />
      <div className="grid gap-x-16 gap-y-10 px-4 pt-2 pb-16 sm:px-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="flex min-w-0 flex-col gap-10">
          <ContactList clientId={client.id} contacts={client.contacts} mayChange={client.viewerCanUpdate && !client.trashedAt} />
          <Projects client={client} studio={studio} zone={frame?.studio.timeZone ?? 'UTC'} />
        </div>
        <Facts client={client} />
      </div>
      {editing && (
        <Suspense>
          <EditClientDialog client={client} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </>
  );
}
