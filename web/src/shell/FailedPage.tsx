import { Trans, useLingui } from '@lingui/react/macro';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { codeOf, referenceOf } from '../graphql/errors.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageMain } from './AppShell.tsx';
import { PageTitle } from './PageTitle.tsx';

function Whole({ title, children }: { title: string; children: ReactNode }) {
  return (
    <PageMain className="mx-auto flex min-h-[70dvh] max-w-160 items-center px-6">
      <PageTitle parts={[title]} />
      {children}
    </PageMain>
  );
}

function Home() {
  return (
    <Button asChild>
      <Link to="/">
        <Trans>Back to the start</Trans>
      </Link>
    </Button>
  );
}

/** Nothing stands at this address, or it is not for this viewer: both look the same, so that nothing is given away. */
export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <Whole title={t`Not found`}>
      <EmptyState heading="h1" picture="path" title={<Trans>This page is not here</Trans>} action={<Home />}>
        <Trans>It was moved, removed, or it is not shared with you.</Trans>
      </EmptyState>
    </Whole>
  );
}

/** A whole page failed. What was typed is still in the form behind "Try again"; the reference is for us. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui();
  const reference = referenceOf(error);
  if (codeOf(error) === 'NOT_FOUND') return <NotFoundPage />;
  return (
    <Whole title={t`Something failed`}>
      <EmptyState
        heading="h1"
        picture="tea"
        title={<Trans>This page did not load</Trans>}
        action={
          <Button onClick={reset}>
            <Trans>Try again</Trans>
          </Button>
        }
      >
        <Trans>Nothing was lost. If it stays like this, send us the reference.</Trans>
        {reference && (
          <p className="pt-2 text-12 text-ink-3">
            <Trans>
              Reference <code className="font-mono select-all">{reference}</code>
            </Trans>
          </p>
        )}
      </EmptyState>
    </Whole>
  );
}
