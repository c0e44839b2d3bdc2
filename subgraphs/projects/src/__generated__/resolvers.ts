/* This file was automatically generated. DO NOT UPDATE MANUALLY. */
    import type   { Resolvers } from './types.ts';
    import    { projects as Query_projects } from './../projects/resolvers/Query/projects.ts';
import    { tasks as Query_tasks } from './../tasks/resolvers/Query/tasks.ts';
import    { archiveProject as Mutation_archiveProject } from './../projects/resolvers/Mutation/archiveProject.ts';
import    { archiveTask as Mutation_archiveTask } from './../tasks/resolvers/Mutation/archiveTask.ts';
import    { completeTask as Mutation_completeTask } from './../tasks/resolvers/Mutation/completeTask.ts';
import    { createComment as Mutation_createComment } from './../comments/resolvers/Mutation/createComment.ts';
import    { createProject as Mutation_createProject } from './../projects/resolvers/Mutation/createProject.ts';
import    { createStage as Mutation_createStage } from './../stages/resolvers/Mutation/createStage.ts';
import    { createTask as Mutation_createTask } from './../tasks/resolvers/Mutation/createTask.ts';
import    { deleteComment as Mutation_deleteComment } from './../comments/resolvers/Mutation/deleteComment.ts';
import    { grantProject as Mutation_grantProject } from './../grants/resolvers/Mutation/grantProject.ts';
import    { grantProjects as Mutation_grantProjects } from './../grants/resolvers/Mutation/grantProjects.ts';
import    { moveTask as Mutation_moveTask } from './../tasks/resolvers/Mutation/moveTask.ts';
import    { removeStage as Mutation_removeStage } from './../stages/resolvers/Mutation/removeStage.ts';
import    { restoreComment as Mutation_restoreComment } from './../comments/resolvers/Mutation/restoreComment.ts';
import    { restoreProject as Mutation_restoreProject } from './../projects/resolvers/Mutation/restoreProject.ts';
import    { restoreTask as Mutation_restoreTask } from './../tasks/resolvers/Mutation/restoreTask.ts';
import    { revokeMemberGrants as Mutation_revokeMemberGrants } from './../grants/resolvers/Mutation/revokeMemberGrants.ts';
import    { revokeProjectGrant as Mutation_revokeProjectGrant } from './../grants/resolvers/Mutation/revokeProjectGrant.ts';
import    { shareProject as Mutation_shareProject } from './../grants/resolvers/Mutation/shareProject.ts';
import    { trashProject as Mutation_trashProject } from './../projects/resolvers/Mutation/trashProject.ts';
import    { trashTask as Mutation_trashTask } from './../tasks/resolvers/Mutation/trashTask.ts';
import    { unshareProject as Mutation_unshareProject } from './../grants/resolvers/Mutation/unshareProject.ts';
import    { updateChecklist as Mutation_updateChecklist } from './../tasks/resolvers/Mutation/updateChecklist.ts';
import    { updateComment as Mutation_updateComment } from './../comments/resolvers/Mutation/updateComment.ts';
import    { updateProject as Mutation_updateProject } from './../projects/resolvers/Mutation/updateProject.ts';
import    { updateStage as Mutation_updateStage } from './../stages/resolvers/Mutation/updateStage.ts';
import    { updateTask as Mutation_updateTask } from './../tasks/resolvers/Mutation/updateTask.ts';
import    { Activity } from './../activity/resolvers/Activity.ts';
import    { BoardColumn } from './../projects/resolvers/BoardColumn.ts';
import    { ChecklistItem } from './../tasks/resolvers/ChecklistItem.ts';
import    { Client } from './../projects/resolvers/Client.ts';
import    { Comment } from './../comments/resolvers/Comment.ts';
import    { CommentConnection } from './../comments/resolvers/CommentConnection.ts';
import    { Member as grants_Member } from './../grants/resolvers/Member.ts';
import    { Member as members_Member } from './../members/resolvers/Member.ts';
import    { MemberWork } from './../members/resolvers/MemberWork.ts';
import    { Project } from './../projects/resolvers/Project.ts';
import    { ProjectConnection } from './../projects/resolvers/ProjectConnection.ts';
import    { ProjectGrant } from './../grants/resolvers/ProjectGrant.ts';
import    { ProjectGrantConnection } from './../grants/resolvers/ProjectGrantConnection.ts';
import    { ProjectShare } from './../grants/resolvers/ProjectShare.ts';
import    { Stage } from './../stages/resolvers/Stage.ts';
import    { Task } from './../tasks/resolvers/Task.ts';
import    { TaskConnection } from './../tasks/resolvers/TaskConnection.ts';
import    { TaskMovedMeanwhile } from './../tasks/resolvers/TaskMovedMeanwhile.ts';
import    { TaskVersionConflict } from './../tasks/resolvers/TaskVersionConflict.ts';
    export const resolvers: Resolvers = {
      Query: { projects: Query_projects,tasks: Query_tasks },
      Mutation: { archiveProject: Mutation_archiveProject,archiveTask: Mutation_archiveTask,completeTask: Mutation_completeTask,createComment: Mutation_createComment,createProject: Mutation_createProject,createStage: Mutation_createStage,createTask: Mutation_createTask,deleteComment: Mutation_deleteComment,grantProject: Mutation_grantProject,grantProjects: Mutation_grantProjects,moveTask: Mutation_moveTask,removeStage: Mutation_removeStage,restoreComment: Mutation_restoreComment,restoreProject: Mutation_restoreProject,restoreTask: Mutation_restoreTask,revokeMemberGrants: Mutation_revokeMemberGrants,revokeProjectGrant: Mutation_revokeProjectGrant,shareProject: Mutation_shareProject,trashProject: Mutation_trashProject,trashTask: Mutation_trashTask,unshareProject: Mutation_unshareProject,updateChecklist: Mutation_updateChecklist,updateComment: Mutation_updateComment,updateProject: Mutation_updateProject,updateStage: Mutation_updateStage,updateTask: Mutation_updateTask },
      
      Activity: Activity,
BoardColumn: BoardColumn,
ChecklistItem: ChecklistItem,
Client: Client,
Comment: Comment,
CommentConnection: CommentConnection,
Member: { ...grants_Member,...members_Member },
MemberWork: MemberWork,
Project: Project,
ProjectConnection: ProjectConnection,
ProjectGrant: ProjectGrant,
ProjectGrantConnection: ProjectGrantConnection,
ProjectShare: ProjectShare,
Stage: Stage,
Task: Task,
TaskConnection: TaskConnection,
TaskMovedMeanwhile: TaskMovedMeanwhile,
TaskVersionConflict: TaskVersionConflict
    }