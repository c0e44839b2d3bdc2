import { useMutation, useQuery } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { referenceOf } from '../../graphql/errors.ts';
import { refetchShown } from '../../graphql/refetch.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { toast } from '../../ui/toast.ts';
import { Problem } from '../session/Problem.tsx';
import type { MemberLineFragment } from './__generated__/Members.ts';
import { MemberLeavingDocument, type MemberLeavingQuery, RemoveMemberDocument } from './__generated__/Removal.ts';

type Leaving = Extract<NonNullable<MemberLeavingQuery['node']>, { __typename: 'Member' }>;

function Fact({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 py-3 sm:grid-cols-[5.5rem_minmax(0,1fr)]">
      <dt className="text-13 text-ink-3">{term}</dt>
      <dd className="flex flex-col gap-1 text-14">{children}</dd>
    </div>
  );
}

/** What becomes of their work, of what they made, and of what lets programs in. */
function Facts({ leaving: { leaving, work } }: { leaving: Leaving }) {
  const { openTasks = 0, openProjects = 0, doneTasks = 0, comments = 0 } = work ?? {};
  const { apiKeys = 0, appGrants = 0, appsOnTheirOwn = 0, clientLinks = 0, invitations = 0 } = leaving ?? {};
  return (
    <dl className="divide-y divide-line border-y">
      <Fact term={<Trans>To be done</Trans>}>
        {openTasks === 0 ? (
          <p>
            <Trans>No open task is waiting.</Trans>
          </p>
        ) : (
          <p>
            <Plural value={openTasks} one="# open task" other="# open tasks" />{' '}
            <Plural value={openProjects} one="in # project" other="in # projects" />
          </p>
        )}
      </Fact>
      <Fact term={<Trans>Stays</Trans>}>
        <p>
          <Plural value={doneTasks} one="# done task" other="# done tasks" />
          {', '}
          <Plural value={comments} one="# comment" other="# comments" />
        </p>
        {clientLinks > 0 && (
          <p>
            <Plural value={clientLinks} one="# open link for a client" other="# open links for clients" />
          </p>
        )}
        {invitations > 0 && (
          <p>
            <Plural value={invitations} one="# invitation that waits" other="# invitations that wait" />
          </p>
        )}
      </Fact>
      <Fact term={<Trans>Ends</Trans>}>
        <p>
          <Trans>Every way in, within seconds</Trans>
        </p>
        {apiKeys > 0 && (
          <p>
            <Plural value={apiKeys} one="# API key, with the program that uses it" other="# API keys, with the programs that use them" />
          </p>
        )}
        {appGrants > 0 && (
          <p>
            <Plural value={appGrants} one="# app that was let in" other="# apps that were let in" />
          </p>
        )}
        {appsOnTheirOwn > 0 && (
          <p>
            <Plural value={appsOnTheirOwn} one="# registered app that acts on its own" other="# registered apps that act on their own" />
          </p>
        )}
      </Fact>
    </dl>
  );
}

type RemovalDialogProps = { member: MemberLineFragment; studioName: string; onClose: () => void };

/** Takes a member out, or leaves; says first what becomes of their work, and hands the open part of it over. */
export default function RemovalDialog({ member, studioName, onClose }: RemovalDialogProps) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(MemberLeavingDocument, { variables: { id: member.id }, fetchPolicy: 'network-only' });
  const [remove, removing] = useMutation(RemoveMemberDocument, member.isViewer ? {} : refetchShown('MembersSettings', 'GuestsSettings'));
  const [tasksTo, setTasksTo] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const leaving = data?.node?.__typename === 'Member' ? data.node : null;
  const others = (data?.studio?.members.nodes ?? []).filter(({ id }) => id !== member.id);
  const successor = others.find(({ id }) => id === tasksTo);
  const openTasks = leaving?.work?.openTasks ?? 0;

  const go = async () => {
    setRefused(null);
    const input = { id: member.id, ...(successor && { tasksTo: successor.id }) };
    const answer = await remove({ variables: { input } }).catch(() => null);
    const result = answer?.data?.removeMember;
    if (!result) return;
    if (result.__typename === 'RemoveMemberSuccess') {
      if (member.isViewer) return location.assign('/');
      toast({
        message: successor
          ? t`${member.name} is no longer a member; ${successor.name} has their open tasks`
          : t`${member.name} is no longer a member`,
      });
      return onClose();
    }
    if (result.__typename === 'MemberGone' && result.path?.at(-1) === 'id') {
      toast({ message: result.message, tone: 'problem' });
      return onClose();
    }
    setRefused(result.message);
    void refetch();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={member.isViewer ? <Trans>Leave {studioName}</Trans> : <Trans>Remove {member.name}</Trans>}
      description={
        member.isViewer ? (
          <Trans>To come back, somebody has to invite you. What you made stays under your name.</Trans>
        ) : (
          <Trans>To come back, they have to be invited. What they made stays under their name.</Trans>
        )
      }
      actions={
        <>
          <Button onClick={onClose}>{member.isViewer ? <Trans>Stay</Trans> : <Trans>Keep them</Trans>}</Button>
          <Button tone="danger" busy={removing.loading} disabled={!leaving} onClick={() => void go()}>
            {member.isViewer ? <Trans>Leave the studio</Trans> : <Trans>Remove from the studio</Trans>}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {error && !leaving && (
          <ErrorPanel
            title={<Trans>What becomes of the work is not known now</Trans>}
            reference={referenceOf(error)}
            onRetry={() => void refetch()}
          />
        )}
        {!data && !error && <SkeletonRows rows={3} />}
        {data && !leaving && (
          <Problem>
            <Trans>This member is no longer in the studio.</Trans>
          </Problem>
        )}
        {leaving && <Facts leaving={leaving} />}
        {openTasks > 0 && (
          <Field label={<Trans>Who takes on the open tasks</Trans>}>
            <Select value={tasksTo} onChange={(event) => setTasksTo(event.currentTarget.value)}>
              <option value="">{t`Nobody for now`}</option>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {refused && <Problem>{refused}</Problem>}
        {removing.error && <ErrorPanel title={<Trans>Nothing was changed</Trans>} reference={referenceOf(removing.error)} />}
      </div>
    </Dialog>
  );
}
