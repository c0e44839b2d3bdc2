import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useFrame } from '../../app/frame.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { refetchShown } from '../../graphql/refetch.ts';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateText, useNow } from '../../ui/DateText.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { toast } from '../../ui/toast.ts';
import { type ApiKeyLineFragment, ApiKeySettingsDocument, RevokeApiKeyDocument } from './__generated__/Settings.ts';
import { Section } from './Section.tsx';
import { useScopes } from './useScopes.ts';

const CreateApiKeyDialog = lazy(() => import('./CreateApiKeyDialog.tsx'));
const RotateApiKeyDialog = lazy(() => import('./RotateApiKeyDialog.tsx'));

type KeyLineProps = { apiKey: ApiKeyLineFragment; onRotate: () => void; onRevoke: () => void };

function KeyLine({ apiKey, onRotate, onRevoke }: KeyLineProps) {
  const { t } = useLingui();
  const now = useNow();
  const overlaps = apiKey.previousEndsAt !== null && new Date(apiKey.previousEndsAt) > now;
  const scopes = useScopes();
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="text-14 font-medium wrap-anywhere">{apiKey.name}</span>
          <code className="font-mono text-12 text-ink-3">{apiKey.prefix}…</code>
        </p>
        <p className="text-13 text-ink-2">{apiKey.scopes.map((scope) => scopes[scope]).join(', ')}</p>
        <p className="text-13 text-ink-3">
          {apiKey.lastUsedAt ? (
            <Trans>
              Used <DateText at={apiKey.lastUsedAt} />
            </Trans>
          ) : (
            <Trans>Never used</Trans>
          )}
          <span aria-hidden>{' \u00b7 '}</span>
          {apiKey.expiresAt ? (
            <Trans>
              ends <DateText at={apiKey.expiresAt} />
            </Trans>
          ) : (
            <Trans>does not end</Trans>
          )}
        </p>
        {overlaps && apiKey.previousEndsAt && (
          <p className="text-13 text-waiting">
            <Trans>
              The secret before ends <DateText at={apiKey.previousEndsAt} />
            </Trans>
          </p>
        )}
      </div>
      {apiKey.viewerCanRotate && (
        <Button size="small" aria-label={t`New secret for ${apiKey.name}`} onClick={onRotate}>
          <Trans>New secret</Trans>
        </Button>
      )}
      <Button size="small" tone="danger" aria-label={t`End the key ${apiKey.name}`} onClick={onRevoke}>
        <Trans>End it</Trans>
      </Button>
    </li>
  );
}

function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKeyLineFragment; onClose: () => void }) {
  const { t } = useLingui();
  const [revoke, { loading, error }] = useMutation(RevokeApiKeyDocument, refetchShown('ApiKeySettings'));
  const end = async () => {
    const answer = await revoke({ variables: { input: { id: apiKey.id } } }).catch(() => null);
    if (!answer) return;
    toast({ message: t`${apiKey.name} has ended` });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={<Trans>End {apiKey.name}</Trans>}
      description={<Trans>Whatever uses this key stops working at once. It cannot be brought back; a new key has another secret.</Trans>}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Keep it</Trans>
          </Button>
          <Button tone="danger" busy={loading} onClick={() => void end()}>
            <Trans>End the key</Trans>
          </Button>
        </>
      }
    >
      {error && <ErrorPanel title={<Trans>The key still works</Trans>} reference={referenceOf(error)} />}
    </Dialog>
  );
}

/** Keys for programs: made, shown once, ended. */
export function ApiKeySettings() {
  const { t } = useLingui();
  const frame = useFrame();
  const { data, error, refetch } = useQuery(ApiKeySettingsDocument);
  const [creating, setCreating] = useState(false);
  const [rotating, setRotating] = useState<ApiKeyLineFragment | null>(null);
  const [ending, setEnding] = useState<ApiKeyLineFragment | null>(null);
  const studio = data?.studio;
  if (error && !studio) {
    return <ErrorPanel title={<Trans>The keys did not come</Trans>} reference={referenceOf(error)} onRetry={() => void refetch()} />;
  }
  if (!studio) return <SkeletonRows rows={4} />;
  const keys = studio.apiKeys;
  const newKey = studio.viewerCanManageApiKeys && (
    <Button tone="primary" icon={<Plus size={16} strokeWidth={1.5} aria-hidden />} onClick={() => setCreating(true)}>
      <Trans>New key</Trans>
    </Button>
  );
  return (
    <>
      <PageTitle parts={[t`API keys`, t`Settings`, frame?.studio.name]} />
      <Section
        wide
        title={<Trans>API keys</Trans>}
        lead={<Trans>For programs that work with this studio. A key never may more than the person who made it.</Trans>}
      >
        {!keys && (
          <p className="text-14 text-ink-2">
            <Trans>Keys are for owners and admins of the studio.</Trans>
          </p>
        )}
        {keys?.length === 0 && (
          <EmptyState compact picture="path" title={<Trans>No keys</Trans>} action={newKey}>
            <Trans>A key lets a program read or change what you choose.</Trans>
          </EmptyState>
        )}
        {keys && keys.length > 0 && (
          <>
            <div className="pb-3">{newKey}</div>
            <ul aria-label={t`API keys`} className="border-t">
              {keys.map((apiKey) => (
                <KeyLine key={apiKey.id} apiKey={apiKey} onRotate={() => setRotating(apiKey)} onRevoke={() => setEnding(apiKey)} />
              ))}
            </ul>
          </>
        )}
      </Section>
      {creating && (
        <Suspense>
          <CreateApiKeyDialog onClose={() => setCreating(false)} />
        </Suspense>
      )}
      {rotating && (
        <Suspense>
          <RotateApiKeyDialog apiKey={rotating} onClose={() => setRotating(null)} />
        </Suspense>
      )}
      {ending && <RevokeDialog apiKey={ending} onClose={() => setEnding(null)} />}
    </>
  );
}
