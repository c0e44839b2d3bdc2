import { useQuery } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { codeOf, referenceOf } from '../graphql/errors.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorPanel } from '../ui/ErrorPanel.tsx';
import { LetterProjectsDocument, type LetterProjectsQuery } from './__generated__/projects.ts';
import { accessEnded } from './access.ts';
import { goTo } from './address.ts';
import { LetterFrame } from './LetterFrame.tsx';
import { Letterhead } from './Letterhead.tsx';
import { speak } from './language.ts';
import { LetterSkeleton } from './letter/LetterSkeleton.tsx';
import { PlaceLink } from './PlaceLink.tsx';

type Project = NonNullable<LetterProjectsQuery['projects']>['nodes'][number];

function Where({ project }: { project: Project }) {
  const { total, done } = project.progress;
  return (
    <>
      {project.projectStatus === 'DONE' ? <Trans>Finished</Trans> : (project.currentStage?.name ?? null)}
      {project.projectStatus !== 'DONE' && total > 0 && (
        <span className="figures">
          {project.currentStage && ', '}
          <Plural value={total} one={<Trans>{done} of # step done</Trans>} other={<Trans>{done} of # steps done</Trans>} />
        </span>
      )}
    </>
  );
}

/** The reader's projects with this studio. With only one, the reader is brought to it. */
export default function ProjectsPage() {
  const { t } = useLingui();
  const { data, error, refetch, fetchMore } = useQuery(LetterProjectsDocument);
  const isClosed = data?.viewer?.contact === null || data?.viewer === null || codeOf(error) === 'UNAUTHENTICATED';
  const only = data?.projects?.nodes.length === 1 ? data.projects.nodes[0]?.id : undefined;
  const language = data?.viewer?.contact?.client?.language;
  const studioLanguage = data?.studio?.locale;
  useEffect(() => {
    if (isClosed) accessEnded.set(true);
    else if (only) goTo({ page: 'project', id: only, task: null }, { replace: true });
    else if (studioLanguage !== undefined) void speak([language, studioLanguage]);
  }, [isClosed, only, language, studioLanguage]);

  if (error && !isClosed) {
    return (
      <LetterFrame studio={null}>
        <main className="px-6 py-16 sm:px-12">
          <h1 className="sr-only">
            <Trans>Your projects</Trans>
          </h1>
          <ErrorPanel
            title={<Trans>Your projects did not come through</Trans>}
            reference={referenceOf(error)}
            onRetry={() => void refetch().catch(() => undefined)}
          />
        </main>
      </LetterFrame>
    );
  }
  if (!data?.studio || !data.projects || only) return <LetterSkeleton />;
  const { studio, projects } = data;
  const { hasNextPage, endCursor } = projects.pageInfo;
  return (
    <LetterFrame studio={studio}>
      <title>{`${t`Your projects`} · ${studio.name}`}</title>
      <Letterhead studio={studio} />
      <main className="px-6 pt-8 pb-10 sm:px-12 sm:pt-10">
        <h1 className="name pb-4 text-26 font-medium sm:text-34">
          <Trans>Your projects</Trans>
        </h1>
        {projects.nodes.length === 0 && (
          <EmptyState picture="portfolio" title={<Trans>No project is open to you now</Trans>}>
            <Trans>When the studio shares one with you, it stands here.</Trans>
          </EmptyState>
        )}
        <ul className="divide-y divide-line">
          {projects.nodes.map((project) => (
            <li key={project.id}>
              <PlaceLink place={{ page: 'project', id: project.id, task: null }} className="group block rounded-4 py-4">
                <span className="name block text-20 decoration-line-strong underline-offset-4 group-hover:underline">{project.name}</span>
                <span className="text-14 text-ink-2">
                  <Where project={project} />
                </span>
              </PlaceLink>
            </li>
          ))}
        </ul>
        {hasNextPage && (
          <Button onClick={() => void fetchMore({ variables: { after: endCursor } })} className="mt-4">
            <Trans>Show more</Trans>
          </Button>
        )}
      </main>
    </LetterFrame>
  );
}
