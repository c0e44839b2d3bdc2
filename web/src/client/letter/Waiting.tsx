import { Trans, useLingui } from '@lingui/react/macro';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { DueDate } from '../../ui/DateText.tsx';
import { GlowOver } from '../GlowOver.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { plainWords } from '../talk/words.ts';
import { Checklist } from '../task/Checklist.tsx';
import type { TaskActions } from '../task/useTaskActions.ts';
import type { Question, Task, WaitingThing } from './letter.ts';

const FIRST_WORDS = 220;

type WaitingProps = {
  projectId: string;
  things: readonly WaitingThing[];
  /** What is written about the tasks, by their ids. */
  descriptions: ReadonlyMap<string, string>;
  studioZone: string;
  actions: TaskActions;
  onAnswer: (question: Question) => void;
  onSettle: (question: Question) => void;
};

function Quote({ question }: { question: Question }) {
  const { t } = useLingui();
  const who = question.comment.author?.name ?? t`The studio`;
  return (
    <blockquote className="measure mt-3 border-l-2 border-(--studio) pl-4 text-16">
      <p className="font-serif text-ink-2">{plainWords(question.comment.body, FIRST_WORDS)}</p>
      <footer className="text-13 text-ink-3">{who}</footer>
    </blockquote>
  );
}

function TaskWords({ task, words, actions }: { task: Task; words: string; actions: TaskActions }) {
  return (
    <>
      {words !== '' && <p className="measure pt-2 text-16 whitespace-pre-line text-ink-2">{plainWords(words, FIRST_WORDS)}</p>}
      {task.checklist.length > 0 && (
        <div className="pt-2">
          <Checklist task={task} canTick={task.viewerCanComplete} actions={actions} />
        </div>
      )}
    </>
  );
}

function Title({ thing, projectId }: { thing: WaitingThing; projectId: string }) {
  const task = thing.task ?? thing.question?.task;
  if (!task) return <Trans>A question for you</Trans>;
  return (
    <PlaceLink place={{ page: 'project', id: projectId, task: task.id }} className="link-quiet">
      {task.title}
    </PlaceLink>
  );
}

function Buttons({ thing, isFirst, actions, onAnswer, onSettle }: { thing: WaitingThing; isFirst: boolean } & WaitingProps): ReactNode {
  const { task, question } = thing;
  const tone = isFirst ? 'primary' : 'plain';
  return (
    <div className="flex flex-wrap gap-2 pt-3">
      {question && (
        <Button tone={tone} className="max-sm:flex-1" onClick={() => onAnswer(question)}>
          <Trans>Answer</Trans>
        </Button>
      )}
      {task?.viewerCanComplete && (
        <Button
          tone={question ? 'plain' : tone}
          className="max-sm:flex-1"
          icon={<Check size={16} strokeWidth={1.75} aria-hidden />}
          onClick={() => void actions.complete(task, true)}
        >
          <Trans>Mark as done</Trans>
        </Button>
      )}
      {question && !task && (
        <Button tone="quiet" onClick={() => onSettle(question)}>
          <Trans>No answer needed</Trans>
        </Button>
      )}
    </div>
  );
}

/** What waits for the reader, above everything else. The first thing is open and has the one marked button of the page. */
export function Waiting(props: WaitingProps) {
  const { things, projectId, descriptions, studioZone, actions } = props;
  if (things.length === 0) return null;
  return (
    <section aria-labelledby="waiting" className="mx-6 mt-6 rounded-8 bg-accent-wash p-5 sm:mx-12 sm:p-6">
      <h2 id="waiting" className="pb-3 text-13 font-medium text-accent-text">
        <Trans>Waiting for you</Trans>
      </h2>
      <ol>
        {things.map((thing, index) => (
          <li key={thing.key} className="relative border-t border-line-strong py-5 first:border-t-0 first:pt-0 last:pb-0">
            {thing.task && <GlowOver id={thing.task.id} />}
            <div className="flex flex-wrap items-baseline gap-x-4">
              <h3 className="name flex-1 basis-60 text-20">
                <Title thing={thing} projectId={projectId} />
              </h3>
              {thing.task?.dueOn && <DueDate date={thing.task.dueOn} studioZone={studioZone} className="text-13" />}
            </div>
            {thing.task && index === 0 && <TaskWords task={thing.task} words={descriptions.get(thing.task.id) ?? ''} actions={actions} />}
            {thing.question && <Quote question={thing.question} />}
            <Buttons thing={thing} isFirst={index === 0} {...props} />
          </li>
        ))}
      </ol>
    </section>
  );
}
