import type { HomeQuery } from '../home/__generated__/Home.ts';

export type StepId = 'client' | 'project' | 'task' | 'share' | 'invite';

/** The first steps of a studio in their order, each with whether it is done, from what there is. */
export function stepsOf(data: HomeQuery): { id: StepId; done: boolean }[] {
  const people = (data.studio?.members.totalCount ?? 0) + (data.studio?.invitations?.length ?? 0);
  return [
    { id: 'client', done: (data.clients?.totalCount ?? 0) > 0 },
    { id: 'project', done: (data.allProjects?.totalCount ?? 0) > 0 },
    { id: 'task', done: (data.allTasks?.totalCount ?? 0) > 0 },
    { id: 'share', done: data.underWay?.nodes.some(({ sharedWith }) => (sharedWith?.length ?? 0) > 0) ?? false },
    { id: 'invite', done: people > 1 },
  ];
}
