import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { toast } from '../../ui/toast.ts';
import { RequestStudioDeletionDocument, StudioDeletionDocument } from '../leaving/__generated__/Leaving.ts';
import { useUndoDeletion } from '../leaving/useUndoDeletion.ts';
import type { AuthAnswer } from '../session/auth.ts';
import { Problem } from '../session/Problem.tsx';
import { useAnswer } from '../session/useAnswer.ts';
import { useProblemWords } from '../session/useProblemWords.ts';
import { useProof } from '../session/useProof.tsx';
import { LongDay } from './LongDay.tsx';
import { settingsRoute } from './routes.tsx';
import { Section } from './Section.tsx';

const FORM_ID = 'delete-studio-form';
const DAYS = 14;
const DAY_MS = 86_400_000;

/** The end of the studio's settings: for owners, the end of the studio. */
export function DeleteStudio() {
  const { data } = useQuery(StudioDeletionDocument);
  const [asking, setAsking] = useState(false);
  const { studio: slug } = settingsRoute.useParams();
  const { undoStudio, busy } = useUndoDeletion();
  const studio = data?.studio;
  if (!studio?.viewerCanDelete) return null;
  return (
    <Section
      title={<Trans>Delete the studio</Trans>}
      lead={<Trans>For everybody, with everything in it. You have {DAYS} days to think again.</Trans>}
    >
      {studio.deletion ? (
        <div className="flex flex-col items-start gap-3 text-14 text-ink-2">
          <p>
            <Trans>
              {studio.name} goes on <LongDay at={studio.deletion.dueAt} />. Until then everything works as before.
            </Trans>
          </p>
          <Button busy={busy} onClick={() => void undoStudio()}>
            <Trans>Keep the studio</Trans>
          </Button>
        </div>
      ) : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-14">
          <Button tone="danger" onClick={() => setAsking(true)}>
            <Trans>Delete the studio</Trans>
          </Button>
          <Link to="/s/$studio/settings/export" params={{ studio: slug }} className="link">
            <Trans>Export it first</Trans>
          </Link>
        </div>
      )}
      {asking && <DeleteStudioDialog name={studio.name} onClose={() => setAsking(false)} />}
    </Section>
  );
}

function DeleteStudioDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const { t } = useLingui();
  const words = useProblemWords();
  const { guarded, dialog } = useProof();
  const { busy, problem, ask, submit } = useAnswer();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [request] = useMutation(RequestStudioDeletionDocument);
  const due = new Date(Date.now() + DAYS * DAY_MS).toISOString();

  const go = submit(async ({ typed = '' }) => {
    setRefusal(null);
    const done = await ask(() =>
      guarded(async (): Promise<AuthAnswer> => {
        const answer = await request({ variables: { input: { name: typed } } }).catch(() => null);
        const result = answer?.data?.requestStudioDeletion;
        if (result?.__typename === 'RequestStudioDeletionSuccess') return { ok: true, data: null };
        if (result?.__typename === 'InvalidInput') setRefusal(result.message);
        return { ok: false, problem: { code: result?.code ?? 'UNKNOWN', retryAfter: null } };
      }),
    );
    if (!done) return;
    toast({ message: t`The studio goes in ${DAYS} days. Owners and admins are told by mail.` });
    onClose();
  });
  const isTold = problem?.code === 'FRESH_PROOF_NEEDED' || problem?.code === 'DOES_NOT_MATCH';
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title={<Trans>Delete {name}?</Trans>}
        description={
          <Trans>
            It goes on <LongDay at={due} />, for everybody. Until then everything works as before, and any owner can undo it.
          </Trans>
        }
        actions={
          <>
            <Button onClick={onClose}>
              <Trans>Keep it</Trans>
            </Button>
            <Button type="submit" form={FORM_ID} tone="danger" busy={busy}>
              <Trans>Delete it in {DAYS} days</Trans>
            </Button>
          </>
        }
      >
        <form id={FORM_ID} onSubmit={go} className="flex flex-col gap-4 text-14 text-ink-2">
          <dl className="flex flex-col gap-3">
            <Fate title={<Trans>What goes</Trans>}>
              <Trans>
                Clients, projects, tasks, comments, pictures and invitations. On that day links of clients, API keys and apps stop working.
              </Trans>
            </Fate>
            <Fate title={<Trans>What stays</Trans>}>
              <Trans>The accounts of its people, and the security log for 91 days. The owners get a receipt that says so.</Trans>
            </Fate>
          </dl>
          <Field label={<Trans>Type the studio’s name: {name}</Trans>} error={refusal ?? undefined}>
            <TextInput name="typed" required autoComplete="off" spellCheck={false} />
          </Field>
          {problem && !isTold && <Problem>{words(problem)}</Problem>}
        </form>
      </Dialog>
      {dialog}
    </>
  );
}

/** What becomes of some things, in a dialog that is about to end them. */
export function Fate({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt className="font-medium text-ink-1">{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
