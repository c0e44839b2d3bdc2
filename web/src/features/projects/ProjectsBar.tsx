import { useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { placesOf, useFrame } from '../../app/frame.ts';
import { useShortcut } from '../../shell/ShortcutsProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select, TextInput } from '../../ui/Field.tsx';
import { SegmentedControl } from '../../ui/Tabs.tsx';
import { Checkbox } from '../../ui/Toggle.tsx';
import { useTypedSearch } from '../../ui/useTypedSearch.ts';
import { StatusFilter } from '../project/StatusFilter.tsx';
import { projectStatus } from '../project/words.ts';
import { ChooseClientDocument } from './__generated__/CreateProject.ts';
import { PROJECT_STATUSES, type ProjectsSearch } from './search.ts';

const CLIENTS = 100;
const route = getRouteApi('/s/$studio/projects');
const quiet =
  'w-auto shrink-0 [&>select]:w-auto [&>select]:max-w-48 [&>select]:bg-transparent [&>select]:text-13 [&>select]:inset-ring-line';

/** What narrows the projects, and how they are drawn; all of it lives in the address. */
export function ProjectsBar({ search }: { search: ProjectsSearch }) {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [reached, setReached] = useState(Boolean(search.client));
  const seesClients = placesOf(useFrame()?.member.role).clients;
  const { data } = useQuery(ChooseClientDocument, { variables: { text: null, first: CLIENTS }, skip: !reached || !seesClients });
  useShortcut({ keys: '/', label: t`Find a project`, group: t`Projects`, run: () => input.current?.focus() });

  const change = (next: ProjectsSearch) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false });
  const [text, setText] = useTypedSearch(search.q ?? '', (q) => change({ q: q || undefined }));

  const reach = () => setReached(true);
  return (
    <search aria-label={t`Filter projects`} className="relative flex items-center gap-2 overflow-x-auto px-4 pb-3 sm:px-8">
      <div className="relative w-48 shrink-0 lg:w-64">
        <Search size={14} strokeWidth={1.5} aria-hidden className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-ink-3" />
        <TextInput
          ref={input}
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-label={t`Find a project`}
          placeholder={t`Find a project`}
          className="bg-transparent pl-8 text-13 inset-ring-line!"
        />
      </div>
      {search.view !== 'board' && (
        <StatusFilter
          statuses={PROJECT_STATUSES}
          words={projectStatus}
          value={search.status}
          onChange={(status) => change({ status })}
          className={quiet}
        />
      )}
      {seesClients && (
        <Select
          aria-label={t`Client`}
          value={search.client ?? ''}
          onPointerEnter={reach}
          onFocus={reach}
          onChange={(event) => change({ client: event.target.value || undefined })}
          className={quiet}
        >
          <option value="">{t`Any client`}</option>
          {data?.clients?.nodes.map((client) => (
            <option key={client.id} value={client.id}>
              {client.name}
            </option>
          ))}
        </Select>
      )}
      <Checkbox
        label={<span className="text-13 whitespace-nowrap text-ink-2">{t`Archived`}</span>}
        checked={search.archived ?? false}
        onChange={(event) => change({ archived: event.target.checked || undefined })}
        className="shrink-0 px-1"
      />
      {(search.q || search.status || search.client || search.archived) && (
        <Button
          tone="quiet"
          className="text-13"
          onClick={() => {
            setText('');
            change({ q: undefined, status: undefined, client: undefined, archived: undefined });
          }}
        >
          <Trans>Clear</Trans>
        </Button>
      )}
      <div className="ml-auto shrink-0 pl-2">
        <SegmentedControl
          label={t`View`}
          value={search.view ?? 'list'}
          onChange={(view) => change({ view: view === 'board' ? 'board' : undefined })}
          options={[
            { value: 'list', label: t`List` },
            { value: 'board', label: t`Board` },
          ]}
        />
      </div>
    </search>
  );
}
