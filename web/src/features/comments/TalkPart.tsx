import { useApolloClient } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { ProjectCommentsDocument, type ProjectTalkFragment } from './__generated__/TalkPage.ts';
import { Thread } from './Thread.tsx';

type TalkPartProps = {
  project: { id: string; newIsTeamOnly: boolean } & Partial<ProjectTalkFragment>;
  studioZone: string;
  clientOnly: boolean;
};

/** What was said about the project as a whole. */
export default function TalkPart({ project, studioZone, clientOnly }: TalkPartProps) {
  const client = useApolloClient();
  const { comments } = project;
  const after = comments?.pageInfo.hasNextPage ? comments.pageInfo.endCursor : null;
  const more = after
    ? () => void client.query({ query: ProjectCommentsDocument, variables: { id: project.id, after }, fetchPolicy: 'network-only' })
    : null;
  return (
    <div className="relative min-h-0 flex-1 overflow-y-auto px-4 pt-4 pb-10 sm:px-8">
      <div className="max-w-170">
        {!comments ? (
          <SkeletonRows rows={4} picture />
        ) : (
          <>
            {comments.nodes.length === 0 && (
              <EmptyState compact picture="letter" title={<Trans>Nothing was said yet</Trans>}>
                <Trans>What concerns the project as a whole stands here. What concerns one task is said on that task.</Trans>
              </EmptyState>
            )}
            <Thread
              projectId={project.id}
              taskId={null}
              comments={comments.nodes}
              onMore={more}
              studioZone={studioZone}
              canComment={project.viewerCanComment ?? false}
              startsAs={project.newIsTeamOnly ? 'TEAM' : 'CLIENT'}
              clientOnly={clientOnly}
            />
          </>
        )}
      </div>
    </div>
  );
}
