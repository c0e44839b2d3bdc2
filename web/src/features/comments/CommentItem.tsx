import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Ellipsis, Eye, Lock } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { Avatar } from '../../ui/Avatar.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { DateText } from '../../ui/DateText.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { markOf, subscribeToMarks } from '../project/marks.ts';
import { type CommentItemFragment, CommentItemFragmentDoc } from './__generated__/CommentItem.ts';
import { Composer } from './Composer.tsx';
import { draftOf, piecesOf } from './mentions.ts';
import type { CommentChanges } from './useCommentChanges.ts';

type CommentItemProps = {
  comment: { __typename: 'Comment'; id: string } & FragmentType<CommentItemFragment>;
  projectId: string;
  studioZone: string;
  changes: CommentChanges;
  readOnly: boolean;
  clientOnly: boolean;
};

/** A comment's words, with the people in it as names. */
export function CommentBody({ body }: { body: string }) {
  let at = 0;
  return (
    <p className="measure text-14 break-words whitespace-pre-wrap text-ink-1">
      {piecesOf(body).map((piece) => {
        at += 1;
        return piece.kind === 'text' ? (
          piece.text
        ) : (
          <span key={`${piece.id}-${at}`} className="font-medium text-accent-text">
            @{piece.name}
          </span>
        );
      })}
    </p>
  );
}

/** What somebody said, and what its author can still do about it. */
export function CommentItem({ comment, projectId, studioZone, changes, readOnly, clientOnly }: CommentItemProps) {
  const { t } = useLingui();
  const [editing, setEditing] = useState(false);
  const { data, complete } = useFragment({ fragment: CommentItemFragmentDoc, fragmentName: 'CommentItem', from: comment });
  const mark = useSyncExternalStore(subscribeToMarks, () => markOf(comment.id));
  if (!complete || data.deletedAt || (clientOnly && data.visibility !== 'CLIENT')) return null;
  const author = data.author ?? { id: 'gone', name: t`Somebody who left`, isViewer: false };
  const Shape = data.visibility === 'CLIENT' ? Eye : Lock;
  const own = data.viewerCanUpdate && !readOnly;
  return (
    <li key={mark?.at ?? 0} className={cx('flex gap-3 py-3', mark && 'glow')} style={mark && { ['--who' as string]: mark.colour }}>
      <Avatar decorative person={{ ...author, pictureUrl: 'picture' in author ? author.picture : null }} size={24} />
      <div className="min-w-0 flex-1">
        <div className="flex items-start gap-2">
          <div className="flex min-h-6 min-w-0 flex-1 flex-wrap items-center gap-x-3 text-13">
            <span className="font-medium text-ink-1">{author.name}</span>
            <DateText at={data.createdAt} studioZone={studioZone} className="text-12 text-ink-3" />
            {data.editedAt && (
              <span className="text-12 text-ink-3">
                <Trans>changed</Trans>
              </span>
            )}
            {!clientOnly && (
              <span className="inline-flex items-center gap-1 text-12 text-ink-3">
                <Shape size={12} strokeWidth={1.75} aria-hidden />
                {data.visibility === 'CLIENT' ? <Trans>Client sees it</Trans> : <Trans>Team only</Trans>}
              </span>
            )}
          </div>
          {own && !editing && (
            <span className="-my-0.5">
              <Menu
                align="end"
                trigger={
                  <IconButton size="small" label={t`More about this comment`}>
                    <Ellipsis size={16} strokeWidth={1.5} aria-hidden />
                  </IconButton>
                }
              >
                {author.isViewer && <MenuItem onSelect={() => setEditing(true)}>{t`Edit`}</MenuItem>}
                {author.isViewer && (
                  <MenuItem
                    onSelect={() => void changes.update(comment.id, { visibility: data.visibility === 'CLIENT' ? 'TEAM' : 'CLIENT' })}
                  >
                    {data.visibility === 'CLIENT' ? t`Make it team only` : t`Let the client see it`}
                  </MenuItem>
                )}
                <MenuItem onSelect={() => void changes.remove(comment.id)}>{t`Delete`}</MenuItem>
              </Menu>
            </span>
          )}
        </div>
        {editing ? (
          <div className="pt-1">
            <Composer
              autoFocus
              projectId={projectId}
              label={t`Change the comment`}
              initial={draftOf(data.body)}
              visibility={data.visibility}
              submit={<Trans>Save</Trans>}
              onCancel={() => setEditing(false)}
              onSubmit={async (body) => {
                const saved = await changes.update(comment.id, { body });
                if (saved) setEditing(false);
                return saved;
              }}
            />
          </div>
        ) : (
          <CommentBody body={data.body} />
        )}
      </div>
    </li>
  );
}
