import { useMutation } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { toast } from '../../ui/toast.ts';
import { type OpenSessionsFragment, RevokeOtherSessionsDocument, RevokeSessionDocument } from './__generated__/Settings.ts';

type Session = OpenSessionsFragment['sessions'][number];

function Line({ session, busy, onRevoke }: { session: Session; busy: boolean; onRevoke: () => void }) {
  const { t } = useLingui();
  const device = session.device || t`Unknown device`;
  return (
    <li className="flex min-h-16 flex-wrap items-center gap-x-6 gap-y-1 border-b py-2">
      <div className="min-w-0 flex-1 basis-56">
        <p className="text-14 text-ink-1">{device}</p>
        <p className="figures text-13 text-ink-3">
          {session.address ?? <Trans>Address unknown</Trans>}
          <span aria-hidden>{' \u00b7 '}</span>
          <Trans>
            Signed in <DateText at={session.createdAt} />
          </Trans>
        </p>
      </div>
      {session.isCurrent ? (
        <StatusChip kind="live">
          <Trans>This device</Trans>
        </StatusChip>
      ) : (
        <>
          <span className="text-13 text-ink-2">
            <Trans>
              Seen <DateText at={session.lastSeenAt} />
            </Trans>
          </span>
          <Button size="small" busy={busy} aria-label={t`Sign out ${device}`} onClick={onRevoke}>
            <Trans>Sign out</Trans>
          </Button>
        </>
      )}
    </li>
  );
}

/** Where a person is signed in; the present device first. */
export function SessionList({ sessions }: { sessions: readonly Session[] }) {
  const { t } = useLingui();
  const [revoke, revoking] = useMutation(RevokeSessionDocument);
  const [revokeOthers, revokingAll] = useMutation(RevokeOtherSessionsDocument);
  const failed = () => toast({ message: t`Still signed in there: the server did not agree. Try again.`, tone: 'problem' });
  const sorted = [...sessions].sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent) || b.lastSeenAt.localeCompare(a.lastSeenAt));
  return (
    <>
      <ul className="border-t">
        {sorted.map((session) => (
          <Line
            key={session.id}
            session={session}
            busy={revoking.loading}
            onRevoke={() =>
              void revoke({ variables: { input: { id: session.id } } }).then(() => toast({ message: t`Signed out there` }), failed)
            }
          />
        ))}
      </ul>
      {sessions.length > 2 && (
        <div className="pt-4">
          <Button
            busy={revokingAll.loading}
            onClick={() => void revokeOthers().then(() => toast({ message: t`Signed out everywhere else` }), failed)}
          >
            <Trans>Sign out everywhere else</Trans>
          </Button>
        </div>
      )}
    </>
  );
}
