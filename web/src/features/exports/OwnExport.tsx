import { useMutation, useQuery } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { referenceOf } from '../../graphql/errors.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { Section } from '../settings/Section.tsx';
import { OwnExportsDocument, RequestOwnExportDocument } from './__generated__/Exports.ts';
import { ExportPanel } from './ExportPanel.tsx';
import { followed, useFollowing } from './useExports.ts';

/** What is a person's own, as a file. */
export function OwnExport() {
  const { data, error, refetch, ...polling } = useQuery(OwnExportsDocument, followed);
  const [request] = useMutation(RequestOwnExportDocument);
  const exports = data?.viewer?.user?.exports?.nodes;
  useFollowing(polling, exports);
  return (
    <Section
      title={<Trans>Your data</Trans>}
      lead={
        <Trans>
          Your account, where you are signed in, and what you wrote and were given to do in each of your studios, as one ZIP. Nothing of
          others.
        </Trans>
      }
      wide
    >
      {exports ? (
        <ExportPanel
          exports={exports}
          action={<Trans>Export my data</Trans>}
          request={async () => (await request()).data?.requestOwnExport}
          onChanged={() => void refetch()}
        />
      ) : error ? (
        <ErrorPanel title={<Trans>Your exports did not come</Trans>} reference={referenceOf(error)} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRows rows={2} />
      )}
    </Section>
  );
}
