import { Ellipsis, LayoutGrid, List, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../ui/Button.tsx';
import { Field, Select, Textarea, TextInput } from '../ui/Field.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { SegmentedControl, Tabs } from '../ui/Tabs.tsx';
import { Checkbox, Switch } from '../ui/Toggle.tsx';
import { Exhibit } from './Exhibit.tsx';

const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** Everything that is pressed, typed into or ticked. */
export function ControlsSection() {
  const [view, setView] = useState<'board' | 'list'>('board');
  return (
    <>
      <Exhibit title="Buttons">
        <div className="flex flex-wrap items-center gap-3">
          <Button tone="primary" icon={<Plus {...icon} />}>
            New project
          </Button>
          <Button>Save a copy</Button>
          <Button tone="quiet">Cancel</Button>
          <Button tone="danger">Delete the studio</Button>
          <IconButton label="More">
            <Ellipsis {...icon} />
          </IconButton>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button tone="primary" size="small">
            Approve
          </Button>
          <Button size="small">Ask for changes</Button>
          <Button tone="primary" busy>
            Saving
          </Button>
          <Button disabled>Not yet</Button>
          <a className="link" href="#top">
            A link in a text
          </a>
          <Kbd keys="mod+k" />
          <Kbd keys="g p" />
        </div>
      </Exhibit>
      <Exhibit title="Fields">
        <div className="grid w-full gap-x-8 gap-y-6 md:grid-cols-2">
          <Field label="Name of the project" hint="The client sees it, too.">
            <TextInput defaultValue="The Weaver’s Garden" />
          </Field>
          <Field label="E-mail" error="This address has no @. Check it and send again.">
            <TextInput type="email" defaultValue="mara.linden" />
          </Field>
          <Field label="Client" note="optional">
            <Select defaultValue="b">
              <option value="a">No client</option>
              <option value="b">Halden &amp; Rook, publishers</option>
            </Select>
          </Field>
          <Field label="Search">
            <TextInput placeholder="By name or client" />
          </Field>
          <Field label="Brief" hint="What is it for, who will see it, what must not happen?">
            <Textarea defaultValue="Twelve plates for a book about gardens that weave themselves. Quiet colours, no outlines." />
          </Field>
          <Field label="Address">
            <TextInput disabled defaultValue="linden-studio" />
          </Field>
        </div>
      </Exhibit>
      <Exhibit title="Choices">
        <div className="flex flex-wrap gap-x-8 gap-y-2">
          <Checkbox label="Sketches" defaultChecked />
          <Checkbox label="Colour" />
          <Checkbox label="Some of them" indeterminate />
          <Checkbox label="Closed" disabled />
          <Switch label="Team only" hint="The client does not see it." defaultChecked />
          <Switch label="Notify me" />
        </div>
        <SegmentedControl
          label="View"
          value={view}
          onChange={setView}
          options={[
            { value: 'board', label: 'Board', icon: <LayoutGrid {...icon} /> },
            { value: 'list', label: 'List', icon: <List {...icon} /> },
          ]}
        />
        <div className="w-full">
          <Tabs
            label="Project"
            tabs={[
              { value: 'tasks', label: 'Tasks', count: 12, content: 'Twelve tasks, four of them waiting.' },
              { value: 'brief', label: 'Brief', content: 'The brief.' },
              { value: 'activity', label: 'Activity', count: 48, content: 'What happened.' },
            ]}
          />
        </div>
      </Exhibit>
    </>
  );
}
