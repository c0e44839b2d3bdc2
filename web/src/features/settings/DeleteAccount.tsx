import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { referenceOf } from '../../graphql/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { toast } from '../../ui/toast.ts';
import {
  AccountDeletionDocument,
  LeavingDocument,
  type LeavingQuery,
  RequestAccountDeletionDocument,
} from '../leaving/__generated__/Leaving.ts';
import { useUndoDeletion } from '../leaving/useUndoDeletion.ts';
import type { AuthAnswer } from '../session/auth.ts';
import { Problem } from '../session/Problem.tsx';
import { useAnswer } from '../session/useAnswer.ts';
import { useProblemWords } from '../session/useProblemWords.ts';
import { useProof } from '../session/useProof.tsx';
import { Fate } from './DeleteStudio.tsx';
import { LongDay } from './LongDay.tsx';
import { Section } from './Section.tsx';

const FORM_ID = 'delete-account-form';
const DAYS = 14;
const DAY_MS = 86_400_000;

type Leaving = NonNullable<NonNullable<LeavingQuery['viewer']>['user']>['leaving'];
const named = (studios: readonly { name: string }[]) => studios.map(({ name }) => name).join(', ');

/** The end of a person's security: the end of the account. */
export function DeleteAccount() {
  const { data } = useQuery(AccountDeletionDocument);
  const [asking, setAsking] = useState(false);
  const { undoAccount, busy } = useUndoDeletion();
  const user = data?.viewer?.user;
  if (!user) return null;
  return (
    <Section
      title={<Trans>Delete my account</Trans>}
      lead={<Trans>Your name, your address and every way in. You have {DAYS} days to think again.</Trans>}
    >
      {user.deletion ? (
        <div className="flex flex-col items-start gap-3 text-14 text-ink-2">
          <p>
            <Trans>
              Your account goes on <LongDay at={user.deletion.dueAt} />. Until then everything works as before.
            </Trans>
          </p>
          <Button busy={busy} onClick={() => void undoAccount()}>
            <Trans>Keep my account</Trans>
          </Button>
        </div>
      ) : (
        <Button tone="danger" onClick={() => setAsking(true)}>
          <Trans>Delete my account</Trans>
        </Button>
      )}
      {asking && <DeleteAccountDialog email={user.email} onClose={() => setAsking(false)} />}
    </Section>
  );
}

function DeleteAccountDialog({ email, onClose }: { email: string; onClose: () => void }) {
  const { t } = useLingui();
  const words = useProblemWords();
  const { guarded, dialog } = useProof();
  const { busy, problem, ask, submit } = useAnswer();
  const [refusal, setRefusal] = useState<string | null>(null);
  // What stands now, not what stood when the page was opened.
  const { data, error, refetch } = useQuery(LeavingDocument, { fetchPolicy: 'network-only' });
  const [request] = useMutation(RequestAccountDeletionDocument);
  const leaving = data?.viewer?.user?.leaving;
  const isStuck = leaving !== undefined && leaving.needOwner.length > 0;
  const due = new Date(Date.now() + DAYS * DAY_MS).toISOString();

  const go = submit(async ({ typed = '' }) => {
    setRefusal(null);
    const done = await ask(() =>
      guarded(async (): Promise<AuthAnswer> => {
        const answer = await request({ variables: { input: { email: typed } } }).catch(() => null);
        const result = answer?.data?.requestAccountDeletion;
        if (result?.__typename === 'RequestAccountDeletionSuccess') return { ok: true, data: null };
        if (result?.__typename === 'InvalidInput') setRefusal(result.message);
        if (result?.__typename === 'StudiosNeedOwner') await refetch();
        return { ok: false, problem: { code: result?.code ?? 'UNKNOWN', retryAfter: null } };
      }),
    );
    if (!done) return;
    toast({ message: t`Your account goes in ${DAYS} days. We have mailed you how to undo it.` });
    onClose();
  });
  const isTold = ['FRESH_PROOF_NEEDED', 'DOES_NOT_MATCH', 'STUDIOS_NEED_OWNER'].includes(problem?.code ?? '');
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title={isStuck ? <Trans>Not yet</Trans> : <Trans>Delete your account?</Trans>}
        description={
          isStuck ? (
            <Trans>Others work in studios that only you own. Make somebody else owner there, or delete the studio.</Trans>
          ) : (
            <Trans>
              It goes on <LongDay at={due} />. Until then everything works as before: sign in, and you can undo it.
            </Trans>
          )
        }
        actions={
          <>
            <Button onClick={onClose}>{isStuck ? <Trans>Close</Trans> : <Trans>Keep it</Trans>}</Button>
            {!isStuck && (
              <Button type="submit" form={FORM_ID} tone="danger" busy={busy} disabled={leaving === undefined}>
                <Trans>Delete it in {DAYS} days</Trans>
              </Button>
            )}
          </>
        }
      >
        {error && !leaving && (
          <ErrorPanel title={<Trans>This did not come</Trans>} reference={referenceOf(error)} onRetry={() => void refetch()} />
        )}
        {!leaving && !error && <SkeletonRows rows={3} />}
        {leaving && isStuck && <Owned studios={leaving.needOwner} />}
        {leaving && !isStuck && (
          <form id={FORM_ID} onSubmit={go} className="flex flex-col gap-4 text-14 text-ink-2">
            <Fates leaving={leaving} />
            <Field label={<Trans>Type your address: {email}</Trans>} error={refusal ?? undefined}>
              <TextInput name="typed" required autoComplete="off" spellCheck={false} autoCapitalize="none" autoFocus />
            </Field>
            {problem && !isTold && <Problem>{words(problem)}</Problem>}
          </form>
        )}
      </Dialog>
      {dialog}
    </>
  );
}

function Owned({ studios }: { studios: Leaving['needOwner'] }) {
  return (
    <ul className="flex flex-col gap-2 text-14">
      {studios.map(({ id, name, slug }) => (
        <li key={id} className="flex items-baseline justify-between gap-4 border-t pt-2">
          <span className="min-w-0 truncate text-ink-1">{name}</span>
          <a className="link shrink-0" href={`/s/${slug}/settings/members`}>
            <Trans>Its members</Trans>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Fates({ leaving: { gone, left } }: { leaving: Leaving }) {
  return (
    <dl className="flex flex-col gap-3">
      <Fate title={<Trans>What goes</Trans>}>
        <Trans>Your name, address and picture, every device, passkey and app, and what you were told of.</Trans>
        {gone.length > 0 && (
          <>
            {' '}
            <Trans>
              These studios have nobody but you and go as well, with everything in them:{' '}
              <strong className="font-medium text-ink-1">{named(gone)}</strong>.
            </Trans>
          </>
        )}
      </Fate>
      <Fate title={<Trans>What stays</Trans>}>
        {left.length > 0 && (
          <>
            <Trans>What you made and wrote in {named(left)} stays there, without your name.</Trans>{' '}
          </>
        )}
        <Trans>Security logs stay without your name. A receipt says all of it.</Trans>
      </Fate>
    </dl>
  );
}
