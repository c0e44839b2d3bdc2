import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import type { Role } from '../../graphql/__generated__/types.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { refetchShown } from '../../graphql/refetch.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Field, TextInput } from '../../ui/Field.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { Checkbox } from '../../ui/Toggle.tsx';
import { toast } from '../../ui/toast.ts';
import { INVITED_ROLES, useRoles } from '../session/roles.tsx';
import { CopyText } from '../settings/CopyText.tsx';
import { OnceDialog } from '../settings/OnceDialog.tsx';
import { InvitableProjectsDocument, InviteMemberDocument } from './__generated__/Members.ts';

const FORM_ID = 'invite-form';

function RolePicker({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const roles = useRoles();
  return (
    <fieldset>
      <legend className="pb-1 text-13 font-medium">
        <Trans>As what</Trans>
      </legend>
      <div className="divide-y divide-line border-y">
        {INVITED_ROLES.map((role) => (
          <label
            key={role}
            className={cx(
              'relative grid grid-cols-[1rem_5.5rem_minmax(0,1fr)] items-baseline gap-x-3 py-2 has-focus-visible:outline-2 has-focus-visible:outline-focus',
              value === role && 'bg-surface-2',
            )}
          >
            <input
              type="radio"
              name="role"
              value={role}
              checked={value === role}
              onChange={() => onChange(role)}
              className="ml-1 accent-accent outline-none"
            />
            <span className="text-14 font-medium">{roles[role].name}</span>
            <span className="text-13 text-ink-2">{roles[role].explanation}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function GuestProjects() {
  const { data, error } = useQuery(InvitableProjectsDocument);
  return (
    <fieldset>
      <legend className="pb-1 text-13 font-medium">
        <Trans>Projects to open to them</Trans>
      </legend>
      {error && <ErrorPanel title={<Trans>The projects did not come</Trans>} reference={referenceOf(error)} />}
      {!data && !error && <SkeletonRows rows={3} />}
      <div className="flex max-h-48 flex-col overflow-y-auto">
        {data?.projects?.nodes.map((project) => (
          <Checkbox key={project.id} name="projectIds" value={project.id} label={<span className="name text-16">{project.name}</span>} />
        ))}
      </div>
    </fieldset>
  );
}

function InvitationLink({ url, email, onClose }: { url: string; email: string; onClose: () => void }) {
  const [isKept, setIsKept] = useState(false);
  return (
    <OnceDialog
      title={<Trans>The link for {email}</Trans>}
      description={<Trans>This is the only time it is shown. Whoever opens it has to sign in with that address.</Trans>}
      isKept={isKept}
      warning={<Trans>Copy the link first: it is not shown again.</Trans>}
      onClose={onClose}
      actions={
        <Button tone="primary" onClick={onClose}>
          <Trans>Done</Trans>
        </Button>
      }
    >
      <CopyText text={url} onCopied={() => setIsKept(true)} />
    </OnceDialog>
  );
}

/** Invites somebody: the address, the role in plain words, and for a guest the projects. */
export default function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const [invite, { loading, error }] = useMutation(InviteMemberDocument, refetchShown('MembersSettings'));
  const [role, setRole] = useState<Role>('ARTIST');
  const [refused, setRefused] = useState<string | null>(null);
  const [link, setLink] = useState<{ url: string; email: string } | null>(null);
  if (link) return <InvitationLink {...link} onClose={onClose} />;

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setRefused(null);
    const form = new FormData(event.currentTarget);
    const email = String(form.get('email'));
    const projectIds = form.getAll('projectIds').map(String);
    const byLink = (event.nativeEvent as globalThis.SubmitEvent).submitter?.getAttribute('value') === 'link';
    const input = { email, role, sendMail: !byLink, ...(role === 'GUEST' && { projectIds }) };
    const { data } = await invite({ variables: { input } }).catch(() => ({ data: undefined }));
    const result = data?.inviteMember;
    if (result?.__typename === 'InviteMemberSuccess' && result.url) setLink({ url: result.url, email });
    else if (result?.__typename === 'InviteMemberSuccess') {
      toast({ message: t`Mailed to ${result.invitation.email}` });
      onClose();
    } else if (result) setRefused(result.message);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={<Trans>Invite somebody</Trans>}
      description={<Trans>They get a link, good for seven days and for this address only: by mail, or from you.</Trans>}
      actions={
        <>
          <Button onClick={onClose}>
            <Trans>Not now</Trans>
          </Button>
          <Button type="submit" form={FORM_ID} value="link" busy={loading}>
            <Trans>Make a link</Trans>
          </Button>
          <Button type="submit" form={FORM_ID} tone="primary" busy={loading}>
            <Trans>Mail the invitation</Trans>
          </Button>
        </>
      }
    >
      <form id={FORM_ID} onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
        <Field label={<Trans>E-mail address</Trans>} error={refused ?? undefined}>
          <TextInput name="email" type="email" required autoComplete="off" />
        </Field>
        <RolePicker value={role} onChange={setRole} />
        {role === 'GUEST' && <GuestProjects />}
        {error && <ErrorPanel title={<Trans>Nobody was invited</Trans>} reference={referenceOf(error)} />}
      </form>
    </Dialog>
  );
}
