import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { useRoles } from '../session/roles.tsx';
import type { MemberLineFragment } from './__generated__/Members.ts';
import { RoleChoice } from './RoleChoice.tsx';

const RemovalDialog = lazy(() => import('./RemovalDialog.tsx'));

type MemberLineProps = {
  member: MemberLineFragment;
  mayManage: boolean;
  asOwner: boolean;
  studioName: string;
  /** What else is said of the member, under the line. */
  children?: ReactNode;
};

/** A member: who, since when, as what; for those who manage, the controls. */
export function MemberLine({ member, mayManage, asOwner, studioName, children }: MemberLineProps) {
  const { t } = useLingui();
  const roles = useRoles();
  const [leaving, setLeaving] = useState(false);
  const mayRemove = member.isViewer || (mayManage && member.role !== 'OWNER');
  return (
    <li className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-2 border-b py-2">
      <Avatar size={32} decorative person={{ id: member.id, name: member.name, pictureUrl: member.picture }} />
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="name text-16 wrap-anywhere">{member.name}</span>
          {member.isViewer && <span className="text-12 text-ink-3">{t`you`}</span>}
        </p>
        <p className="truncate text-13 text-ink-3">
          {member.email && (
            <>
              {member.email}
              <span aria-hidden>{' \u00b7 '}</span>
            </>
          )}
          <Trans>
            Joined <DateText at={member.joinedAt} />
          </Trans>
        </p>
      </div>
      {mayManage ? <RoleChoice member={member} asOwner={asOwner} /> : <span className="text-13 text-ink-2">{roles[member.role].name}</span>}
      {mayRemove ? (
        <Button
          size="small"
          tone="quiet"
          className="w-20"
          aria-label={member.isViewer ? t`Leave the studio` : t`Remove ${member.name}`}
          onClick={() => setLeaving(true)}
        >
          {member.isViewer ? <Trans>Leave</Trans> : <Trans>Remove</Trans>}
        </Button>
      ) : (
        mayManage && <span className="w-20" />
      )}
      {children}
      {leaving && (
        <Suspense>
          <RemovalDialog member={member} studioName={studioName} onClose={() => setLeaving(false)} />
        </Suspense>
      )}
    </li>
  );
}
