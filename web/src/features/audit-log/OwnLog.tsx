import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFrame } from '../../app/frame.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { Section } from '../settings/Section.tsx';
import { OwnLogDocument } from './__generated__/AuditLog.ts';
import { LineTable } from './LineTable.tsx';

/** What happened to a person's account. `notMe` leads to where they change their password and sign devices out. */
export function OwnLog({ notMe }: { notMe: (label: ReactNode) => ReactNode }) {
  const { t } = useLingui();
  const frame = useFrame();
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(OwnLogDocument, { fetchPolicy: 'cache-and-network' });
  const user = (data ?? previousData)?.viewer?.user;
  if (error && !user) {
    return <ErrorPanel title={<Trans>The log did not come</Trans>} reference={referenceOf(error)} onRetry={() => void refetch()} />;
  }
  if (!user) return <SkeletonRows rows={8} />;
  const page = user.auditLog;
  const zone = user.timeZone ?? frame?.studio.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const cursor = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  return (
    <>
      <PageTitle parts={[t`What happened to my account`, t`Settings`, frame?.studio.name]} />
      <Section
        title={<Trans>What happened to my account</Trans>}
        lead={
          <>
            <span className="block">
              <Trans>Who signed in, who tried to, and what was changed about it. Only you see this list. Times are in {zone}.</Trans>
            </span>
            <span className="block pt-3">
              <Trans>Something that you did not do? Change your password: it signs everybody else out.</Trans>
            </span>
            <span className="block pt-3">{notMe(<Trans>This was not me</Trans>)}</span>
          </>
        }
        wide
      >
        {!page?.nodes.length && (
          <EmptyState compact picture="tea" title={<Trans>Nothing has happened yet</Trans>}>
            <Trans>The next time you sign in, it shows here.</Trans>
          </EmptyState>
        )}
        {page && page.nodes.length > 0 && <LineTable own lines={page.nodes} zone={zone} />}
        {cursor && (
          <div className="pt-4">
            <Button busy={loading} onClick={() => void fetchMore({ variables: { after: cursor } }).catch(() => undefined)}>
              <Trans>Show more</Trans>
            </Button>
          </div>
        )}
      </Section>
    </>
  );
}
