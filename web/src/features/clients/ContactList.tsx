import { Trans, useLingui } from '@lingui/react/macro';
import { Ellipsis, Pencil, Plus, UserMinus } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import type { ContactFactsFragment } from './__generated__/ClientChanges.ts';
import { useContactRemoval } from './useContactRemoval.ts';

const ContactDialog = lazy(() => import('./ContactDialog.tsx'));
const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

function ContactLine({ contact, actions }: { contact: ContactFactsFragment; actions: ReactNode }) {
  const { t } = useLingui();
  const roles = { APPROVER: t`approves work`, PAYER: t`pays invoices` };
  return (
    <li className="flex min-h-16 items-center gap-3 border-b py-2">
      <Avatar person={contact} size={32} decorative />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="name text-16">{contact.name}</span>
          {contact.roles.length > 0 && <span className="text-12 text-ink-3">{contact.roles.map((role) => roles[role]).join(', ')}</span>}
        </p>
        <p className="flex flex-wrap gap-x-3 text-13 text-ink-2">
          {contact.email && (
            <a href={`mailto:${contact.email}`} className="link-quiet truncate">
              {contact.email}
            </a>
          )}
          {contact.phone && (
            <a href={`tel:${contact.phone.replaceAll(' ', '')}`} className="link-quiet figures">
              {contact.phone}
            </a>
          )}
        </p>
      </div>
      {actions}
    </li>
  );
}

type ContactListProps = { clientId: string; contacts: readonly ContactFactsFragment[]; mayChange: boolean };

/** The people at a client. */
export function ContactList({ clientId, contacts, mayChange }: ContactListProps) {
  const { t } = useLingui();
  const { leaving, start } = useContactRemoval();
  const [open, setOpen] = useState<ContactFactsFragment | 'new' | null>(null);
  const shown = contacts.filter(({ id }) => !leaving.includes(id));
  return (
    <section aria-labelledby="contacts">
      <div className="flex items-center justify-between gap-3 border-b pb-2">
        <h2 id="contacts" className="text-13 font-medium">
          <Trans>People</Trans>
        </h2>
        {mayChange && (
          <Button size="small" tone="quiet" icon={<Plus {...icon} size={14} />} onClick={() => setOpen('new')}>
            <Trans>Add</Trans>
          </Button>
        )}
      </div>
      {shown.length === 0 && (
        <p className="py-4 text-14 text-ink-3">
          <Trans>Nobody yet. Add the person you talk to: projects are shared with people, not with companies.</Trans>
        </p>
      )}
      <ul>
        {shown.map((contact) => (
          <ContactLine
            key={contact.id}
            contact={contact}
            actions={
              mayChange && (
                <Menu
                  align="end"
                  trigger={
                    <IconButton label={t`More for ${contact.name}`}>
                      <Ellipsis {...icon} />
                    </IconButton>
                  }
                >
                  <MenuItem icon={<Pencil {...icon} />} onSelect={() => setOpen(contact)}>
                    <Trans>Change</Trans>
                  </MenuItem>
                  <MenuItem icon={<UserMinus {...icon} />} danger onSelect={() => start(contact)}>
                    <Trans>Remove</Trans>
                  </MenuItem>
                </Menu>
              )
            }
          />
        ))}
      </ul>
      {open && (
        <Suspense>
          <ContactDialog clientId={clientId} contact={open === 'new' ? null : open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </section>
  );
}
