import { useApolloClient } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { toast } from '../../ui/toast.ts';
import { TASK_STATUSES } from '../project/search.ts';
import { taskStatus } from '../tasks/words.ts';
import type { ActivityEntryFragment } from './__generated__/ActivityEntry.ts';
import { MoreActivityDocument, type ProjectActivityFragment } from './__generated__/ActivityPage.ts';
import { fields, verbs } from './words.ts';

type ActivityPartProps = { project: { id: string } & Partial<ProjectActivityFragment>; studioZone: string };

function Change({ change }: { change: ActivityEntryFragment['changes'][number] }) {
  const { i18n } = useLingui();
  const name = fields[change.field];
  if (!name) return null;
  const say = (value: string | null) => {
    const status = change.field === 'status' && TASK_STATUSES.find((each) => each === value);
    return status ? i18n._(taskStatus[status].word) : value;
  };
  return (
    <span className="text-ink-3">
      {i18n._(name)}: {change.before !== null && <del className="decoration-1">{say(change.before)}</del>} {say(change.after) ?? '\u2013'}
    </span>
  );
}

function Entry({ entry, studioZone }: { entry: ActivityEntryFragment; studioZone: string }) {
  const { i18n } = useLingui();
  const verb = verbs[entry.verb];
  if (!verb) return null;
  const { actor, task } = entry;
  const isProject = entry.verb.startsWith('project.');
  const changes = entry.verb === 'task.created' || entry.verb === 'project.created' ? [] : entry.changes;
  return (
    <li className="flex gap-3 py-2.5 text-14">
      {actor ? (
        <Avatar decorative size={24} person={{ ...actor, pictureUrl: 'picture' in actor ? actor.picture : null }} />
      ) : (
        <span aria-hidden className="size-6 shrink-0 rounded-full bg-surface-2" />
      )}
      <div className="min-w-0 flex-1">
        <p className="text-ink-2">
          <span className="font-medium text-ink-1">{actor?.name ?? 'Atelier'}</span> {i18n._(verb)}{' '}
          {task ? (
            <Link
              to="."
              search={(search) => ({ ...search, task: task.id })}
              resetScroll={false}
              className="rounded-4 text-ink-1 underline decoration-line-strong decoration-1 underline-offset-3 hover:decoration-current"
            >
              {task.title}
            </Link>
          ) : (
            !isProject && <span className="text-ink-1">{entry.subject || <Trans>the project</Trans>}</span>
          )}
        </p>
        {changes.length > 0 && (
          <p className="flex flex-wrap gap-x-4 text-13">
            {changes.map((change) => (
              <Change key={change.field} change={change} />
            ))}
          </p>
        )}
      </div>
      <DateText at={entry.at} studioZone={studioZone} className="shrink-0 text-12 text-ink-3" />
    </li>
  );
}

/** What happened in the project, the newest first. */
export default function ActivityPart({ project, studioZone }: ActivityPartProps) {
  const { t } = useLingui();
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const { activity } = project;
  const after = activity?.pageInfo.hasNextPage ? activity.pageInfo.endCursor : null;
  const more = async () => {
    if (!after) return;
    setBusy(true);
    try {
      await client.query({ query: MoreActivityDocument, variables: { id: project.id, after }, fetchPolicy: 'network-only' });
    } catch {
      toast({ tone: 'problem', message: t`Earlier activity did not load. Try again.` });
    }
    setBusy(false);
  };
  return (
    <div className="relative min-h-0 flex-1 overflow-y-auto px-4 pt-4 pb-10 sm:px-8">
      <div className="max-w-190">
        {!activity ? (
          <SkeletonRows rows={6} picture />
        ) : (
          <ul aria-label={t`Activity`} className="divide-y divide-line">
            {activity.nodes.map((entry) => (
              <Entry key={entry.id} entry={entry} studioZone={studioZone} />
            ))}
          </ul>
        )}
        {after && (
          <Button size="small" tone="quiet" busy={busy} onClick={() => void more()} className="mt-3">
            <Trans>Earlier</Trans>
          </Button>
        )}
      </div>
    </div>
  );
}
