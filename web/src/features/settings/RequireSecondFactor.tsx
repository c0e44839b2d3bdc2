import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { toast } from '../../ui/toast.ts';
import type { AuthAnswer } from '../session/auth.ts';
import { Problem } from '../session/Problem.tsx';
import { useAnswer } from '../session/useAnswer.ts';
import { useProblemWords } from '../session/useProblemWords.ts';
import { useProof } from '../session/useProof.tsx';
import { RequireSecondFactorDocument, SecondFactorRequirementDocument } from './__generated__/RequireSecondFactor.ts';
import { Section } from './Section.tsx';

/** Whether the studio asks its members for a second step, how long they have, and who has none yet. For its owners. */
export function RequireSecondFactor() {
  const { t } = useLingui();
  const words = useProblemWords();
  const { busy, problem, ask, submit } = useAnswer();
  const { guarded, dialog } = useProof();
  const { data } = useQuery(SecondFactorRequirementDocument);
  const [require] = useMutation(RequireSecondFactorDocument);
  const studio = data?.studio;
  if (!studio) return null;
  const without = studio.members.nodes.filter(({ hasSecondFactor }) => hasSecondFactor === false).map(({ name }) => name);
  const save = submit(async ({ days = '' }) => {
    const done = await ask(() =>
      guarded(async (): Promise<AuthAnswer> => {
        const answer = await require({ variables: { input: { days: days === '' ? null : Number(days) } } }).catch(() => null);
        const result = answer?.data?.requireSecondFactor;
        if (result?.__typename === 'RequireSecondFactorSuccess') return { ok: true, data: null };
        return { ok: false, problem: { code: result?.__typename === 'FreshProofNeeded' ? result.code : 'UNKNOWN', retryAfter: null } };
      }),
    );
    if (done) toast({ message: t`Saved` });
  });
  return (
    <Section title={<Trans>Second step</Trans>} lead={<Trans>Members without one are told, and kept out once the days are over.</Trans>}>
      <form onSubmit={save} className="flex flex-col gap-4">
        <Field label={<Trans>Ask every member for a second step</Trans>}>
          <Select name="days" key={String(studio.secondFactorDays)} defaultValue={String(studio.secondFactorDays ?? '')}>
            <option value="">{t`No`}</option>
            <option value="0">{t`Yes, at once`}</option>
            <option value="3">{t`Yes, within 3 days`}</option>
            <option value="7">{t`Yes, within 7 days`}</option>
            <option value="14">{t`Yes, within 14 days`}</option>
            <option value="30">{t`Yes, within 30 days`}</option>
          </Select>
        </Field>
        <p className="text-13 text-ink-2">
          {without.length === 0 ? <Trans>Everybody has one.</Trans> : <Trans>Without one: {without.join(', ')}.</Trans>}
        </p>
        {problem && problem.code !== 'FRESH_PROOF_NEEDED' && <Problem>{words(problem)}</Problem>}
        <div>
          <Button type="submit" busy={busy}>
            <Trans>Save</Trans>
          </Button>
        </div>
      </form>
      {dialog}
    </Section>
  );
}
