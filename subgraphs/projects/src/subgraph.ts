import { join } from 'node:path';
import { defineSubgraph, type SubgraphFactory } from '@atelier/service-kit/subgraph';
import { resolvers } from './__generated__/resolvers.ts';
import { COMMENT_PURGE, purgeComment } from './comments/delete-comment.ts';
import { createContext } from './context.ts';
import { readEnv } from './env.ts';
import { handlers } from './handlers.ts';
import { personalData } from './personal-data.ts';
import { PURGE_TASK, purgeProject } from './projects/purge-project.ts';
import { purgeTask, TASK_PURGE } from './tasks/purge-task.ts';

/** The domain of projects: stages, tasks, comments, who was let in, and what happened. */
export const createSubgraph: SubgraphFactory = (runtime) => {
  const env = readEnv(runtime.env);
  return defineSubgraph(runtime, {
    name: 'projects',
    directory: join(import.meta.dirname, '..'),
    resolvers,
    personalData,
    context: (request, kit) => createContext(request, kit, env),
    handlers,
    jobs: (kit) => ({
      [PURGE_TASK]: purgeProject(kit, env.TRASH_DAYS),
      [TASK_PURGE]: purgeTask(kit, env),
      [COMMENT_PURGE]: purgeComment(kit),
    }),
  });
};
