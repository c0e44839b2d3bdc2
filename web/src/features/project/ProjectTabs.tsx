import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { TabLinks, tabLinkClass } from '../../ui/Tabs.tsx';
import type { ProjectSearch } from './search.ts';
import type { Part } from './usePart.ts';

type ProjectTabsProps = { studio: string; projectId: string; part: Part; search: ProjectSearch };

/** The parts of a project. Board and list are two views of the same tasks and keep the same filters. */
export function ProjectTabs({ studio, projectId, part, search }: ProjectTabsProps) {
  const { t } = useLingui();
  const isList = search.view === 'list';
  // Who looks is kept from part to part; what narrows the tasks is theirs alone.
  const kept: ProjectSearch = { as: search.as };
  const params = { studio, projectId };
  /* Board and list share an address, and it begins the others': the router takes none of them for open but by all of it. */
  const current = (is: boolean) => ({
    'aria-current': is ? ('page' as const) : undefined,
    activeOptions: { exact: true, includeSearch: true },
    className: tabLinkClass,
  });
  const view = (next: 'list' | undefined): ProjectSearch => ({ ...search, view: next, task: undefined });
  return (
    <div className="px-4 pt-3 sm:px-8">
      <TabLinks label={t`Parts of the project`}>
        <Link to="/s/$studio/projects/$projectId" params={params} search={view(undefined)} {...current(part === 'tasks' && !isList)}>
          {t`Board`}
        </Link>
        <Link to="/s/$studio/projects/$projectId" params={params} search={view('list')} {...current(part === 'tasks' && isList)}>
          {t`List`}
        </Link>
        <Link to="/s/$studio/projects/$projectId/brief" params={params} search={kept} {...current(part === 'brief')}>
          {t`Brief`}
        </Link>
        <Link to="/s/$studio/projects/$projectId/talk" params={params} search={kept} {...current(part === 'talk')}>
          {t`Talk`}
        </Link>
        {/* What happened says who did what inside the team: a client's own feed is made by the server. */}
        {search.as !== 'client' && (
          <Link to="/s/$studio/projects/$projectId/activity" params={params} {...current(part === 'activity')}>
            {t`Activity`}
          </Link>
        )}
      </TabLinks>
    </div>
  );
}
