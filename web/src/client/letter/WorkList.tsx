import { Plural, Trans } from '@lingui/react/macro';
import { MessageSquare } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { DueDate } from '../../ui/DateText.tsx';
import { StatusMark } from '../../ui/StatusChip.tsx';
import { GlowOver } from '../GlowOver.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { type Task, workOf } from './letter.ts';
import { Section } from './Section.tsx';
import { statusKind, useStatusWord } from './words.tsx';

const SHOWN = 5;

function Line({ projectId, task, studioZone }: { projectId: string; task: Task; studioZone: string }) {
  const word = useStatusWord();
  const { commentCount } = task;
  const isDone = task.status === 'DONE';
  return (
    <li className="relative">
      <GlowOver id={task.id} />
      <PlaceLink
        place={{ page: 'project', id: projectId, task: task.id }}
        className="group flex min-h-row items-baseline gap-3 rounded-4 py-2.5"
      >
        <StatusMark kind={statusKind[task.status]} className="size-3.5 translate-y-0.5" />
        <span className="sr-only">{word(task.status)}: </span>
        <span className="min-w-0 flex-1 text-16 decoration-line-strong underline-offset-4 group-hover:underline">{task.title}</span>
        {commentCount > 0 && (
          <span className="figures inline-flex items-center gap-1 text-13 text-ink-3">
            <MessageSquare size={14} strokeWidth={1.5} aria-hidden />
            <span aria-hidden>{commentCount}</span>
            <span className="sr-only">
              <Plural value={commentCount} one="# note" other="# notes" />
            </span>
          </span>
        )}
        {task.dueOn && !isDone && <DueDate date={task.dueOn} studioZone={studioZone} className="text-13 whitespace-nowrap" />}
      </PlaceLink>
    </li>
  );
}

function Group({ title, tasks, children }: { title: ReactNode; tasks: readonly Task[]; children: (task: Task) => ReactNode }) {
  const [isWhole, setWhole] = useState(false);
  if (tasks.length === 0) return null;
  const shown = isWhole ? tasks : tasks.slice(0, SHOWN);
  const rest = tasks.length - shown.length;
  return (
    <div className="pt-4 first:pt-0">
      <h3 className="pb-1 text-13 font-medium text-ink-2">{title}</h3>
      <ul className="divide-y divide-line border-y border-line">{shown.map(children)}</ul>
      {rest > 0 && (
        <Button tone="quiet" onClick={() => setWhole(true)} className="-ml-3">
          <Plural value={rest} one="Show # more" other="Show # more" />
        </Button>
      )}
    </div>
  );
}

type WorkListProps = { projectId: string; tasks: readonly Task[]; studioZone: string; onMore: (() => void) | null };

/** The work that the client may follow: what is in hand, what comes, what is done. */
export function WorkList({ projectId, tasks, studioZone, onMore }: WorkListProps) {
  const { now, next, done } = workOf(tasks);
  if (tasks.length === 0) return null;
  const line = (task: Task) => <Line key={task.id} projectId={projectId} task={task} studioZone={studioZone} />;
  return (
    <Section title={<Trans>The work</Trans>}>
      <Group title={<Trans>In the works</Trans>} tasks={now}>
        {line}
      </Group>
      <Group title={<Trans>To come</Trans>} tasks={next}>
        {line}
      </Group>
      <Group title={<Trans>Done</Trans>} tasks={done}>
        {line}
      </Group>
      {onMore && (
        <Button tone="plain" onClick={onMore} className="mt-4">
          <Trans>Show the rest of the work</Trans>
        </Button>
      )}
    </Section>
  );
}
