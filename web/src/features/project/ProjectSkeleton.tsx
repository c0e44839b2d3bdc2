import { useLingui } from '@lingui/react/macro';
import { PageMain } from '../../shell/AppShell.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

const columns = [
  { key: 'first', cards: ['h-20', 'h-14', 'h-24', 'h-16'] },
  { key: 'second', cards: ['h-14', 'h-20'] },
  { key: 'third', cards: ['h-20'] },
  { key: 'last', cards: ['h-14', 'h-20', 'h-16'] },
];

/** The project's page before its answer: everything at its place. */
export function ProjectSkeleton() {
  const { t } = useLingui();
  return (
    <PageMain className="px-4 pt-7 sm:px-8">
      <div role="status" aria-label={t`Loading`}>
        <Skeleton className="h-9 w-72 max-w-full" />
        <Skeleton className="mt-3 h-3 w-56" />
        <Skeleton className="mt-8 h-0.5 w-full" />
        <div className="flex gap-6 border-b pt-10 pb-3">
          {['w-12', 'w-8', 'w-10', 'w-9'].map((width) => (
            <Skeleton key={width} className={`h-3 ${width}`} />
          ))}
        </div>
        <div className="grid gap-6 pt-16 md:grid-cols-4">
          {columns.map(({ key, cards }) => (
            <div key={key} className="flex flex-col gap-2 max-md:not-first:hidden">
              <Skeleton className="mb-2 h-3 w-20" />
              {cards.map((height) => (
                <Skeleton key={height} className={`${height} rounded-8`} />
              ))}
            </div>
          ))}
        </div>
      </div>
    </PageMain>
  );
}
