import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { LetterFrame } from '../LetterFrame.tsx';

/** The letter on its way: the same lines in the same places. */
export function LetterSkeleton() {
  const { t } = useLingui();
  return (
    <LetterFrame studio={null}>
      <div role="status" aria-label={t`Loading`}>
        <div className="flex items-center gap-4 border-b-2 border-line px-6 pt-6 pb-5 sm:px-12 sm:pt-10">
          <Skeleton className="size-12 rounded-8" />
          <Skeleton className="h-5 w-40" />
        </div>
        <div className="space-y-4 px-6 pt-8 pb-16 sm:px-12 sm:pt-10">
          <Skeleton className="h-8 w-4/5" />
          <Skeleton className="h-4 w-full" />
          <Skeleton className="h-4 w-3/5" />
          <Skeleton className="mt-8 h-40 w-full rounded-8" />
          <Skeleton className="mt-8 h-4 w-1/3" />
          <Skeleton className="h-4 w-full" />
          <Skeleton className="h-4 w-full" />
        </div>
      </div>
    </LetterFrame>
  );
}
