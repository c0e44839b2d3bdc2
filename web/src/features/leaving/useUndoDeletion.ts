import { useMutation } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { toast } from '../../ui/toast.ts';
import { CancelAccountDeletionDocument, CancelStudioDeletionDocument } from './__generated__/Leaving.ts';

/** Takes back what would go in a few days; says how that went. */
export function useUndoDeletion() {
  const { t } = useLingui();
  const [studio, { loading: studioBusy }] = useMutation(CancelStudioDeletionDocument);
  const [account, { loading: accountBusy }] = useMutation(CancelAccountDeletionDocument);
  const failed = () => toast({ message: t`This could not be undone just now. Try again.` });
  return {
    busy: studioBusy || accountBusy,
    async undoStudio() {
      const answer = await studio().catch(() => null);
      if (answer?.data) toast({ message: t`The studio stays` });
      else failed();
    },
    async undoAccount() {
      const answer = await account().catch(() => null);
      const result = answer?.data?.cancelAccountDeletion;
      if (result?.__typename === 'CancelAccountDeletionSuccess') toast({ message: t`Your account stays` });
      else if (result) toast({ message: result.message });
      else failed();
    },
  };
}
