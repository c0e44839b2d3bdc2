import { Trans, useLingui } from '@lingui/react/macro';
import { Undo2 } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { codeOf, referenceOf } from '../../graphql/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';

/** A thing in the trash. */
export type Trashed = { id: string; name: string; detail?: string | undefined; trashedAt: string | null };

type ShelfProps = {
  title: ReactNode;
  things: readonly Trashed[] | undefined;
  total: number | undefined;
  error: unknown;
  onRetry: () => void;
  onRestore: (thing: Trashed) => void;
};

/** One kind of thing in the trash. Nothing at all where there is none, or where it is not open to the viewer. */
export function Shelf({ title, things, total, error, onRetry, onRestore }: ShelfProps) {
  const { t } = useLingui();
  const id = useId();
  if (codeOf(error) === 'FORBIDDEN' || things?.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="name border-b border-line-strong pb-2 text-20">
        {title} {total !== undefined && <span className="figures pl-1 font-sans text-13 text-ink-3">{total}</span>}
      </h2>
      {error && !things ? (
        <div className="pt-4">
          <ErrorPanel title={<Trans>These did not come</Trans>} reference={referenceOf(error)} onRetry={onRetry} />
        </div>
      ) : null}
      {!things && !error && <SkeletonRows rows={3} />}
      <ul>
        {things?.map((thing) => (
          <li key={thing.id} className="flex min-h-14 items-center gap-x-4 border-b py-2">
            <div className="min-w-0 flex-1">
              <p className="name truncate text-16">{thing.name}</p>
              <p className="flex min-w-0 gap-x-3 text-13 text-ink-3">
                {thing.detail && <span className="truncate">{thing.detail}</span>}
                {thing.trashedAt && <DateText at={thing.trashedAt} className="shrink-0" />}
              </p>
            </div>
            <Button
              size="small"
              icon={<Undo2 size={14} strokeWidth={1.5} aria-hidden />}
              aria-label={t`Take ${thing.name} out of the trash`}
              onClick={() => onRestore(thing)}
            >
              <Trans>Take out</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
