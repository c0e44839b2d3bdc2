import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Mail, MailOpen } from 'lucide-react';
import { Avatar } from '../../ui/Avatar.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { DateText } from '../../ui/DateText.tsx';
import { Picture } from '../../ui/pictures.tsx';
import type { NotificationFactsFragment } from './__generated__/Notifications.ts';
import { excerptOf } from './excerpt.ts';
import { useMark } from './useMark.ts';

type NotificationLineProps = {
  notification: NotificationFactsFragment;
  studio: string;
  /** Called when it is opened: a popover closes. */
  onOpen?: () => void;
  /** Shows the button that marks it read or unread. */
  markable?: boolean;
};

function What({ notification }: { notification: NotificationFactsFragment }) {
  const { t } = useLingui();
  const who = <span className="font-medium text-ink-1">{notification.actor?.name ?? t`Somebody`}</span>;
  const where = notification.task?.title ?? notification.project?.name ?? t`something you no longer see`;
  const name = <span className="text-ink-1">{where}</span>;
  switch (notification.kind) {
    case 'MENTIONED':
      return (
        <Trans>
          {who} mentioned you in {name}
        </Trans>
      );
    case 'ASSIGNED':
      return (
        <Trans>
          {who} gave you {name}
        </Trans>
      );
    case 'COMMENTED':
      return (
        <Trans>
          {who} commented on {name}
        </Trans>
      );
  }
}

/** One notification; it opens the exact task or conversation and is read by that. */
export function NotificationLine({ notification, studio, onOpen, markable = false }: NotificationLineProps) {
  const { t } = useLingui();
  const mark = useMark();
  const { project, task, comment, actor } = notification;
  const unread = notification.readAt === null;
  const taskId = task?.id ?? comment?.task?.id;
  const open = () => {
    mark.one(notification, true);
    onOpen?.();
  };
  const words = (
    <>
      <span className="block text-14 text-ink-2">
        <What notification={notification} />
      </span>
      {comment && <span className="line-clamp-2 block pt-0.5 text-13 text-ink-3">{excerptOf(comment.body)}</span>}
    </>
  );
  const className = 'link-quiet block hover:no-underline after:absolute after:inset-0';
  return (
    <li className="relative flex gap-3 border-b py-3 hover:bg-surface-1">
      <span className="relative pt-0.5">
        {actor ? (
          <Avatar
            size={24}
            decorative
            person={{ id: actor.id, name: actor.name, pictureUrl: actor.__typename === 'Member' ? actor.picture : null }}
          />
        ) : (
          <Picture name="letter" className="w-6" />
        )}
      </span>
      <div className="min-w-0 flex-1">
        {project && taskId && (
          <Link
            to="/s/$studio/projects/$projectId"
            params={{ studio, projectId: project.id }}
            search={{ task: taskId }}
            hash={comment?.id}
            onClick={open}
            className={className}
          >
            {words}
          </Link>
        )}
        {project && !taskId && (
          <Link
            to="/s/$studio/projects/$projectId/talk"
            params={{ studio, projectId: project.id }}
            hash={comment?.id}
            onClick={open}
            className={className}
          >
            {words}
          </Link>
        )}
        {!project && words}
        <p className="flex items-center gap-2 pt-0.5 text-12 text-ink-3">
          <DateText at={notification.createdAt} />
          {unread && (
            <>
              <span aria-hidden className="size-1.5 rounded-full bg-accent" />
              <span className={cx('text-accent-text')}>{t`new`}</span>
            </>
          )}
        </p>
      </div>
      {markable && (
        <IconButton
          label={unread ? t`Mark as read` : t`Mark as unread`}
          size="small"
          className="relative z-10"
          onClick={() => mark.one(notification, unread)}
        >
          {unread ? <MailOpen size={16} strokeWidth={1.5} aria-hidden /> : <Mail size={16} strokeWidth={1.5} aria-hidden />}
        </IconButton>
      )}
    </li>
  );
}
