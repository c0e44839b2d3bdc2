import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import type { Comment } from '../letter/letter.ts';
import { CommentView } from './CommentView.tsx';
import { Composer } from './Composer.tsx';
import { useTalk } from './useTalk.ts';
import type { Mentionable } from './words.ts';

const SHOWN = 20;

type TalkProps = {
  projectId: string;
  taskId: string | null;
  comments: readonly Comment[];
  people: readonly Mentionable[];
  studioZone: string;
  canComment: boolean;
  /** What the reader is asked to write. */
  label: string;
};

/** What was said, the newest last, and a place to answer. Earlier words are a press away. */
export default function Talk({ projectId, taskId, comments, people, studioZone, canComment, label }: TalkProps) {
  const [isWhole, setWhole] = useState(false);
  const { say, remove } = useTalk(projectId, taskId);
  const earlier = isWhole ? 0 : Math.max(0, comments.length - SHOWN);
  return (
    <div>
      {earlier > 0 && (
        <Button tone="quiet" onClick={() => setWhole(true)} className="-ml-3">
          <Plural value={earlier} one="Show # earlier note" other="Show # earlier notes" />
        </Button>
      )}
      {comments.length === 0 ? (
        <p className="pb-3 text-14 text-ink-2">
          <Trans>Nothing has been said here yet.</Trans>
        </p>
      ) : (
        <ol className="divide-y divide-line" aria-live="polite" aria-relevant="additions">
          {comments.slice(earlier).map((comment) => (
            <CommentView key={comment.id} comment={comment} studioZone={studioZone} onRemove={() => void remove(comment)} />
          ))}
        </ol>
      )}
      {canComment && <Composer place={taskId ?? projectId} people={people} label={label} onSay={say} />}
    </div>
  );
}
