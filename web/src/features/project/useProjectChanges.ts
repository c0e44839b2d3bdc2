import { useApolloClient } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { referenceOf } from '../../graphql/errors.ts';
import { toast } from '../../ui/toast.ts';
import { ArchiveProjectDocument, RestoreProjectDocument, TrashProjectDocument } from './__generated__/ProjectChanges.ts';

/** Puts a project away and takes it back, with a way to undo. */
export function useProjectChanges(id: string) {
  const { t } = useLingui();
  const client = useApolloClient();
  return useMemo(() => {
    const failed = (error: unknown) => {
      const reference = referenceOf(error);
      toast({
        tone: 'problem',
        message: reference ? t`That did not work. Nothing was changed. Reference ${reference}` : t`That did not work. Nothing was changed.`,
      });
    };
    async function archive(archived: boolean): Promise<void> {
      try {
        await client.mutate({ mutation: ArchiveProjectDocument, variables: { input: { id, archived } } });
        toast({ message: archived ? t`Project archived` : t`Project taken out of the archive`, undo: () => void archive(!archived) });
      } catch (error) {
        failed(error);
      }
    }
    async function restore(): Promise<void> {
      try {
        await client.mutate({ mutation: RestoreProjectDocument, variables: { input: { id } } });
      } catch (error) {
        failed(error);
      }
    }
    async function trash(): Promise<void> {
      try {
        await client.mutate({ mutation: TrashProjectDocument, variables: { input: { id } } });
        toast({ message: t`Project in the trash for 30 days`, undo: () => void restore() });
      } catch (error) {
        failed(error);
      }
    }
    return { archive, trash, restore };
  }, [client, id, t]);
}
