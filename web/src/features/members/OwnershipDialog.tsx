import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';
import { referenceOf } from '../../graphql/errors.ts';
import { refetchShown } from '../../graphql/refetch.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { toast } from '../../ui/toast.ts';
import type { AuthAnswer } from '../session/auth.ts';
import { Problem } from '../session/Problem.tsx';
import { useRoles } from '../session/roles.tsx';
import { useAnswer } from '../session/useAnswer.ts';
import { useProblemWords } from '../session/useProblemWords.ts';
import { useProof } from '../session/useProof.tsx';
import { OwnershipCandidatesDocument, TransferOwnershipDocument } from './__generated__/Ownership.ts';

function Choice({ value, title, children }: { value: string; title: ReactNode; children: ReactNode }) {
  return (
    <label className="relative grid grid-cols-[1rem_minmax(0,1fr)] items-baseline gap-x-3 py-3 has-checked:bg-surface-2 has-focus-visible:outline-2 has-focus-visible:outline-focus">
      <input type="radio" name="after" value={value} defaultChecked={value === 'both'} className="ml-1 accent-accent outline-none" />
      <span>
        <span className="block text-14 font-medium">{title}</span>
        <span className="block text-13 text-ink-2">{children}</span>
      </span>
    </label>
  );
}

type OwnershipDialogProps = { memberId?: string; onClose: () => void };

/** Makes a member an owner, after a fresh proof; the person chooses what they are themselves from then on. */
export default function OwnershipDialog({ memberId, onClose }: OwnershipDialogProps) {
  const { t } = useLingui();
  const form = useId();
  const roles = useRoles();
  const words = useProblemWords();
  const { busy, problem, ask, submit } = useAnswer();
  const { guarded, dialog } = useProof();
  const { data, error, refetch } = useQuery(OwnershipCandidatesDocument, { fetchPolicy: 'cache-and-network' });
  const [transfer, transferring] = useMutation(TransferOwnershipDocument, refetchShown('MembersSettings', 'GuestsSettings'));
  const candidates = data?.studio?.members.nodes;

  const handOver = submit(async ({ id = '', after }) => {
    const name = candidates?.find((candidate) => candidate.id === id)?.name ?? '';
    const stepDown = after === 'admin';
    const answered = await ask(() =>
      guarded(async (): Promise<AuthAnswer<string | null>> => {
        const answer = await transfer({ variables: { input: { id, stepDown } } }).catch(() => null);
        const result = answer?.data?.transferOwnership;
        if (result?.__typename === 'TransferOwnershipSuccess') return { ok: true, data: null };
        if (result && result.__typename !== 'FreshProofNeeded') return { ok: true, data: result.message };
        return { ok: false, problem: { code: result?.code ?? 'UNKNOWN', retryAfter: null } };
      }),
    );
    if (!answered) return;
    if (answered.data !== null) {
      toast({ message: answered.data, tone: 'problem' });
      void refetch().catch(() => undefined);
      return;
    }
    toast({ message: stepDown ? t`${name} is the owner now, and you are an admin` : t`${name} is an owner now, and so are you` });
    onClose();
  });
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title={<Trans>Hand ownership over</Trans>}
        description={
          <Trans>An owner may do everything, and nobody else can take that away. You, the new owner and all other owners get a mail.</Trans>
        }
        actions={
          <>
            <Button onClick={onClose}>
              <Trans>Not now</Trans>
            </Button>
            <Button type="submit" form={form} tone="primary" busy={busy} disabled={!candidates?.length}>
              <Trans>Make them an owner</Trans>
            </Button>
          </>
        }
      >
        {error && !candidates && (
          <ErrorPanel title={<Trans>The members did not come</Trans>} reference={referenceOf(error)} onRetry={() => void refetch()} />
        )}
        {!candidates && !error && <SkeletonRows rows={3} />}
        {candidates?.length === 0 && (
          <p className="text-14 text-ink-2">
            <Trans>There is nobody else yet. Invite somebody first; once they have joined, they can become an owner.</Trans>
          </p>
        )}
        {candidates && candidates.length > 0 && (
          <form id={form} onSubmit={handOver} className="flex flex-col gap-5">
            <Field label={<Trans>New owner</Trans>}>
              <Select name="id" defaultValue={memberId ?? ''} required autoFocus>
                <option value="" disabled>{t`Choose somebody`}</option>
                {candidates.map(({ id, name, role }) => (
                  <option key={id} value={id}>
                    {t`${name}, ${roles[role].name}`}
                  </option>
                ))}
              </Select>
            </Field>
            <fieldset>
              <legend className="pb-1 text-13 font-medium">
                <Trans>And you</Trans>
              </legend>
              <div className="divide-y divide-line border-y">
                <Choice value="both" title={<Trans>Stay an owner</Trans>}>
                  <Trans>You are both owners, with the same rights.</Trans>
                </Choice>
                <Choice value="admin" title={<Trans>Become an admin</Trans>}>
                  <Trans>Only an owner can make you one again.</Trans>
                </Choice>
              </div>
            </fieldset>
            {problem && problem.code !== 'FRESH_PROOF_NEEDED' && <Problem>{words(problem)}</Problem>}
            {transferring.error && <ErrorPanel title={<Trans>Nothing was changed</Trans>} reference={referenceOf(transferring.error)} />}
          </form>
        )}
      </Dialog>
      {dialog}
    </>
  );
}
