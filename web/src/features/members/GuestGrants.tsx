import { useApolloClient, useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { refetchShown } from '../../graphql/refetch.ts';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { toast } from '../../ui/toast.ts';
import {
  CloseAllToGuestDocument,
  CloseToGuestDocument,
  type GuestLineFragment,
  MoreGuestGrantsDocument,
  OpenToGuestDocument,
} from './__generated__/Guests.ts';

/** As many as the server opens at once. */
const AT_ONCE = 100;

const shown = refetchShown('GuestsSettings');

/** The projects that are open to a guest: each can be closed, or all of them, and opened again at once. */
export function GuestGrants({ guest }: { guest: GuestLineFragment }) {
  const { t } = useLingui();
  const client = useApolloClient();
  const [open] = useMutation(OpenToGuestDocument, shown);
  const [close, closing] = useMutation(CloseToGuestDocument, shown);
  const [closeAll, closingAll] = useMutation(CloseAllToGuestDocument, shown);
  const [coming, setComing] = useState(false);
  const { grants } = guest;
  if (!grants) return null;
  const { name } = guest;
  const seen = grants.nodes.flatMap(({ project, since }) => (project ? [{ ...project, since }] : []));
  const failed = () => toast({ message: t`What is open to ${name} is as it was: the server did not agree.`, tone: 'problem' });

  const openAgain = async (projectIds: readonly string[]) => {
    try {
      for (let from = 0; from < projectIds.length; from += AT_ONCE) {
        const input = { memberId: guest.id, projectIds: projectIds.slice(from, from + AT_ONCE) };
        const { data } = await open({ variables: { input } });
        const result = data?.grantProjects;
        if (result && result.__typename !== 'GrantProjectsSuccess') return toast({ message: result.message, tone: 'problem' });
      }
    } catch {
      failed();
    }
  };
  const closeOne = (project: { id: string; name: string }) =>
    close({ variables: { input: { projectId: project.id, memberId: guest.id } } }).then(
      () => toast({ message: t`${project.name} is closed to ${name}`, undo: () => void openAgain([project.id]) }),
      failed,
    );
  const closeEach = () =>
    closeAll({ variables: { input: { memberId: guest.id } } }).then(({ data }) => {
      const closed = data?.revokeMemberGrants.projectIds ?? [];
      toast({ message: t`No project is open to ${name} any more`, undo: () => void openAgain(closed) });
    }, failed);
  const more = () => {
    setComing(true);
    void client
      .query({ query: MoreGuestGrantsDocument, variables: { id: guest.id, after: grants.pageInfo.endCursor }, fetchPolicy: 'network-only' })
      .catch(failed)
      .finally(() => setComing(false));
  };
  if (grants.totalCount === 0) {
    return (
      <p className="basis-full pb-2 text-13 text-ink-3 sm:pl-12">
        <Trans>No project is open to them. Open one by Share in the project.</Trans>
      </p>
    );
  }
  return (
    <div className="basis-full pb-2 sm:pl-12">
      <ul aria-label={t`Projects that are open to ${name}`} className="divide-y divide-line border-t">
        {seen.map((project) => (
          <li key={project.id} className="flex min-h-10 flex-wrap items-center gap-x-3 py-1">
            <span className="min-w-0 flex-1">
              <span className="name text-14">{project.name}</span>{' '}
              <span className="text-12 text-ink-3">
                <Trans>
                  Opened <DateText at={project.since} />
                </Trans>
              </span>
            </span>
            {project.viewerCanShare && (
              <Button
                size="small"
                tone="quiet"
                busy={closing.loading}
                aria-label={t`Close ${project.name} to ${name}`}
                onClick={() => void closeOne(project)}
              >
                <Trans>Close</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2 border-t pt-1">
        {grants.pageInfo.hasNextPage && (
          <Button size="small" busy={coming} aria-label={t`Show more projects of ${name}`} onClick={more}>
            <Trans>Show more</Trans>
          </Button>
        )}
        {grants.totalCount > 1 && seen.some(({ viewerCanShare }) => viewerCanShare) && (
          <Button
            size="small"
            tone="quiet"
            busy={closingAll.loading}
            aria-label={t`Close all projects to ${name}`}
            onClick={() => void closeEach()}
          >
            <Trans>Close all {grants.totalCount}</Trans>
          </Button>
        )}
      </div>
    </div>
  );
}
