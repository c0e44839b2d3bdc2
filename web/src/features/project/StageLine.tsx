import { useLingui } from '@lingui/react/macro';
import { cx } from '../../ui/cx.ts';
import type { ProjectHeadFragment } from './__generated__/ProjectPage.ts';

type StageLineProps = Pick<ProjectHeadFragment, 'stages' | 'currentStage'> & { withCounts: boolean };

/** The phases of the work as one line: how far each is, and which one it is in. */
export function StageLine({ stages, currentStage, withCounts }: StageLineProps) {
  const { t } = useLingui();
  if (stages.length === 0) return null;
  return (
    <ol aria-label={t`Stages`} className="flex gap-1 px-4 pt-4 sm:px-8">
      {stages.map((stage) => {
        const isCurrent = stage.id === currentStage?.id;
        const { done, total } = stage.progress;
        return (
          <li key={stage.id} aria-current={isCurrent ? 'step' : undefined} className="min-w-0 flex-1">
            <span className={cx('block h-0.5 overflow-clip rounded-full', isCurrent ? 'bg-line-strong' : 'bg-line')}>
              <span
                className={cx('block h-full origin-left transition-transform', isCurrent ? 'bg-ink-1' : 'bg-ink-3')}
                style={{ transform: `scaleX(${total === 0 ? 0 : done / total})` }}
              />
            </span>
            <span
              className={cx('flex items-baseline gap-2 pt-1.5 text-12', isCurrent ? 'font-medium text-ink-1' : 'text-ink-3 max-sm:sr-only')}
            >
              <span className="truncate">{stage.name}</span>
              {total > 0 && withCounts && (
                <span className="figures font-normal text-ink-3">
                  <span aria-hidden>
                    {done}/{total}
                  </span>
                  <span className="sr-only">{t`${done} of ${total} done`}</span>
                </span>
              )}
              {isCurrent && <span className="sr-only">{t`The work is here now`}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
