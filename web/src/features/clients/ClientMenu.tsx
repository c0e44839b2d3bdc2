import { Trans, useLingui } from '@lingui/react/macro';
import { Archive, ArchiveRestore, Ellipsis, Trash2, Undo2 } from 'lucide-react';
import { IconButton } from '../../ui/Button.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { useClientMoves } from './useClientMoves.ts';

const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

type MovableClient = { id: string; name: string; version: number; archivedAt: string | null; trashedAt: string | null };

/** What can be done with a client besides changing it. */
export function ClientMenu({ client }: { client: MovableClient }) {
  const { t } = useLingui();
  const { archive, trash, restore } = useClientMoves();
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t`More for ${client.name}`}>
          <Ellipsis {...icon} />
        </IconButton>
      }
    >
      {client.trashedAt ? (
        <MenuItem icon={<Undo2 {...icon} />} onSelect={() => restore(client)}>
          <Trans>Take out of the trash</Trans>
        </MenuItem>
      ) : (
        <>
          {client.archivedAt ? (
            <MenuItem icon={<ArchiveRestore {...icon} />} onSelect={() => archive(client, false)}>
              <Trans>Take out of the archive</Trans>
            </MenuItem>
          ) : (
            <MenuItem icon={<Archive {...icon} />} onSelect={() => archive(client, true)}>
              <Trans>Archive</Trans>
            </MenuItem>
          )}
          <MenuItem icon={<Trash2 {...icon} />} danger onSelect={() => trash(client)}>
            <Trans>Put in the trash</Trans>
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
