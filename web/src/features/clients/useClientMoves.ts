import { useMutation } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { refetchShown } from '../../graphql/refetch.ts';
import { toast } from '../../ui/toast.ts';
import { ArchiveClientDocument, RestoreClientDocument, TrashClientDocument } from './__generated__/ClientChanges.ts';

type Moved = { id: string; name: string; version: number };

/* Lists that a client leaves or enters: asked for again where they are open. */
const lists = refetchShown('ClientsPage', 'TrashedClients');

/** Archive, trash and back: shown at once, undone by the toast, and taken back with a word where the server says no. */
export function useClientMoves() {
  const { t } = useLingui();
  const failed = (name: string) => () => toast({ message: t`${name} stays where it was: the server did not agree.`, tone: 'problem' });
  const [archiveClient] = useMutation(ArchiveClientDocument, lists);
  const [trashClient] = useMutation(TrashClientDocument, lists);
  const [restoreClient] = useMutation(RestoreClientDocument, lists);

  function archive(client: Moved, archived: boolean, quiet = false): void {
    const at = archived ? new Date().toISOString() : null;
    archiveClient({
      variables: { input: { id: client.id, archived } },
      optimisticResponse: {
        __typename: 'Mutation',
        archiveClient: {
          __typename: 'ArchiveClientSuccess',
          client: { __typename: 'Client', id: client.id, archivedAt: at, version: client.version },
        },
      },
    }).then(() => {
      if (quiet) return;
      const message = archived ? t`${client.name} is archived` : t`${client.name} is back from the archive`;
      toast({ message, undo: () => archive(client, !archived, true) });
    }, failed(client.name));
  }

  function restore(client: Moved, quiet = false): void {
    restoreClient({
      variables: { input: { id: client.id } },
      optimisticResponse: {
        __typename: 'Mutation',
        restoreClient: {
          __typename: 'RestoreClientSuccess',
          client: { __typename: 'Client', id: client.id, trashedAt: null, version: client.version },
        },
      },
    }).then(() => {
      if (!quiet) toast({ message: t`${client.name} is back`, undo: () => trash(client, true) });
    }, failed(client.name));
  }

  function trash(client: Moved, quiet = false): void {
    trashClient({
      variables: { input: { id: client.id } },
      optimisticResponse: {
        __typename: 'Mutation',
        trashClient: {
          __typename: 'TrashClientSuccess',
          client: { __typename: 'Client', id: client.id, trashedAt: new Date().toISOString(), version: client.version },
        },
      },
    }).then(() => {
      if (!quiet) toast({ message: t`${client.name} is in the trash`, undo: () => restore(client, true) });
    }, failed(client.name));
  }

  return { archive, trash, restore };
}
