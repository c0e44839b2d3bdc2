import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { ArrowRight, X } from 'lucide-react';
import { IconButton } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { StatusMark } from '../../ui/StatusChip.tsx';
import type { HomeQuery } from '../home/__generated__/Home.ts';
import { useCreate } from '../search/CreateHost.tsx';
import { type StepId, stepsOf } from './steps.ts';

/** The first steps of a studio: each leads to where it is done and is ticked by itself once it is. */
export function Checklist({ slug, data, onDismiss }: { slug: string; data: HomeQuery; onDismiss: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const create = useCreate();
  const steps = stepsOf(data);
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done)?.id;
  const projectId = data.underWay?.nodes[0]?.id ?? data.allProjects?.nodes[0]?.id;
  const openProject = () =>
    projectId ? void navigate({ to: '/s/$studio/projects/$projectId', params: { studio: slug, projectId } }) : create('project');
  const words: Record<StepId, { title: string; why: string; go: () => void }> = {
    client: { title: t`Make a client`, why: t`A person or a company you work for.`, go: () => create('client') },
    project: { title: t`Make a project`, why: t`Something you make for them, with its stages.`, go: () => create('project') },
    task: { title: t`Add a task`, why: t`The next thing to do, with a day and a name on it.`, go: () => create('task') },
    share: { title: t`Share it with the client`, why: t`They get a link: no account, no password.`, go: openProject },
    invite: {
      title: t`Invite a colleague`,
      why: t`Somebody who works with you, or a guest for one project.`,
      go: () => void navigate({ to: '/s/$studio/settings/members', params: { studio: slug } }),
    },
  };
  return (
    <section aria-labelledby="first-steps" className="border-y border-line-strong">
      <div className="flex items-center gap-4 pt-3 pb-2">
        <h2 id="first-steps" className="name text-20">
          {done === steps.length ? <Trans>Everything is in its place</Trans> : <Trans>First steps</Trans>}
        </h2>
        <p className="figures flex-1 text-13 text-ink-3">
          <Trans>
            {done} of {steps.length}
          </Trans>
        </p>
        <IconButton label={t`Put the first steps away`} size="small" onClick={onDismiss}>
          <X size={16} strokeWidth={1.5} aria-hidden />
        </IconButton>
      </div>
      <ol className="grid lg:grid-cols-5 lg:gap-x-6">
        {steps.map((step) => (
          // On a phone only what is left: what waits for the person stands below.
          <li key={step.id} className={cx('border-t', step.done && 'max-lg:hidden')}>
            <button
              type="button"
              onClick={words[step.id].go}
              className="group flex w-full items-start gap-3 py-3 text-left outline-offset-[-2px]"
            >
              <span className="pt-1">
                <StatusMark kind={step.done ? 'done' : 'draft'} />
              </span>
              <span className="flex-1">
                <span
                  className={cx('block text-14', step.done ? 'text-ink-3 line-through' : 'font-medium text-ink-1 group-hover:underline')}
                >
                  {words[step.id].title}
                </span>
                <span className="sr-only">{step.done ? t`done` : t`not done yet`}</span>
                {step.id === next && <span className="block pt-0.5 text-13 text-ink-3">{words[step.id].why}</span>}
              </span>
              {!step.done && <ArrowRight size={14} strokeWidth={1.5} aria-hidden className="mt-1 text-ink-3 lg:hidden" />}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
