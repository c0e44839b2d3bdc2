import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useFrame } from '../../app/frame.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { Section } from '../settings/Section.tsx';
import { RequestStudioExportDocument, StudioExportsDocument } from './__generated__/Exports.ts';
import { ExportPanel } from './ExportPanel.tsx';
import { followed, useFollowing } from './useExports.ts';

/** Everything of the studio as a file, for its owners. */
export function ExportSettings() {
  const { t } = useLingui();
  const frame = useFrame();
  const { data, error, refetch, ...polling } = useQuery(StudioExportsDocument, followed);
  const [request] = useMutation(RequestStudioExportDocument);
  const studio = data?.studio;
  useFollowing(polling, studio?.exports?.nodes);
  if (error && !studio) {
    return <ErrorPanel title={<Trans>This did not come</Trans>} reference={referenceOf(error)} onRetry={() => void refetch()} />;
  }
  if (!studio) return <SkeletonRows rows={4} />;
  return (
    <>
      <PageTitle parts={[t`Export`, t`Settings`, frame?.studio.name]} />
      <Section
        title={<Trans>Export</Trans>}
        lead={
          <Trans>
            Everything of the studio as one ZIP: clients, projects, tasks, comments, people and the audit log, each as JSON and as CSV for
            spreadsheets, and the pictures. No passwords and no keys.
          </Trans>
        }
        wide
      >
        {studio.exports ? (
          <ExportPanel
            drawn
            exports={studio.exports.nodes}
            action={<Trans>Export the studio</Trans>}
            request={async () => (await request()).data?.requestStudioExport}
            onChanged={() => void refetch()}
          />
        ) : (
          <p className="text-14 text-ink-2">
            <Trans>Exports are for the owners of the studio.</Trans>
          </p>
        )}
      </Section>
    </>
  );
}
