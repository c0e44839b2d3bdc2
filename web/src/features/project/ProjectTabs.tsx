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
  const params = { studio, projectId };
  const current = (is: boolean) => (is ? ('page' as const) : undefined);
  const view = (next: 'list' | undefined): ProjectSearch => ({ ...search, view: next, task: undefined });
  const tabs = { className: tabLinkClass, activeProps: { 'aria-current': undefined } };
  return (
    <div className="px-4 pt-3 sm:px-8">
      <TabLinks label={t`Parts of the project`}>
        <Link
          {...tabs}
          to="/s/$studio/projects/$projectId"
          params={params}
          search={view(undefined)}
          aria-current={current(part === 'tasks' && !isList)}
        >
          {t`Board`}
        </Link>
        <Link
          {...tabs}
          to="/s/$studio/projects/$projectId"
          params={params}
          search={view('list')}
          aria-current={current(part === 'tasks' && isList)}
        >
          {t`List`}
        </Link>
        <Link {...tabs} to="/s/$studio/projects/$projectId/brief" params={params} aria-current={current(part === 'brief')}>
          {t`Brief`}
        </Link>
        <Link {...tabs} to="/s/$studio/projects/$projectId/talk" params={params} aria-current={current(part === 'talk')}>
          {t`Talk`}
        </Link>
        <Link {...tabs} to="/s/$studio/projects/$projectId/activity" params={params} aria-current={current(part === 'activity')}>
          {t`Activity`}
        </Link>
      </TabLinks>
    </div>
  );
}
