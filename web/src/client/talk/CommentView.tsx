import { Trans, useLingui } from '@lingui/react/macro';
import { Avatar } from '../../ui/Avatar.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { GlowOver } from '../GlowOver.tsx';
import type { Comment } from '../letter/letter.ts';
import { CommentBody } from './CommentBody.tsx';

/** One thing that was said. The reader can take back their own. */
export function CommentView({ comment, studioZone, onRemove }: { comment: Comment; studioZone: string; onRemove: () => void }) {
  const { t } = useLingui();
  const { author } = comment;
  const isMine = author?.__typename === 'Contact' && author.isViewer;
  const name = isMine ? t`You` : (author?.name ?? t`Somebody who has left`);
  const picture = author?.__typename === 'Member' ? author.picture : null;
  return (
    <li id={comment.id} tabIndex={-1} className="relative flex scroll-mt-24 gap-3 py-4 outline-offset-4">
      <GlowOver id={comment.id} />
      <Avatar decorative person={{ id: author?.id ?? comment.id, name: author?.name ?? '', pictureUrl: picture }} size={32} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2 text-13">
          <span className="name text-16 font-medium">{name}</span>
          <DateText at={comment.createdAt} studioZone={studioZone} className="text-ink-3" />
          {comment.editedAt && !comment.deletedAt && (
            <span className="text-ink-3">
              <Trans>changed</Trans>
            </span>
          )}
        </p>
        {comment.deletedAt ? (
          <p className="text-14 text-ink-3 italic">
            <Trans>Taken back</Trans>
          </p>
        ) : (
          <CommentBody body={comment.body} />
        )}
        {isMine && comment.viewerCanUpdate && !comment.deletedAt && (
          <button
            type="button"
            onClick={onRemove}
            className="-ml-1 inline-flex min-h-control-small items-center rounded-4 px-1 text-13 text-ink-3 hover:text-ink-1"
          >
            <Trans>Take back</Trans>
          </button>
        )}
      </div>
    </li>
  );
}
