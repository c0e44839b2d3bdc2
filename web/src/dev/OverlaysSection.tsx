import { Archive, Copy, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { AppearanceMenu } from '../shell/AppearanceMenu.tsx';
import { Button } from '../ui/Button.tsx';
import { Field, TextInput } from '../ui/Field.tsx';
import { Menu, MenuItem, MenuRule } from '../ui/Menu.tsx';
import { Dialog, Sheet } from '../ui/Overlay.tsx';
import { Popover } from '../ui/Popover.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { toast } from '../ui/toast.ts';
import { Exhibit } from './Exhibit.tsx';

const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** What floats. */
export function OverlaysSection() {
  const [dialog, setDialog] = useState(false);
  const [sheet, setSheet] = useState(false);
  return (
    <Exhibit title="What floats">
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => setDialog(true)}>Open a dialog</Button>
        <Button onClick={() => setSheet(true)}>Open a sheet</Button>
        <Menu trigger={<Button>Open a menu</Button>}>
          <MenuItem icon={<Copy {...icon} />} keys="d">
            Duplicate
          </MenuItem>
          <MenuItem icon={<Archive {...icon} />}>Archive</MenuItem>
          <MenuRule />
          <AppearanceMenu />
          <MenuRule />
          <MenuItem icon={<Trash2 {...icon} />} danger>
            Move to the trash
          </MenuItem>
        </Menu>
        <Popover label="Filter" trigger={<Button>Open a popover</Button>}>
          <Field label="Assigned to">
            <TextInput placeholder="Anyone" />
          </Field>
        </Popover>
        <Tooltip content="Search and commands" keys="mod+k">
          <Button tone="quiet">Hover me</Button>
        </Tooltip>
        <Button onClick={() => toast({ message: 'Plate 4 was archived', undo: () => toast({ message: 'Plate 4 is back' }) })}>
          Say a toast
        </Button>
        <Button onClick={() => toast({ message: 'Not saved. Somebody else moved this card a moment ago.', tone: 'problem' })}>
          Say a problem
        </Button>
      </div>
      <Dialog
        open={dialog}
        onOpenChange={setDialog}
        title="New project"
        description="A name is enough; the rest can wait."
        actions={
          <>
            <Button onClick={() => setDialog(false)}>Cancel</Button>
            <Button tone="primary" onClick={() => setDialog(false)}>
              Create
            </Button>
          </>
        }
      >
        <Field label="Name">
          <TextInput placeholder="The Weaver’s Garden" />
        </Field>
      </Dialog>
      <Sheet open={sheet} onOpenChange={setSheet} title="Plate 4, colour proof" description="In progress, due on Tuesday">
        <p className="measure text-ink-2">The first version was too warm. The client likes the second one; the third is on its way.</p>
      </Sheet>
    </Exhibit>
  );
}
