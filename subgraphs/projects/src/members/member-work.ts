/** What a member has to do and has made, counted. */
export interface MemberWork {
  openTasks: number;
  openProjects: number;
  doneTasks: number;
  comments: number;
}
