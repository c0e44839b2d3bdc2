import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useMemo, useState, useSyncExternalStore } from 'react';
import { referenceOf } from '../../graphql/errors.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { goTo } from '../address.ts';
import { keep, kept } from '../keep.ts';
import { LetterFrame } from '../LetterFrame.tsx';
import { Letterhead } from '../Letterhead.tsx';
import { useTaskActions } from '../task/useTaskActions.ts';
import { Brief } from './Brief.tsx';
import { Greeting } from './Greeting.tsx';
import { LetterSkeleton } from './LetterSkeleton.tsx';
import { type Question, questionsOf, waitingThings } from './letter.ts';
import { peopleOf } from './people.ts';
import { Section } from './Section.tsx';
import { isSeen, SeenSwitch } from './SeenSwitch.tsx';
import { Stages } from './Stages.tsx';
import { useLetter } from './useLetter.ts';
import { Waiting } from './Waiting.tsx';
import { WorkList } from './WorkList.tsx';

// What stands below the first view, or only where somebody else is here, comes after it.
const TaskPaper = lazy(() => import('../task/TaskPaper.tsx'));
const Talk = lazy(() => import('../talk/Talk.tsx'));
const HereNow = lazy(() => import('./HereNow.tsx'));

/** Brings the reader to what was said, and the caret to where they answer. */
function goToTalk() {
  const field = document.querySelector<HTMLTextAreaElement>('#talk textarea');
  field?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  field?.focus({ preventScroll: true });
}

/** A project as a letter from the studio: what waits for the reader first, then how it stands, all of it live. */
export function LetterPage({ id, task }: { id: string; task: string | null }) {
  const { t } = useLingui();
  const { letter, studio, contact, projects, tasks, asked, error, refetch, moreTasks } = useLetter(id);
  const actions = useTaskActions();
  const seen = useSyncExternalStore(isSeen.subscribe, isSeen.get);
  const [settled, setSettled] = useState<ReadonlySet<string>>(() => new Set((kept(`settled.${id}`) ?? '').split(' ')));
  const [answering, setAnswering] = useState<string | null>(null);
  const comments = letter?.comments.nodes;
  const things = useMemo(() => waitingThings(tasks, questionsOf(comments ?? [], tasks, asked, settled)), [comments, tasks, asked, settled]);
  const people = useMemo(() => peopleOf(tasks, comments ?? [], asked), [tasks, comments, asked]);
  const descriptions = useMemo(() => new Map(letter?.waiting.nodes.map((node) => [node.id, node.description])), [letter]);

  if (error) {
    return (
      <LetterFrame studio={null}>
        <main className="px-6 py-16 sm:px-12">
          <h1 className="sr-only">
            <Trans>Your project</Trans>
          </h1>
          <ErrorPanel
            title={<Trans>The letter did not come through</Trans>}
            reference={referenceOf(error)}
            onRetry={() => void refetch().catch(() => undefined)}
          >
            <Trans>Nothing was lost. Please try again in a moment.</Trans>
          </ErrorPanel>
        </main>
      </LetterFrame>
    );
  }
  if (!letter || !studio) return <LetterSkeleton />;

  const settle = ({ comment }: Question) => {
    const next = new Set(settled).add(comment.id);
    setSettled(next);
    keep(`settled.${id}`, [...next].join(' '));
  };
  const answer = (question: Question) => {
    setAnswering(question.task?.id ?? null);
    if (question.task) goTo({ page: 'project', id, task: question.task.id });
    else goToTalk();
  };
  return (
    <LetterFrame studio={studio}>
      <title>{`${letter.name} · ${studio.name}`}</title>
      <Letterhead studio={studio}>
        {seen && (
          <Suspense>
            <HereNow projectId={id} />
          </Suspense>
        )}
      </Letterhead>
      <main>
        <Greeting letter={letter} name={contact?.name ?? null} waiting={things.length} />
        <Waiting
          projectId={id}
          things={things}
          descriptions={descriptions}
          studioZone={studio.timeZone}
          actions={actions}
          onAnswer={answer}
          onSettle={settle}
        />
        <Stages letter={letter} />
        <WorkList projectId={id} tasks={tasks} studioZone={studio.timeZone} onMore={moreTasks} />
        <Brief text={letter.brief} />
        <div id="talk">
          <Section title={<Trans>Between us</Trans>}>
            <Suspense fallback={<SkeletonRows rows={3} picture />}>
              <Talk
                projectId={id}
                taskId={null}
                comments={letter.comments.nodes}
                people={people}
                studioZone={studio.timeZone}
                canComment={letter.viewerCanComment}
                label={t`Write to ${studio.name}`}
              />
            </Suspense>
          </Section>
        </div>
        <SeenSwitch studio={studio.name} seen={seen} />
        {projects > 1 && (
          <p className="border-t border-line px-6 py-4 text-14 sm:px-12">
            <a className="link" href="/client">
              <Trans>Your other projects with {studio.name}</Trans>
            </a>
          </p>
        )}
      </main>
      {task !== null && (
        <Suspense>
          <TaskPaper
            id={task}
            projectId={id}
            people={people}
            studioZone={studio.timeZone}
            actions={actions}
            label={t`Write to ${studio.name}`}
            isAnswer={answering === task}
            onClose={() => goTo({ page: 'project', id, task: null })}
          />
        </Suspense>
      )}
    </LetterFrame>
  );
}
