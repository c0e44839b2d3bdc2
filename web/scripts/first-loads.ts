/** Kilobytes of gzipped JavaScript; the client's pages open on a phone, by a link. */
export const budgets: Record<string, number> = { client: 150 };
export const BUDGET_KB = 220;

/** The pages whose first load is held to the budget: the entry and the lazy parts that the page needs before it can be used. */
export const firstLoads: Record<string, readonly string[]> = {
  app: ['index.html'],
  'sign-in': ['index.html', 'src/features/session/SignInPage.tsx'],
  home: ['index.html', 'src/app/StudioApp.tsx', 'src/features/home/HomePage.tsx'],
  board: ['index.html', 'src/app/StudioApp.tsx', 'src/features/project/ProjectPage.tsx', 'src/features/board/Board.tsx'],
  projects: ['index.html', 'src/app/StudioApp.tsx', 'src/features/projects/ProjectsPage.tsx'],
  client: ['client.html'],
};
