import { Trans } from '@lingui/react/macro';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import type { ProjectHeadFragment } from './__generated__/ProjectPage.ts';
import { useProjectChanges } from './useProjectChanges.ts';

type PutAwayBannerProps = { project: Pick<ProjectHeadFragment, 'id' | 'archivedAt' | 'trashedAt' | 'viewerCanUpdate'> };

/** Says that a project lies in the trash or the archive, and offers the way back. */
export function PutAwayBanner({ project }: PutAwayBannerProps) {
  const changes = useProjectChanges(project.id);
  if (project.trashedAt)
    return (
      <Banner
        kind="problem"
        action={
          <Button size="small" onClick={() => void changes.restore()}>
            <Trans>Take it out</Trans>
          </Button>
        }
      >
        <Trans>This project is in the trash. After 30 days it is deleted.</Trans>
      </Banner>
    );
  if (!project.archivedAt) return null;
  return (
    <Banner
      kind="view"
      action={
        project.viewerCanUpdate && (
          <Button size="small" onClick={() => void changes.archive(false)}>
            <Trans>Take it out</Trans>
          </Button>
        )
      }
    >
      <Trans>This project is in the archive.</Trans>
    </Banner>
  );
}
