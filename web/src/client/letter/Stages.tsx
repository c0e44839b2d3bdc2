import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { cx } from '../../ui/cx.ts';
import { StatusMark } from '../../ui/StatusChip.tsx';
import { type Letter, type StageState, stageStates } from './letter.ts';
import { Section } from './Section.tsx';

const kinds = { done: 'done', now: 'live', ahead: 'draft' } as const;

function Stage({ stage, state }: { stage: Letter['stages'][number]; state: StageState }) {
  const { t } = useLingui();
  const word = { done: t`Done`, now: t`Now`, ahead: t`To come` }[state];
  const { total, done } = stage.progress;
  return (
    <li aria-current={state === 'now' ? 'step' : undefined} className="flex gap-3 pb-4 last:pb-0 sm:block sm:flex-1 sm:pb-0">
      <span aria-hidden className={cx('hidden h-0.5 sm:mb-3 sm:block', state === 'ahead' ? 'bg-line-strong' : 'bg-(--studio)')} />
      <StatusMark kind={kinds[state]} className="mt-1.5 size-3.5 sm:hidden" />
      <div className="flex flex-1 items-baseline justify-between gap-3 sm:block">
        <p className={cx('name text-16', state === 'now' ? 'font-medium' : 'text-ink-2')}>{stage.name}</p>
        <p className={cx('flex items-center gap-1.5 text-13', state === 'now' ? 'text-live' : 'text-ink-3')}>
          <StatusMark kind={kinds[state]} className="max-sm:hidden" />
          {word}
          {state === 'now' && total > 0 && (
            <span className="figures">
              <Trans>
                {done} of {total}
              </Trans>
            </span>
          )}
        </p>
      </div>
    </li>
  );
}

/** How far the work is, stage by stage. */
export function Stages({ letter }: { letter: Letter }) {
  const states = stageStates(letter);
  const { total, done } = letter.progress;
  if (letter.stages.length === 0 && total === 0) return null;
  return (
    <Section
      title={<Trans>Where it stands</Trans>}
      aside={total > 0 && <Plural value={total} one={<Trans>{done} of # step done</Trans>} other={<Trans>{done} of # steps done</Trans>} />}
    >
      <ol className="flex flex-col sm:flex-row sm:flex-wrap sm:gap-x-2 sm:gap-y-5">
        {letter.stages.map((stage, index) => (
          <Stage key={stage.id} stage={stage} state={states[index] ?? 'ahead'} />
        ))}
      </ol>
    </Section>
  );
}
