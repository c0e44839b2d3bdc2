import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Field, Textarea } from '../../ui/Field.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import type { ProjectBriefFragment } from './__generated__/ProjectPage.ts';
import { useUpdateProject } from './useUpdateProject.ts';

type BriefPartProps = { project: { id: string; version: number; viewerCanUpdate: boolean } & Partial<ProjectBriefFragment> };

const LONGEST = 20_000;

/** What was agreed, in the words of whoever wrote it; the client sees it. */
export default function BriefPart({ project }: BriefPartProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState<string | null>(null);
  const { update, busy, problem } = useUpdateProject();
  const { brief } = project;
  const save = async () => {
    if (draft !== null && (await update({ id: project.id, expectedVersion: project.version, brief: draft }))) setDraft(null);
  };
  const paragraphs = (brief ?? '').split(/\n{2,}/).map((text, index) => ({ key: `${index}`, text }));
  return (
    <div className="relative min-h-0 flex-1 overflow-y-auto px-4 pt-6 pb-10 sm:px-8">
      {brief === undefined ? (
        <SkeletonRows rows={4} />
      ) : draft !== null ? (
        <div className="max-w-170">
          <Field label={t`Brief`} hint={t`The client sees it.`} error={problem?.message}>
            <Textarea
              value={draft}
              maxLength={LONGEST}
              rows={12}
              onChange={(event) => setDraft(event.target.value)}
              className="max-h-none min-h-60"
            />
          </Field>
          <div className="flex justify-end gap-2 pt-4">
            <Button tone="quiet" onClick={() => setDraft(null)}>
              <Trans>Cancel</Trans>
            </Button>
            <Button tone="primary" busy={busy} onClick={() => void save()}>
              <Trans>Save the brief</Trans>
            </Button>
          </div>
        </div>
      ) : brief.trim() === '' ? (
        <EmptyState
          picture="letter"
          title={<Trans>No brief yet</Trans>}
          action={
            project.viewerCanUpdate && (
              <Button tone="primary" onClick={() => setDraft('')}>
                <Trans>Write the brief</Trans>
              </Button>
            )
          }
        >
          <Trans>What was agreed: the work, the size, the use, the day. The client sees it.</Trans>
        </EmptyState>
      ) : (
        <>
          <div className="measure flex flex-col gap-4 text-16 whitespace-pre-wrap text-ink-1">
            {paragraphs.map(({ key, text }) => (
              <p key={key}>{text}</p>
            ))}
          </div>
          {project.viewerCanUpdate && (
            <Button className="mt-6" onClick={() => setDraft(brief)}>
              <Trans>Edit the brief</Trans>
            </Button>
          )}
        </>
      )}
    </div>
  );
}
