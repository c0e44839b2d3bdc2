import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { codeOf, referenceOf } from '../graphql/errors.ts';
import { toast } from '../ui/toast.ts';

/** Tells the reader that what they did was not taken, what is safe, and what to do. */
export function useFailed(): (error: unknown) => void {
  const { t } = useLingui();
  return useCallback(
    (error: unknown) => {
      const reference = referenceOf(error);
      if (codeOf(error) === null)
        toast({ tone: 'problem', message: t`That did not get through. Nothing was changed; try again when you are back online.` });
      else if (reference) toast({ tone: 'problem', message: t`That did not work, and nothing was changed. Reference ${reference}` });
      else toast({ tone: 'problem', message: t`That did not work, and nothing was changed. Please try again.` });
    },
    [t],
  );
}
