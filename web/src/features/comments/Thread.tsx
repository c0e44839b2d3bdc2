import type { FragmentType } from '@apollo/client';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Visibility } from '../../graphql/__generated__/types.ts';
import { Button } from '../../ui/Button.tsx';
import type { CommentItemFragment } from './__generated__/CommentItem.ts';
import { CommentItem } from './CommentItem.tsx';
import { Composer } from './Composer.tsx';
import { useCommentChanges } from './useCommentChanges.ts';

type ThreadProps = {
  projectId: string;
  /** Null: about the project as a whole. */
  taskId: string | null;
  comments: readonly ({ __typename: 'Comment'; id: string } & FragmentType<CommentItemFragment>)[];
  /** Fetches what comes after the last one; null when all are here. */
  onMore: (() => void) | null;
  studioZone: string;
  canComment: boolean;
  startsAs: Visibility;
  clientOnly: boolean;
};

/** What was said, the oldest first, and the field to say something. */
export function Thread({ projectId, taskId, comments, onMore, studioZone, canComment, startsAs, clientOnly }: ThreadProps) {
  const { t } = useLingui();
  const changes = useCommentChanges(projectId, taskId);
  const [chosen, choose] = useState<Visibility | null>(null);
  const visibility = chosen ?? startsAs;
  return (
    <>
      <ul aria-label={t`Comments`} className="divide-y divide-line">
        {comments.map((comment) => (
          <CommentItem
            key={comment.id}
            comment={comment}
            projectId={projectId}
            studioZone={studioZone}
            changes={changes}
            readOnly={!canComment || clientOnly}
            clientOnly={clientOnly}
          />
        ))}
      </ul>
      {onMore && (
        <Button size="small" tone="quiet" onClick={onMore}>
          <Trans>Later comments</Trans>
        </Button>
      )}
      {canComment && !clientOnly && (
        <div className="pt-3">
          <Composer
            projectId={projectId}
            label={t`Comment`}
            visibility={visibility}
            onVisibility={choose}
            submit={<Trans>Send</Trans>}
            onSubmit={(body) => changes.say(body, visibility)}
          />
        </div>
      )}
    </>
  );
}
