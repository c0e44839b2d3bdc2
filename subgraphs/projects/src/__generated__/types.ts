import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ActivityMapper } from './../activity/schema.mappers.ts';
import type { BoardColumnMapper, ClientMapper, ProjectMapper, ProjectConnectionMapper } from './../projects/schema.mappers.ts';
import type { ChecklistItemMapper, TaskMapper, TaskConnectionMapper, TaskMovedMeanwhileMapper, TaskVersionConflictMapper } from './../tasks/schema.mappers.ts';
import type { CommentMapper, CommentConnectionMapper } from './../comments/schema.mappers.ts';
import type { MemberWorkMapper } from './../members/schema.mappers.ts';
import type { ProjectGrantMapper, ProjectGrantConnectionMapper, ProjectShareMapper } from './../grants/schema.mappers.ts';
import type { StageMapper } from './../stages/schema.mappers.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type EnumResolverSignature<T, AllowedValues = any> = { [key in keyof T]?: AllowedValues };
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string | number; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A currency by its ISO 4217 code, for example `EUR`. */
  CurrencyCode: { input: string; output: string; }
  /** A day without a time, ISO 8601: `2026-11-22`. The studio's time zone decides which day it is. */
  Date: { input: string; output: string; }
  /** A moment in UTC, ISO 8601 with milliseconds: `2026-11-22T09:30:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  /** A sum in the currency's smallest unit (cents), a whole number within JavaScript's safe integers. */
  MinorUnits: { input: bigint; output: bigint; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** Something that happened in a project. */
export type Activity = Node & {
  __typename?: 'Activity';
  /** Who did it; null for Atelier itself or somebody who is gone. */
  actor?: Maybe<Actor>;
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** What it was before and after, field by field; only fields that changed. */
  changes: Array<ActivityChange>;
  /** The entry's id. */
  id: Scalars['ID']['output'];
  /** The name of the thing at that time. */
  subject: Scalars['String']['output'];
  /** The task that it concerns, when there is one and the viewer sees it. */
  task?: Maybe<Task>;
  /** What happened, `<noun>.<verb>`: for example `task.moved`. */
  verb: Scalars['String']['output'];
};

/** A field that changed. */
export type ActivityChange = {
  __typename?: 'ActivityChange';
  /** Its value after, as text; null for none. */
  after?: Maybe<Scalars['String']['output']>;
  /** Its value before, as text; null for none. */
  before?: Maybe<Scalars['String']['output']>;
  /** The field's name. */
  field: Scalars['String']['output'];
};

/** A page of activity. */
export type ActivityConnection = {
  __typename?: 'ActivityConnection';
  /** The entries with their cursors. */
  edges: Array<ActivityEdge>;
  /** The entries. */
  nodes: Array<Activity>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** An entry on a page. */
export type ActivityEdge = {
  __typename?: 'ActivityEdge';
  /** The cursor to go on after. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Activity;
};

/** Somebody who acts in a project: of the studio, or the client's. */
export type Actor = Contact | Member;

/** Which project to archive. */
export type ArchiveProjectInput = {
  /** True archives, false takes it back. */
  archived?: Scalars['Boolean']['input'];
  /** The project's id. */
  id: Scalars['ID']['input'];
};

/** What became of archiving. */
export type ArchiveProjectResult = ArchiveProjectSuccess;

/** The project was archived or taken back. */
export type ArchiveProjectSuccess = {
  __typename?: 'ArchiveProjectSuccess';
  /** The project as it is now. */
  project: Project;
};

/** Which task to archive. */
export type ArchiveTaskInput = {
  /** True archives, false takes it back. */
  archived?: Scalars['Boolean']['input'];
  /** The task's id. */
  id: Scalars['ID']['input'];
};

/** What became of archiving. */
export type ArchiveTaskResult = ArchiveTaskSuccess;

/** The task was archived or taken back. */
export type ArchiveTaskSuccess = {
  __typename?: 'ArchiveTaskSuccess';
  /** The task as it is now. */
  task: Task;
};

/** Who is to do a task: somebody of the studio, or the client's contact. Null fields mean that the viewer may not see that person. */
export type Assignee = Contact | Member;

/** A column of the board. */
export type BoardColumn = {
  __typename?: 'BoardColumn';
  /** `status:TODO`, `stage:<id>` or `stage:none`: stable over time. */
  key: Scalars['String']['output'];
  /** The stage, when the columns are stages; null in the column of tasks without one. */
  stage?: Maybe<Stage>;
  /** The status, when the columns are statuses. */
  status?: Maybe<TaskStatus>;
  /** The column's tasks in order, with how many there are in all. */
  tasks: TaskConnection;
};

/** What makes the columns of a board. */
export type BoardGrouping =
  /** A column a stage; tasks without one come first. */
  | 'STAGE'
  /** A column a task status. */
  | 'STATUS';

/** A line to tick. */
export type ChecklistItem = {
  __typename?: 'ChecklistItem';
  /** Whether it is ticked. */
  done: Scalars['Boolean']['output'];
  /** The line's id. */
  id: Scalars['ID']['output'];
  /** What the line says. */
  text: Scalars['String']['output'];
};

/** A line to tick. */
export type ChecklistItemInput = {
  /** Whether it is ticked. */
  done?: Scalars['Boolean']['input'];
  /** The line's id; a new line brings its own or none. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** What the line says, 1 to 200 characters. */
  text: Scalars['String']['input'];
};

/** A client; owned by the clients domain. */
export type Client = {
  __typename?: 'Client';
  /** The client's id. */
  id: Scalars['ID']['output'];
  /** The client's projects that the viewer may see, the last changed first. */
  projects?: Maybe<ProjectConnection>;
};


/** A client; owned by the clients domain. */
export type ClientprojectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What somebody said about a project or a task. */
export type Comment = Node & {
  __typename?: 'Comment';
  /** Who said it; null when that person is gone. */
  author?: Maybe<Actor>;
  /** What was said, plain text; mentions stand in it as `@[name](id)`. Empty when it was deleted. */
  body: Scalars['String']['output'];
  /** When it was said. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was deleted; null when it wasn't. It can be taken back for 30 days. */
  deletedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was last changed; null when it wasn't. */
  editedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The comment's id. */
  id: Scalars['ID']['output'];
  /** Who was mentioned; null for those who are gone. */
  mentions?: Maybe<Array<Maybe<Actor>>>;
  /** The project. */
  project: Project;
  /** The task that it is about; null when it is about the project as a whole. */
  task?: Maybe<Task>;
  /** Whether the viewer may change or delete it: its author, or owner, admin and manager (delete only). */
  viewerCanUpdate: Scalars['Boolean']['output'];
  /** Who sees it. */
  visibility: Visibility;
};

/** A page of comments. */
export type CommentConnection = {
  __typename?: 'CommentConnection';
  /** The comments with their cursors. */
  edges: Array<CommentEdge>;
  /** The comments. */
  nodes: Array<Comment>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many comments there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** A comment on a page. */
export type CommentEdge = {
  __typename?: 'CommentEdge';
  /** The cursor to go on after. */
  cursor: Scalars['String']['output'];
  /** The comment. */
  node: Comment;
};

/** Which task is done. */
export type CompleteTaskInput = {
  /** True marks it done, false takes that back (to `TODO`). */
  done?: Scalars['Boolean']['input'];
  /** The task's id. */
  id: Scalars['ID']['input'];
};

/** What became of marking a task. */
export type CompleteTaskResult = CompleteTaskSuccess;

/** The task was marked. */
export type CompleteTaskSuccess = {
  __typename?: 'CompleteTaskSuccess';
  /** The task as it is now. */
  task: Task;
};

/** A person at a client; owned by the clients domain. */
export type Contact = {
  __typename?: 'Contact';
  /** The contact's id. */
  id: Scalars['ID']['output'];
};

/** A new comment. */
export type CreateCommentInput = {
  /** What to say, 1 to 10,000 characters. A mention is `@[name](member or contact id)`. */
  body: Scalars['String']['input'];
  /** An id of your own (`comment_…`), so that a repeat makes nothing twice. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The project's id. */
  projectId: Scalars['ID']['input'];
  /** The task that it is about. */
  taskId?: InputMaybe<Scalars['ID']['input']>;
  /** Who sees it; the task's or project's default when left out. A mentioned contact must be able to see it. */
  visibility?: InputMaybe<Visibility>;
};

/** What became of a comment. */
export type CreateCommentResult = CreateCommentSuccess | InvalidInput;

/** It was said. */
export type CreateCommentSuccess = {
  __typename?: 'CreateCommentSuccess';
  /** The new comment. */
  comment: Comment;
};

/** A new project. */
export type CreateProjectInput = {
  /** What was agreed, at most 20,000 characters. */
  brief?: Scalars['String']['input'];
  /** The client. */
  clientId?: InputMaybe<Scalars['ID']['input']>;
  /** The day on which the work is due; not before it starts. */
  dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** An id of your own (`project_…`), so that a repeat makes nothing twice. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The name, 1 to 120 characters. */
  name: Scalars['String']['input'];
  /** The names of its phases in order, at most 20. */
  stages?: Array<Scalars['String']['input']>;
  /** The day on which work starts. */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /** Where it stands. */
  status?: ProjectStatus;
};

/** What became of making a project. */
export type CreateProjectResult = CreateProjectSuccess | InvalidInput;

/** The project was made. */
export type CreateProjectSuccess = {
  __typename?: 'CreateProjectSuccess';
  /** The new project. */
  project: Project;
};

/** A new stage. */
export type CreateStageInput = {
  /** The stage to come before; at the end when left out. */
  beforeId?: InputMaybe<Scalars['ID']['input']>;
  /** An id of your own (`stage_…`), so that a repeat makes nothing twice. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The name, 1 to 60 characters. */
  name: Scalars['String']['input'];
  /** The project's id. */
  projectId: Scalars['ID']['input'];
};

/** What became of making a stage. */
export type CreateStageResult = CreateStageSuccess | InvalidInput;

/** The stage was made. */
export type CreateStageSuccess = {
  __typename?: 'CreateStageSuccess';
  /** The project with its stages. */
  project: Project;
  /** The new stage. */
  stage: Stage;
};

/** A new task. */
export type CreateTaskInput = {
  /** Who is to do it: a member's or a contact's id. */
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  /** More about it, at most 10,000 characters. */
  description?: Scalars['String']['input'];
  /** The day on which it is due. */
  dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** An id of your own (`task_…`), so that a repeat makes nothing twice. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The project's id. */
  projectId: Scalars['ID']['input'];
  /** Its phase. */
  stageId?: InputMaybe<Scalars['ID']['input']>;
  /** Its column. */
  status?: TaskStatus;
  /** What is to be done, 1 to 200 characters. */
  title: Scalars['String']['input'];
  /** Who sees it; the project's default when left out. A contact's task is always theirs to see. */
  visibility?: InputMaybe<Visibility>;
};

/** What became of making a task. */
export type CreateTaskResult = CreateTaskSuccess | InvalidInput;

/** The task was made. */
export type CreateTaskSuccess = {
  __typename?: 'CreateTaskSuccess';
  /** The new task. */
  task: Task;
};

/** Which comment to delete. */
export type DeleteCommentInput = {
  /** The comment's id. */
  id: Scalars['ID']['input'];
};

/** What became of deleting a comment. */
export type DeleteCommentResult = DeleteCommentSuccess;

/** The comment was deleted. */
export type DeleteCommentSuccess = {
  __typename?: 'DeleteCommentSuccess';
  /** The comment as it is now, without its words. */
  comment: Comment;
};

/** To whom to open a project. */
export type GrantProjectInput = {
  /** The guest's membership id. */
  memberId: Scalars['ID']['input'];
  /** The project's id. */
  projectId: Scalars['ID']['input'];
};

/** What became of opening a project. */
export type GrantProjectResult = GrantProjectSuccess | InvalidInput;

/** The project was opened; repeating it changes nothing. */
export type GrantProjectSuccess = {
  __typename?: 'GrantProjectSuccess';
  /** The project as it is now. */
  project: Project;
};

/** Which projects to open to whom. */
export type GrantProjectsInput = {
  /** The guest's membership id. */
  memberId: Scalars['ID']['input'];
  /** The projects' ids, at most 100. */
  projectIds: Array<Scalars['ID']['input']>;
};

/** What became of opening projects. */
export type GrantProjectsResult = GrantProjectsSuccess | InvalidInput;

/** The projects are open to the guest; repeating it changes nothing. */
export type GrantProjectsSuccess = {
  __typename?: 'GrantProjectsSuccess';
  /** The guest; null when they are gone. */
  member?: Maybe<Member>;
};

/** An input field has a value that can't be taken; nothing was changed. */
export type InvalidInput = UserError & {
  __typename?: 'InvalidInput';
  /** A stable code, for example `TOO_LONG`, `REQUIRED` or `INVALID_DATE`. */
  code: Scalars['String']['output'];
  /** What is wrong with the value and what would be right. */
  message: Scalars['String']['output'];
  /** The path to the input field. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A person of the studio; owned by the accounts domain. */
export type Member = {
  __typename?: 'Member';
  /** For a guest: the projects that are open to them, the last opened first; none in the trash. Null for viewers who are not told. */
  grants?: Maybe<ProjectGrantConnection>;
  /** The membership's id. */
  id: Scalars['ID']['output'];
  /** What they have to do and have made, in the whole studio. Null where that is nothing, and for viewers who neither are this member nor may manage members. */
  work?: Maybe<MemberWork>;
};


/** A person of the studio; owned by the accounts domain. */
export type MembergrantsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What a member has to do and has made: what somebody looks at before they are taken out of the studio. */
export type MemberWork = {
  __typename?: 'MemberWork';
  /** How many comments they wrote. These stay under their name. */
  comments: Scalars['Int']['output'];
  /** How many tasks of theirs are done. These stay theirs. */
  doneTasks: Scalars['Int']['output'];
  /** In how many projects these are. */
  openProjects: Scalars['Int']['output'];
  /** How many tasks they still have to do, in projects that are neither archived nor in the trash. */
  openTasks: Scalars['Int']['output'];
};

/** A sum of money. Never without its currency. */
export type Money = {
  __typename?: 'Money';
  /** The sum in the currency's smallest unit. */
  amount: Scalars['MinorUnits']['output'];
  /** The currency that the sum is in. */
  currency: Scalars['CurrencyCode']['output'];
};

/** A sum of money as an argument. */
export type MoneyInput = {
  /** The sum in the currency's smallest unit. */
  amount: Scalars['MinorUnits']['input'];
  /** The currency that the sum is in. */
  currency: Scalars['CurrencyCode']['input'];
};

/** Where to put a task. */
export type MoveTaskInput = {
  /** The task that it comes after; null puts it at the top. Left out: at the bottom. */
  afterId?: InputMaybe<Scalars['ID']['input']>;
  /** The place that the move was made from: `Task.placeVersion`. */
  expectedPlaceVersion: Scalars['Int']['input'];
  /** The task's id. */
  id: Scalars['ID']['input'];
  /** The phase to put it in; stays when left out, null for none. */
  stageId?: InputMaybe<Scalars['ID']['input']>;
  /** The column to put it in; stays when left out. */
  status?: InputMaybe<TaskStatus>;
};

/** What became of moving a task. */
export type MoveTaskResult = InvalidInput | MoveTaskSuccess | TaskMovedMeanwhile;

/** The task was moved. */
export type MoveTaskSuccess = {
  __typename?: 'MoveTaskSuccess';
  /** The task as it is now. */
  task: Task;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Archives a project, or takes it back. */
  archiveProject: ArchiveProjectResult;
  /** Archives a task, or takes it back. */
  archiveTask: ArchiveTaskResult;
  /** Marks a task done or not done. The contact whom it was given to may do so too. */
  completeTask: CompleteTaskResult;
  /** Says something about a project or a task. A client's contact can say it to all only. Bring your own `id` to make a repeat harmless. */
  createComment: CreateCommentResult;
  /** Makes a project. Needs owner, admin, manager or artist. Bring your own `id` to make a repeat harmless. */
  createProject: CreateProjectResult;
  /** Adds a stage to a project, at the end or before another. At most 20 a project. */
  createStage: CreateStageResult;
  /** Makes a task. Needs owner, admin, manager, artist, or a guest who was let in. Bring your own `id` to make a repeat harmless. */
  createTask: CreateTaskResult;
  /** Deletes a comment; it can be taken back for 30 days. */
  deleteComment: DeleteCommentResult;
  /** Opens a project to a guest of the studio. */
  grantProject: GrantProjectResult;
  /** Opens several projects to a guest at once, or none of them. */
  grantProjects: GrantProjectsResult;
  /** Puts a task elsewhere on the board. Two people can move different tasks at once; of two who move the same one, the second is told. */
  moveTask: MoveTaskResult;
  /** Removes a stage; its tasks stay in the project, without a stage. */
  removeStage: RemoveStageResult;
  /** Takes a deleted comment back. */
  restoreComment: RestoreCommentResult;
  /** Takes a project back out of the trash. */
  restoreProject: RestoreProjectResult;
  /** Takes a task back out of the trash. */
  restoreTask: RestoreTaskResult;
  /** Closes every project to a guest, those in the trash too. They stay a member. */
  revokeMemberGrants: RevokeMemberGrantsResult;
  /** Closes a project to a guest again. */
  revokeProjectGrant: RevokeProjectGrantResult;
  /** Lets a client's contact into a project: they see what is not team-only and may comment. Their way in is a link (`createClientLink`). */
  shareProject: ShareProjectResult;
  /** Puts a project in the trash for 30 days; clients and guests no longer see it. */
  trashProject: TrashProjectResult;
  /** Puts a task in the trash for 30 days. */
  trashTask: TrashTaskResult;
  /** Shuts a contact out again; their live updates end within seconds. */
  unshareProject: UnshareProjectResult;
  /** Replaces a task's checklist; or, for the contact whom it was given to, its ticks. */
  updateChecklist: UpdateChecklistResult;
  /** Changes what the viewer said, or who sees it. */
  updateComment: UpdateCommentResult;
  /** Changes a project. Needs owner, admin, manager or artist. */
  updateProject: UpdateProjectResult;
  /** Renames a stage or puts it elsewhere in the order. */
  updateStage: UpdateStageResult;
  /** Changes a task's words, person, day or visibility. */
  updateTask: UpdateTaskResult;
};


export type MutationarchiveProjectArgs = {
  input: ArchiveProjectInput;
};


export type MutationarchiveTaskArgs = {
  input: ArchiveTaskInput;
};


export type MutationcompleteTaskArgs = {
  input: CompleteTaskInput;
};


export type MutationcreateCommentArgs = {
  input: CreateCommentInput;
};


export type MutationcreateProjectArgs = {
  input: CreateProjectInput;
};


export type MutationcreateStageArgs = {
  input: CreateStageInput;
};


export type MutationcreateTaskArgs = {
  input: CreateTaskInput;
};


export type MutationdeleteCommentArgs = {
  input: DeleteCommentInput;
};


export type MutationgrantProjectArgs = {
  input: GrantProjectInput;
};


export type MutationgrantProjectsArgs = {
  input: GrantProjectsInput;
};


export type MutationmoveTaskArgs = {
  input: MoveTaskInput;
};


export type MutationremoveStageArgs = {
  input: RemoveStageInput;
};


export type MutationrestoreCommentArgs = {
  input: RestoreCommentInput;
};


export type MutationrestoreProjectArgs = {
  input: RestoreProjectInput;
};


export type MutationrestoreTaskArgs = {
  input: RestoreTaskInput;
};


export type MutationrevokeMemberGrantsArgs = {
  input: RevokeMemberGrantsInput;
};


export type MutationrevokeProjectGrantArgs = {
  input: RevokeProjectGrantInput;
};


export type MutationshareProjectArgs = {
  input: ShareProjectInput;
};


export type MutationtrashProjectArgs = {
  input: TrashProjectInput;
};


export type MutationtrashTaskArgs = {
  input: TrashTaskInput;
};


export type MutationunshareProjectArgs = {
  input: UnshareProjectInput;
};


export type MutationupdateChecklistArgs = {
  input: UpdateChecklistInput;
};


export type MutationupdateCommentArgs = {
  input: UpdateCommentInput;
};


export type MutationupdateProjectArgs = {
  input: UpdateProjectInput;
};


export type MutationupdateStageArgs = {
  input: UpdateStageInput;
};


export type MutationupdateTaskArgs = {
  input: UpdateTaskInput;
};

/** A thing with an id that can be fetched by `node(id)`. */
export type Node = {
  /** Opaque, stable and unique over the whole of Atelier; it names its type. */
  id: Scalars['ID']['output'];
};

/** Where a page of a connection stands. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last row on this page; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more rows follow after `endCursor`. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether rows come before `startCursor`. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first row on this page; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** How far the work is. */
export type Progress = {
  __typename?: 'Progress';
  /** Tasks that are done. */
  done: Scalars['Int']['output'];
  /** Tasks in all. */
  total: Scalars['Int']['output'];
};

/** A piece of work for a client, from first word to delivery. */
export type Project = Node & {
  __typename?: 'Project';
  /** What happened, the newest first. Clients see only what concerns what they see. */
  activity: ActivityConnection;
  /** When it was archived; null when it wasn't. */
  archivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The tasks by column, each with its first page: one statement whatever the number of columns and rows. */
  board: Array<BoardColumn>;
  /** What was agreed, plain text in paragraphs. The client sees it. */
  brief: Scalars['String']['output'];
  /** The client; null when there is none, or the viewer may not see it. */
  client?: Maybe<Client>;
  /** What was said about the project as a whole, the oldest first. */
  comments: CommentConnection;
  /** When the project was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The phase that the work is in; null before the first and after the last. */
  currentStage?: Maybe<Stage>;
  /** The day on which the work is due. */
  dueOn?: Maybe<Scalars['Date']['output']>;
  /** The guests to whom the project was opened. Null for guests and clients. */
  grants?: Maybe<Array<ProjectGrant>>;
  /** The project's id. */
  id: Scalars['ID']['output'];
  /** Counts every event of the project; send it to `projectChanged(after:)` to miss nothing between this answer and the subscription. */
  liveVersion: Scalars['Int']['output'];
  /** The project's name. */
  name: Scalars['String']['output'];
  /** Whether new comments and tasks start as team-only. At first they do. */
  newIsTeamOnly: Scalars['Boolean']['output'];
  /** How many tasks the viewer sees that are not archived, and how many of them are done. */
  progress: Progress;
  /** The contacts who were let in. Null for guests and clients. */
  sharedWith?: Maybe<Array<ProjectShare>>;
  /** The phases of the work, in order. */
  stages: Array<Stage>;
  /** The day on which work starts. */
  startsOn?: Maybe<Scalars['Date']['output']>;
  /** Where the project stands. */
  status: ProjectStatus;
  /** The tasks that the viewer sees, in the board's order. */
  tasks: TaskConnection;
  /** When it was put in the trash; null when it wasn't. It is deleted 30 days later. */
  trashedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When something in it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts the changes; send it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Whether the viewer may comment. */
  viewerCanComment: Scalars['Boolean']['output'];
  /** Whether the viewer may make, change and move tasks. */
  viewerCanEditTasks: Scalars['Boolean']['output'];
  /** Whether the viewer may let contacts and guests in. */
  viewerCanShare: Scalars['Boolean']['output'];
  /** Whether the viewer may change the project and its stages. */
  viewerCanUpdate: Scalars['Boolean']['output'];
};


/** A piece of work for a client, from first word to delivery. */
export type ProjectactivityArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A piece of work for a client, from first word to delivery. */
export type ProjectboardArgs = {
  filter?: InputMaybe<TaskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  groupBy?: BoardGrouping;
};


/** A piece of work for a client, from first word to delivery. */
export type ProjectcommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A piece of work for a client, from first word to delivery. */
export type ProjecttasksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of projects. */
export type ProjectConnection = {
  __typename?: 'ProjectConnection';
  /** The projects with their cursors. */
  edges: Array<ProjectEdge>;
  /** The projects. */
  nodes: Array<Project>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many projects match in all. */
  totalCount: Scalars['Int']['output'];
};

/** A project on a page. */
export type ProjectEdge = {
  __typename?: 'ProjectEdge';
  /** The cursor to go on after. */
  cursor: Scalars['String']['output'];
  /** The project. */
  node: Project;
};

/** Narrows a list of projects; all that is given must hold. */
export type ProjectFilter = {
  /** Only archived ones, or only others; left out: only those not archived. */
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only this client's. */
  clientId?: InputMaybe<Scalars['ID']['input']>;
  /** Any of these states. */
  status?: InputMaybe<Array<ProjectStatus>>;
  /** Part of the name. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** True: only what is in the trash. Needs owner, admin or manager. */
  trashed?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A guest to whom a project was opened. */
export type ProjectGrant = {
  __typename?: 'ProjectGrant';
  /** The guest; null when they are gone. */
  member?: Maybe<Member>;
  /** The project; null for viewers who do not see it. */
  project?: Maybe<Project>;
  /** When it was opened. */
  since: Scalars['DateTime']['output'];
};

/** A page of what is open to a guest. */
export type ProjectGrantConnection = {
  __typename?: 'ProjectGrantConnection';
  /** The grants with their cursors. */
  edges: Array<ProjectGrantEdge>;
  /** The grants. */
  nodes: Array<ProjectGrant>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many projects are open to the guest in all. */
  totalCount: Scalars['Int']['output'];
};

/** A grant on a page. */
export type ProjectGrantEdge = {
  __typename?: 'ProjectGrantEdge';
  /** The cursor to go on after. */
  cursor: Scalars['String']['output'];
  /** The grant. */
  node: ProjectGrant;
};

/** A contact who was let into a project. */
export type ProjectShare = {
  __typename?: 'ProjectShare';
  /** The contact; null when they are gone. */
  contact?: Maybe<Contact>;
  /** When they were let in. */
  since: Scalars['DateTime']['output'];
};

/** Where a project stands. */
export type ProjectStatus =
  /** Being worked on. */
  | 'ACTIVE'
  /** Delivered. */
  | 'DONE'
  /** Waits for somebody. */
  | 'ON_HOLD'
  /** Agreed or nearly so, not begun. */
  | 'PLANNED';

/** Somebody changed the project in the meantime; nothing of yours was saved. */
export type ProjectVersionConflict = UserError & {
  __typename?: 'ProjectVersionConflict';
  /** Always `VERSION_CONFLICT`. */
  code: Scalars['String']['output'];
  /** What happened and what to do. */
  message: Scalars['String']['output'];
  /** Always null. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** The project as it is now. */
  project: Project;
};

export type Query = {
  __typename?: 'Query';
  /** The projects that the viewer may see, the last changed first. A guest and a client's contact see only those they were let into. */
  projects?: Maybe<ProjectConnection>;
  /** Tasks of all the projects that the viewer sees, by due day and then by age: what is due, what waits for me. */
  tasks?: Maybe<TaskConnection>;
};


export type QueryprojectsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProjectFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerytasksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaskFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Which stage to remove. */
export type RemoveStageInput = {
  /** The stage's id. */
  id: Scalars['ID']['input'];
};

/** What became of removing a stage. */
export type RemoveStageResult = RemoveStageSuccess;

/** The stage was removed. */
export type RemoveStageSuccess = {
  __typename?: 'RemoveStageSuccess';
  /** The stage's id. */
  id: Scalars['ID']['output'];
  /** The project with its stages. */
  project: Project;
};

/** Which comment to take back. */
export type RestoreCommentInput = {
  /** The comment's id. */
  id: Scalars['ID']['input'];
};

/** What became of restoring. */
export type RestoreCommentResult = RestoreCommentSuccess;

/** The comment is back. */
export type RestoreCommentSuccess = {
  __typename?: 'RestoreCommentSuccess';
  /** The comment as it is now. */
  comment: Comment;
};

/** Which project to take back. */
export type RestoreProjectInput = {
  /** The project's id. */
  id: Scalars['ID']['input'];
};

/** What became of restoring. */
export type RestoreProjectResult = RestoreProjectSuccess;

/** The project is back. */
export type RestoreProjectSuccess = {
  __typename?: 'RestoreProjectSuccess';
  /** The project as it is now. */
  project: Project;
};

/** Which task to take back. */
export type RestoreTaskInput = {
  /** The task's id. */
  id: Scalars['ID']['input'];
};

/** What became of restoring. */
export type RestoreTaskResult = RestoreTaskSuccess;

/** The task is back. */
export type RestoreTaskSuccess = {
  __typename?: 'RestoreTaskSuccess';
  /** The task as it is now. */
  task: Task;
};

/** To whom to close every project. */
export type RevokeMemberGrantsInput = {
  /** The guest's membership id. */
  memberId: Scalars['ID']['input'];
};

/** What became of closing every project to a guest. */
export type RevokeMemberGrantsResult = RevokeMemberGrantsSuccess;

/** No project is open to the guest any more. */
export type RevokeMemberGrantsSuccess = {
  __typename?: 'RevokeMemberGrantsSuccess';
  /** The guest; null when they are gone. */
  member?: Maybe<Member>;
  /** The projects that were closed: with these, `grantProjects` undoes it. */
  projectIds: Array<Scalars['ID']['output']>;
};

/** To whom to close a project. */
export type RevokeProjectGrantInput = {
  /** The guest's membership id. */
  memberId: Scalars['ID']['input'];
  /** The project's id. */
  projectId: Scalars['ID']['input'];
};

/** What became of closing a project. */
export type RevokeProjectGrantResult = RevokeProjectGrantSuccess;

/** The project was closed. */
export type RevokeProjectGrantSuccess = {
  __typename?: 'RevokeProjectGrantSuccess';
  /** The project as it is now. */
  project: Project;
};

/** Whom to let in. */
export type ShareProjectInput = {
  /** The contact's id. */
  contactId: Scalars['ID']['input'];
  /** The project's id. */
  projectId: Scalars['ID']['input'];
};

/** What became of letting a contact in. */
export type ShareProjectResult = InvalidInput | ShareProjectSuccess;

/** The contact was let in; repeating it changes nothing. */
export type ShareProjectSuccess = {
  __typename?: 'ShareProjectSuccess';
  /** The project as it is now. */
  project: Project;
};

/** A phase of a project. */
export type Stage = Node & {
  __typename?: 'Stage';
  /** The stage's id. */
  id: Scalars['ID']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** How many of its tasks that the viewer sees there are, and how many are done. */
  progress: Progress;
};

/** A piece of work in a project. */
export type Task = Node & {
  __typename?: 'Task';
  /** When it was archived; null when it wasn't. */
  archivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who is to do it; null for nobody. */
  assignee?: Maybe<Assignee>;
  /** What belongs to it, in order. */
  checklist: Array<ChecklistItem>;
  /** How many comments on it the viewer sees. */
  commentCount: Scalars['Int']['output'];
  /** What was said about it, the oldest first. */
  comments: CommentConnection;
  /** When it was done; null when it isn't. */
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** More about it, plain text. */
  description: Scalars['String']['output'];
  /** The day on which it is due. */
  dueOn?: Maybe<Scalars['Date']['output']>;
  /** The task's id. */
  id: Scalars['ID']['output'];
  /** Counts the changes of place; send it back to `moveTask`. */
  placeVersion: Scalars['Int']['output'];
  /** Where it stands among its neighbours: compare as text, ties by id. */
  position: Scalars['String']['output'];
  /** The project. */
  project: Project;
  /** The phase that it belongs to; null for none. */
  stage?: Maybe<Stage>;
  /** Where it stands: its column. */
  status: TaskStatus;
  /** What is to be done. */
  title: Scalars['String']['output'];
  /** When it was put in the trash; null when it wasn't. It is deleted 30 days later. */
  trashedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts the other changes; send it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Whether the viewer may comment on it. */
  viewerCanComment: Scalars['Boolean']['output'];
  /** Whether the viewer may tick its checklist and mark it done: editors, and the contact whom it was given to. */
  viewerCanComplete: Scalars['Boolean']['output'];
  /** Whether the viewer may change and move it. */
  viewerCanUpdate: Scalars['Boolean']['output'];
  /** Who sees it. */
  visibility: Visibility;
};


/** A piece of work in a project. */
export type TaskcommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of tasks. */
export type TaskConnection = {
  __typename?: 'TaskConnection';
  /** The tasks with their cursors. */
  edges: Array<TaskEdge>;
  /** The tasks. */
  nodes: Array<Task>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many tasks match in all. `Query.tasks` counts no further than 100. */
  totalCount: Scalars['Int']['output'];
};

/** A task on a page. */
export type TaskEdge = {
  __typename?: 'TaskEdge';
  /** The cursor to go on after. */
  cursor: Scalars['String']['output'];
  /** The task. */
  node: Task;
};

/** Narrows a list of tasks; all that is given must hold. */
export type TaskFilter = {
  /** Only archived ones, or only others; left out: only those not archived. */
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only what the viewer is to do. */
  assignedToViewer?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only what this member or contact is to do. */
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  /** Only what is due on this day or before. */
  dueBefore?: InputMaybe<Scalars['Date']['input']>;
  /** Only this stage's. */
  stageId?: InputMaybe<Scalars['ID']['input']>;
  /** Any of these states. */
  status?: InputMaybe<Array<TaskStatus>>;
  /** Part of the title. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** True: only what is in the trash. */
  trashed?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Somebody moved the task in the meantime; it stays where they put it. */
export type TaskMovedMeanwhile = UserError & {
  __typename?: 'TaskMovedMeanwhile';
  /** Always `MOVED_MEANWHILE`. */
  code: Scalars['String']['output'];
  /** What happened and what to do. */
  message: Scalars['String']['output'];
  /** Who moved it; null when that person may not be seen. */
  movedBy?: Maybe<Actor>;
  /** Always null. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** The task where it is now. */
  task: Task;
};

/** Where a task stands. */
export type TaskStatus =
  /** Done. */
  | 'DONE'
  /** Being done. */
  | 'IN_PROGRESS'
  /** Waits for somebody's look. */
  | 'IN_REVIEW'
  /** To be done. */
  | 'TODO';

/** Somebody changed the task in the meantime; nothing of yours was saved. */
export type TaskVersionConflict = UserError & {
  __typename?: 'TaskVersionConflict';
  /** Who changed it; null when that person may not be seen. */
  changedBy?: Maybe<Actor>;
  /** Always `VERSION_CONFLICT`. */
  code: Scalars['String']['output'];
  /** What happened and what to do. */
  message: Scalars['String']['output'];
  /** Always null. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** The task as it is now. */
  task: Task;
};

/** Which project to put in the trash. */
export type TrashProjectInput = {
  /** The project's id. */
  id: Scalars['ID']['input'];
};

/** What became of putting a project in the trash. */
export type TrashProjectResult = TrashProjectSuccess;

/** The project is in the trash. */
export type TrashProjectSuccess = {
  __typename?: 'TrashProjectSuccess';
  /** The project as it is now. */
  project: Project;
};

/** Which task to put in the trash. */
export type TrashTaskInput = {
  /** The task's id. */
  id: Scalars['ID']['input'];
};

/** What became of putting a task in the trash. */
export type TrashTaskResult = TrashTaskSuccess;

/** The task is in the trash. */
export type TrashTaskSuccess = {
  __typename?: 'TrashTaskSuccess';
  /** The task as it is now. */
  task: Task;
};

/** Whom to shut out. */
export type UnshareProjectInput = {
  /** The contact's id. */
  contactId: Scalars['ID']['input'];
  /** The project's id. */
  projectId: Scalars['ID']['input'];
};

/** What became of shutting a contact out. */
export type UnshareProjectResult = UnshareProjectSuccess;

/** The contact was shut out. */
export type UnshareProjectSuccess = {
  __typename?: 'UnshareProjectSuccess';
  /** The project as it is now. */
  project: Project;
};

/** A task's new checklist. */
export type UpdateChecklistInput = {
  /** The version that the change was made from. */
  expectedVersion: Scalars['Int']['input'];
  /** The task's id. */
  id: Scalars['ID']['input'];
  /** The lines in order, at most 100. */
  items: Array<ChecklistItemInput>;
};

/** What became of saving a checklist. */
export type UpdateChecklistResult = InvalidInput | TaskVersionConflict | UpdateChecklistSuccess;

/** The checklist was saved. */
export type UpdateChecklistSuccess = {
  __typename?: 'UpdateChecklistSuccess';
  /** The task as it is now. */
  task: Task;
};

/** What to change in a comment; a field that is left out stays as it is. */
export type UpdateCommentInput = {
  /** What to say, 1 to 10,000 characters. */
  body?: InputMaybe<Scalars['String']['input']>;
  /** The comment's id. */
  id: Scalars['ID']['input'];
  /** Who sees it. */
  visibility?: InputMaybe<Visibility>;
};

/** What became of changing a comment. */
export type UpdateCommentResult = InvalidInput | UpdateCommentSuccess;

/** The comment was changed. */
export type UpdateCommentSuccess = {
  __typename?: 'UpdateCommentSuccess';
  /** The comment as it is now. */
  comment: Comment;
};

/** What to change in a project; a field that is left out stays as it is. */
export type UpdateProjectInput = {
  /** What was agreed, at most 20,000 characters. */
  brief?: InputMaybe<Scalars['String']['input']>;
  /** The client; null takes it away. */
  clientId?: InputMaybe<Scalars['ID']['input']>;
  /** The phase that the work is in; null takes it away. */
  currentStageId?: InputMaybe<Scalars['ID']['input']>;
  /** The day on which the work is due; null takes it away. */
  dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** The version that the change was made from. */
  expectedVersion: Scalars['Int']['input'];
  /** The project's id. */
  id: Scalars['ID']['input'];
  /** The name, 1 to 120 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Whether new comments and tasks start as team-only. */
  newIsTeamOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** The day on which work starts; null takes it away. */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /** Where it stands. */
  status?: InputMaybe<ProjectStatus>;
};

/** What became of changing a project. */
export type UpdateProjectResult = InvalidInput | ProjectVersionConflict | UpdateProjectSuccess;

/** The project was changed. */
export type UpdateProjectSuccess = {
  __typename?: 'UpdateProjectSuccess';
  /** The project as it is now. */
  project: Project;
};

/** What to change in a stage; a field that is left out stays as it is. */
export type UpdateStageInput = {
  /** The stage to come before; null puts it at the end. */
  beforeId?: InputMaybe<Scalars['ID']['input']>;
  /** The stage's id. */
  id: Scalars['ID']['input'];
  /** The name, 1 to 60 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** What became of changing a stage. */
export type UpdateStageResult = InvalidInput | UpdateStageSuccess;

/** The stage was changed. */
export type UpdateStageSuccess = {
  __typename?: 'UpdateStageSuccess';
  /** The project with its stages. */
  project: Project;
  /** The stage as it is now. */
  stage: Stage;
};

/** What to change in a task; a field that is left out stays as it is. */
export type UpdateTaskInput = {
  /** Who is to do it: a member's or a contact's id; null takes it away. */
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  /** More about it, at most 10,000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The day on which it is due; null takes it away. */
  dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** The version that the change was made from. */
  expectedVersion: Scalars['Int']['input'];
  /** The task's id. */
  id: Scalars['ID']['input'];
  /** What is to be done, 1 to 200 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Who sees it. */
  visibility?: InputMaybe<Visibility>;
};

/** What became of changing a task. */
export type UpdateTaskResult = InvalidInput | TaskVersionConflict | UpdateTaskSuccess;

/** The task was changed. */
export type UpdateTaskSuccess = {
  __typename?: 'UpdateTaskSuccess';
  /** The task as it is now. */
  task: Task;
};

/** Something that was expected to go wrong, and what to do about it. */
export type UserError = {
  /** A stable code for programs. */
  code: Scalars['String']['output'];
  /** What happened and what to do, in plain words. */
  message: Scalars['String']['output'];
  /** The path to the input field that it is about; null when it is about no single field. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Who sees a thing in a project. */
export type Visibility =
  /** The studio and the client's contacts who were let in. */
  | 'CLIENT'
  /** The studio's people only. */
  | 'TEAM';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Activity: Activity;
  Client: Client;
  Comment: Comment;
  Member: Member;
  Project: Project;
  Stage: Stage;
  Task: Task;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Activity:
    ( { __typename: 'Activity' }
    & GraphQLRecursivePick<FederationTypes['Activity'], {"id":true}> );
  Client:
    ( { __typename: 'Client' }
    & GraphQLRecursivePick<FederationTypes['Client'], {"id":true}> );
  Comment:
    ( { __typename: 'Comment' }
    & GraphQLRecursivePick<FederationTypes['Comment'], {"id":true}> );
  Member:
    ( { __typename: 'Member' }
    & GraphQLRecursivePick<FederationTypes['Member'], {"id":true}> );
  Project:
    ( { __typename: 'Project' }
    & GraphQLRecursivePick<FederationTypes['Project'], {"id":true}> );
  Stage:
    ( { __typename: 'Stage' }
    & GraphQLRecursivePick<FederationTypes['Stage'], {"id":true}> );
  Task:
    ( { __typename: 'Task' }
    & GraphQLRecursivePick<FederationTypes['Task'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  Actor:
    | ( Contact & { __typename: 'Contact' } )
    | ( Omit<Member, 'grants' | 'work'> & { grants?: Maybe<_RefType['ProjectGrantConnection']>, work?: Maybe<_RefType['MemberWork']> } & { __typename: 'Member' } )
  ;
  ArchiveProjectResult: ( Omit<ArchiveProjectSuccess, 'project'> & { project: _RefType['Project'] } & { __typename: 'ArchiveProjectSuccess' } );
  ArchiveTaskResult: ( Omit<ArchiveTaskSuccess, 'task'> & { task: _RefType['Task'] } & { __typename: 'ArchiveTaskSuccess' } );
  Assignee:
    | ( Contact & { __typename: 'Contact' } )
    | ( Omit<Member, 'grants' | 'work'> & { grants?: Maybe<_RefType['ProjectGrantConnection']>, work?: Maybe<_RefType['MemberWork']> } & { __typename: 'Member' } )
  ;
  CompleteTaskResult: ( Omit<CompleteTaskSuccess, 'task'> & { task: _RefType['Task'] } & { __typename: 'CompleteTaskSuccess' } );
  CreateCommentResult:
    | ( Omit<CreateCommentSuccess, 'comment'> & { comment: _RefType['Comment'] } & { __typename: 'CreateCommentSuccess' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
  ;
  CreateProjectResult:
    | ( Omit<CreateProjectSuccess, 'project'> & { project: _RefType['Project'] } & { __typename: 'CreateProjectSuccess' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
  ;
  CreateStageResult:
    | ( Omit<CreateStageSuccess, 'project' | 'stage'> & { project: _RefType['Project'], stage: _RefType['Stage'] } & { __typename: 'CreateStageSuccess' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
  ;
  CreateTaskResult:
    | ( Omit<CreateTaskSuccess, 'task'> & { task: _RefType['Task'] } & { __typename: 'CreateTaskSuccess' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
  ;
  DeleteCommentResult: ( Omit<DeleteCommentSuccess, 'comment'> & { comment: _RefType['Comment'] } & { __typename: 'DeleteCommentSuccess' } );
  GrantProjectResult:
    | ( Omit<GrantProjectSuccess, 'project'> & { project: _RefType['Project'] } & { __typename: 'GrantProjectSuccess' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
  ;
  GrantProjectsResult:
    | ( Omit<GrantProjectsSuccess, 'member'> & { member?: Maybe<_RefType['Member']> } & { __typename: 'GrantProjectsSuccess' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
  ;
  MoveTaskResult:
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<MoveTaskSuccess, 'task'> & { task: _RefType['Task'] } & { __typename: 'MoveTaskSuccess' } )
    | ( TaskMovedMeanwhileMapper & { __typename: 'TaskMovedMeanwhile' } )
  ;
  RemoveStageResult: ( Omit<RemoveStageSuccess, 'project'> & { project: _RefType['Project'] } & { __typename: 'RemoveStageSuccess' } );
  RestoreCommentResult: ( Omit<RestoreCommentSuccess, 'comment'> & { comment: _RefType['Comment'] } & { __typename: 'RestoreCommentSuccess' } );
  RestoreProjectResult: ( Omit<RestoreProjectSuccess, 'project'> & { project: _RefType['Project'] } & { __typename: 'RestoreProjectSuccess' } );
  RestoreTaskResult: ( Omit<RestoreTaskSuccess, 'task'> & { task: _RefType['Task'] } & { __typename: 'RestoreTaskSuccess' } );
  RevokeMemberGrantsResult: ( Omit<RevokeMemberGrantsSuccess, 'member'> & { member?: Maybe<_RefType['Member']> } & { __typename: 'RevokeMemberGrantsSuccess' } );
  RevokeProjectGrantResult: ( Omit<RevokeProjectGrantSuccess, 'project'> & { project: _RefType['Project'] } & { __typename: 'RevokeProjectGrantSuccess' } );
  ShareProjectResult:
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<ShareProjectSuccess, 'project'> & { project: _RefType['Project'] } & { __typename: 'ShareProjectSuccess' } )
  ;
  TrashProjectResult: ( Omit<TrashProjectSuccess, 'project'> & { project: _RefType['Project'] } & { __typename: 'TrashProjectSuccess' } );
  TrashTaskResult: ( Omit<TrashTaskSuccess, 'task'> & { task: _RefType['Task'] } & { __typename: 'TrashTaskSuccess' } );
  UnshareProjectResult: ( Omit<UnshareProjectSuccess, 'project'> & { project: _RefType['Project'] } & { __typename: 'UnshareProjectSuccess' } );
  UpdateChecklistResult:
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( TaskVersionConflictMapper & { __typename: 'TaskVersionConflict' } )
    | ( Omit<UpdateChecklistSuccess, 'task'> & { task: _RefType['Task'] } & { __typename: 'UpdateChecklistSuccess' } )
  ;
  UpdateCommentResult:
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<UpdateCommentSuccess, 'comment'> & { comment: _RefType['Comment'] } & { __typename: 'UpdateCommentSuccess' } )
  ;
  UpdateProjectResult:
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<ProjectVersionConflict, 'project'> & { project: _RefType['Project'] } & { __typename: 'ProjectVersionConflict' } )
    | ( Omit<UpdateProjectSuccess, 'project'> & { project: _RefType['Project'] } & { __typename: 'UpdateProjectSuccess' } )
  ;
  UpdateStageResult:
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<UpdateStageSuccess, 'project' | 'stage'> & { project: _RefType['Project'], stage: _RefType['Stage'] } & { __typename: 'UpdateStageSuccess' } )
  ;
  UpdateTaskResult:
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( TaskVersionConflictMapper & { __typename: 'TaskVersionConflict' } )
    | ( Omit<UpdateTaskSuccess, 'task'> & { task: _RefType['Task'] } & { __typename: 'UpdateTaskSuccess' } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( ActivityMapper & { __typename: 'Activity' } )
    | ( CommentMapper & { __typename: 'Comment' } )
    | ( ProjectMapper & { __typename: 'Project' } )
    | ( StageMapper & { __typename: 'Stage' } )
    | ( TaskMapper & { __typename: 'Task' } )
  ;
  UserError:
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<ProjectVersionConflict, 'project'> & { project: _RefType['Project'] } & { __typename: 'ProjectVersionConflict' } )
    | ( TaskMovedMeanwhileMapper & { __typename: 'TaskMovedMeanwhile' } )
    | ( TaskVersionConflictMapper & { __typename: 'TaskVersionConflict' } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Activity: ResolverTypeWrapper<ActivityMapper>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ActivityChange: ResolverTypeWrapper<ActivityChange>;
  ActivityConnection: ResolverTypeWrapper<Omit<ActivityConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ActivityEdge']>, nodes: Array<ResolversTypes['Activity']> }>;
  ActivityEdge: ResolverTypeWrapper<Omit<ActivityEdge, 'node'> & { node: ResolversTypes['Activity'] }>;
  Actor: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Actor']>;
  ArchiveProjectInput: ArchiveProjectInput;
  ArchiveProjectResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ArchiveProjectResult']>;
  ArchiveProjectSuccess: ResolverTypeWrapper<Omit<ArchiveProjectSuccess, 'project'> & { project: ResolversTypes['Project'] }>;
  ArchiveTaskInput: ArchiveTaskInput;
  ArchiveTaskResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ArchiveTaskResult']>;
  ArchiveTaskSuccess: ResolverTypeWrapper<Omit<ArchiveTaskSuccess, 'task'> & { task: ResolversTypes['Task'] }>;
  Assignee: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Assignee']>;
  BoardColumn: ResolverTypeWrapper<BoardColumnMapper>;
  BoardGrouping: ResolverTypeWrapper<'STATUS' | 'STAGE'>;
  ChecklistItem: ResolverTypeWrapper<ChecklistItemMapper>;
  ChecklistItemInput: ChecklistItemInput;
  Client: ResolverTypeWrapper<ClientMapper>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Comment: ResolverTypeWrapper<CommentMapper>;
  CommentConnection: ResolverTypeWrapper<CommentConnectionMapper>;
  CommentEdge: ResolverTypeWrapper<Omit<CommentEdge, 'node'> & { node: ResolversTypes['Comment'] }>;
  CompleteTaskInput: CompleteTaskInput;
  CompleteTaskResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CompleteTaskResult']>;
  CompleteTaskSuccess: ResolverTypeWrapper<Omit<CompleteTaskSuccess, 'task'> & { task: ResolversTypes['Task'] }>;
  Contact: ResolverTypeWrapper<Contact>;
  CreateCommentInput: CreateCommentInput;
  CreateCommentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateCommentResult']>;
  CreateCommentSuccess: ResolverTypeWrapper<Omit<CreateCommentSuccess, 'comment'> & { comment: ResolversTypes['Comment'] }>;
  CreateProjectInput: CreateProjectInput;
  CreateProjectResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateProjectResult']>;
  CreateProjectSuccess: ResolverTypeWrapper<Omit<CreateProjectSuccess, 'project'> & { project: ResolversTypes['Project'] }>;
  CreateStageInput: CreateStageInput;
  CreateStageResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateStageResult']>;
  CreateStageSuccess: ResolverTypeWrapper<Omit<CreateStageSuccess, 'project' | 'stage'> & { project: ResolversTypes['Project'], stage: ResolversTypes['Stage'] }>;
  CreateTaskInput: CreateTaskInput;
  CreateTaskResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateTaskResult']>;
  CreateTaskSuccess: ResolverTypeWrapper<Omit<CreateTaskSuccess, 'task'> & { task: ResolversTypes['Task'] }>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteCommentInput: DeleteCommentInput;
  DeleteCommentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['DeleteCommentResult']>;
  DeleteCommentSuccess: ResolverTypeWrapper<Omit<DeleteCommentSuccess, 'comment'> & { comment: ResolversTypes['Comment'] }>;
  GrantProjectInput: GrantProjectInput;
  GrantProjectResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['GrantProjectResult']>;
  GrantProjectSuccess: ResolverTypeWrapper<Omit<GrantProjectSuccess, 'project'> & { project: ResolversTypes['Project'] }>;
  GrantProjectsInput: GrantProjectsInput;
  GrantProjectsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['GrantProjectsResult']>;
  GrantProjectsSuccess: ResolverTypeWrapper<Omit<GrantProjectsSuccess, 'member'> & { member?: Maybe<ResolversTypes['Member']> }>;
  InvalidInput: ResolverTypeWrapper<InvalidInput>;
  Member: ResolverTypeWrapper<Omit<Member, 'grants' | 'work'> & { grants?: Maybe<ResolversTypes['ProjectGrantConnection']>, work?: Maybe<ResolversTypes['MemberWork']> }>;
  MemberWork: ResolverTypeWrapper<MemberWorkMapper>;
  MinorUnits: ResolverTypeWrapper<Scalars['MinorUnits']['output']>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  MoveTaskInput: MoveTaskInput;
  MoveTaskResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MoveTaskResult']>;
  MoveTaskSuccess: ResolverTypeWrapper<Omit<MoveTaskSuccess, 'task'> & { task: ResolversTypes['Task'] }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Progress: ResolverTypeWrapper<Progress>;
  Project: ResolverTypeWrapper<ProjectMapper>;
  ProjectConnection: ResolverTypeWrapper<ProjectConnectionMapper>;
  ProjectEdge: ResolverTypeWrapper<Omit<ProjectEdge, 'node'> & { node: ResolversTypes['Project'] }>;
  ProjectFilter: ProjectFilter;
  ProjectGrant: ResolverTypeWrapper<ProjectGrantMapper>;
  ProjectGrantConnection: ResolverTypeWrapper<ProjectGrantConnectionMapper>;
  ProjectGrantEdge: ResolverTypeWrapper<Omit<ProjectGrantEdge, 'node'> & { node: ResolversTypes['ProjectGrant'] }>;
  ProjectShare: ResolverTypeWrapper<ProjectShareMapper>;
  ProjectStatus: ResolverTypeWrapper<'PLANNED' | 'ACTIVE' | 'ON_HOLD' | 'DONE'>;
  ProjectVersionConflict: ResolverTypeWrapper<Omit<ProjectVersionConflict, 'project'> & { project: ResolversTypes['Project'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RemoveStageInput: RemoveStageInput;
  RemoveStageResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemoveStageResult']>;
  RemoveStageSuccess: ResolverTypeWrapper<Omit<RemoveStageSuccess, 'project'> & { project: ResolversTypes['Project'] }>;
  RestoreCommentInput: RestoreCommentInput;
  RestoreCommentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RestoreCommentResult']>;
  RestoreCommentSuccess: ResolverTypeWrapper<Omit<RestoreCommentSuccess, 'comment'> & { comment: ResolversTypes['Comment'] }>;
  RestoreProjectInput: RestoreProjectInput;
  RestoreProjectResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RestoreProjectResult']>;
  RestoreProjectSuccess: ResolverTypeWrapper<Omit<RestoreProjectSuccess, 'project'> & { project: ResolversTypes['Project'] }>;
  RestoreTaskInput: RestoreTaskInput;
  RestoreTaskResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RestoreTaskResult']>;
  RestoreTaskSuccess: ResolverTypeWrapper<Omit<RestoreTaskSuccess, 'task'> & { task: ResolversTypes['Task'] }>;
  RevokeMemberGrantsInput: RevokeMemberGrantsInput;
  RevokeMemberGrantsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeMemberGrantsResult']>;
  RevokeMemberGrantsSuccess: ResolverTypeWrapper<Omit<RevokeMemberGrantsSuccess, 'member'> & { member?: Maybe<ResolversTypes['Member']> }>;
  RevokeProjectGrantInput: RevokeProjectGrantInput;
  RevokeProjectGrantResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeProjectGrantResult']>;
  RevokeProjectGrantSuccess: ResolverTypeWrapper<Omit<RevokeProjectGrantSuccess, 'project'> & { project: ResolversTypes['Project'] }>;
  ShareProjectInput: ShareProjectInput;
  ShareProjectResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ShareProjectResult']>;
  ShareProjectSuccess: ResolverTypeWrapper<Omit<ShareProjectSuccess, 'project'> & { project: ResolversTypes['Project'] }>;
  Stage: ResolverTypeWrapper<StageMapper>;
  Task: ResolverTypeWrapper<TaskMapper>;
  TaskConnection: ResolverTypeWrapper<TaskConnectionMapper>;
  TaskEdge: ResolverTypeWrapper<Omit<TaskEdge, 'node'> & { node: ResolversTypes['Task'] }>;
  TaskFilter: TaskFilter;
  TaskMovedMeanwhile: ResolverTypeWrapper<TaskMovedMeanwhileMapper>;
  TaskStatus: ResolverTypeWrapper<'TODO' | 'IN_PROGRESS' | 'IN_REVIEW' | 'DONE'>;
  TaskVersionConflict: ResolverTypeWrapper<TaskVersionConflictMapper>;
  TrashProjectInput: TrashProjectInput;
  TrashProjectResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TrashProjectResult']>;
  TrashProjectSuccess: ResolverTypeWrapper<Omit<TrashProjectSuccess, 'project'> & { project: ResolversTypes['Project'] }>;
  TrashTaskInput: TrashTaskInput;
  TrashTaskResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TrashTaskResult']>;
  TrashTaskSuccess: ResolverTypeWrapper<Omit<TrashTaskSuccess, 'task'> & { task: ResolversTypes['Task'] }>;
  UnshareProjectInput: UnshareProjectInput;
  UnshareProjectResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UnshareProjectResult']>;
  UnshareProjectSuccess: ResolverTypeWrapper<Omit<UnshareProjectSuccess, 'project'> & { project: ResolversTypes['Project'] }>;
  UpdateChecklistInput: UpdateChecklistInput;
  UpdateChecklistResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateChecklistResult']>;
  UpdateChecklistSuccess: ResolverTypeWrapper<Omit<UpdateChecklistSuccess, 'task'> & { task: ResolversTypes['Task'] }>;
  UpdateCommentInput: UpdateCommentInput;
  UpdateCommentResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateCommentResult']>;
  UpdateCommentSuccess: ResolverTypeWrapper<Omit<UpdateCommentSuccess, 'comment'> & { comment: ResolversTypes['Comment'] }>;
  UpdateProjectInput: UpdateProjectInput;
  UpdateProjectResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateProjectResult']>;
  UpdateProjectSuccess: ResolverTypeWrapper<Omit<UpdateProjectSuccess, 'project'> & { project: ResolversTypes['Project'] }>;
  UpdateStageInput: UpdateStageInput;
  UpdateStageResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateStageResult']>;
  UpdateStageSuccess: ResolverTypeWrapper<Omit<UpdateStageSuccess, 'project' | 'stage'> & { project: ResolversTypes['Project'], stage: ResolversTypes['Stage'] }>;
  UpdateTaskInput: UpdateTaskInput;
  UpdateTaskResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateTaskResult']>;
  UpdateTaskSuccess: ResolverTypeWrapper<Omit<UpdateTaskSuccess, 'task'> & { task: ResolversTypes['Task'] }>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  Visibility: ResolverTypeWrapper<'TEAM' | 'CLIENT'>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Activity: ActivityMapper;
  ID: Scalars['ID']['output'];
  ActivityChange: ActivityChange;
  ActivityConnection: Omit<ActivityConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ActivityEdge']>, nodes: Array<ResolversParentTypes['Activity']> };
  ActivityEdge: Omit<ActivityEdge, 'node'> & { node: ResolversParentTypes['Activity'] };
  Actor: ResolversUnionTypes<ResolversParentTypes>['Actor'];
  ArchiveProjectInput: ArchiveProjectInput;
  ArchiveProjectResult: ResolversUnionTypes<ResolversParentTypes>['ArchiveProjectResult'];
  ArchiveProjectSuccess: Omit<ArchiveProjectSuccess, 'project'> & { project: ResolversParentTypes['Project'] };
  ArchiveTaskInput: ArchiveTaskInput;
  ArchiveTaskResult: ResolversUnionTypes<ResolversParentTypes>['ArchiveTaskResult'];
  ArchiveTaskSuccess: Omit<ArchiveTaskSuccess, 'task'> & { task: ResolversParentTypes['Task'] };
  Assignee: ResolversUnionTypes<ResolversParentTypes>['Assignee'];
  BoardColumn: BoardColumnMapper;
  ChecklistItem: ChecklistItemMapper;
  ChecklistItemInput: ChecklistItemInput;
  Client: ClientMapper;
  Int: Scalars['Int']['output'];
  Comment: CommentMapper;
  CommentConnection: CommentConnectionMapper;
  CommentEdge: Omit<CommentEdge, 'node'> & { node: ResolversParentTypes['Comment'] };
  CompleteTaskInput: CompleteTaskInput;
  CompleteTaskResult: ResolversUnionTypes<ResolversParentTypes>['CompleteTaskResult'];
  CompleteTaskSuccess: Omit<CompleteTaskSuccess, 'task'> & { task: ResolversParentTypes['Task'] };
  Contact: Contact;
  CreateCommentInput: CreateCommentInput;
  CreateCommentResult: ResolversUnionTypes<ResolversParentTypes>['CreateCommentResult'];
  CreateCommentSuccess: Omit<CreateCommentSuccess, 'comment'> & { comment: ResolversParentTypes['Comment'] };
  CreateProjectInput: CreateProjectInput;
  CreateProjectResult: ResolversUnionTypes<ResolversParentTypes>['CreateProjectResult'];
  CreateProjectSuccess: Omit<CreateProjectSuccess, 'project'> & { project: ResolversParentTypes['Project'] };
  CreateStageInput: CreateStageInput;
  CreateStageResult: ResolversUnionTypes<ResolversParentTypes>['CreateStageResult'];
  CreateStageSuccess: Omit<CreateStageSuccess, 'project' | 'stage'> & { project: ResolversParentTypes['Project'], stage: ResolversParentTypes['Stage'] };
  CreateTaskInput: CreateTaskInput;
  CreateTaskResult: ResolversUnionTypes<ResolversParentTypes>['CreateTaskResult'];
  CreateTaskSuccess: Omit<CreateTaskSuccess, 'task'> & { task: ResolversParentTypes['Task'] };
  CurrencyCode: Scalars['CurrencyCode']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeleteCommentInput: DeleteCommentInput;
  DeleteCommentResult: ResolversUnionTypes<ResolversParentTypes>['DeleteCommentResult'];
  DeleteCommentSuccess: Omit<DeleteCommentSuccess, 'comment'> & { comment: ResolversParentTypes['Comment'] };
  GrantProjectInput: GrantProjectInput;
  GrantProjectResult: ResolversUnionTypes<ResolversParentTypes>['GrantProjectResult'];
  GrantProjectSuccess: Omit<GrantProjectSuccess, 'project'> & { project: ResolversParentTypes['Project'] };
  GrantProjectsInput: GrantProjectsInput;
  GrantProjectsResult: ResolversUnionTypes<ResolversParentTypes>['GrantProjectsResult'];
  GrantProjectsSuccess: Omit<GrantProjectsSuccess, 'member'> & { member?: Maybe<ResolversParentTypes['Member']> };
  InvalidInput: InvalidInput;
  Member: Omit<Member, 'grants' | 'work'> & { grants?: Maybe<ResolversParentTypes['ProjectGrantConnection']>, work?: Maybe<ResolversParentTypes['MemberWork']> } | FederationReferenceTypes['Member'];
  MemberWork: MemberWorkMapper;
  MinorUnits: Scalars['MinorUnits']['output'];
  Money: Money;
  MoneyInput: MoneyInput;
  MoveTaskInput: MoveTaskInput;
  MoveTaskResult: ResolversUnionTypes<ResolversParentTypes>['MoveTaskResult'];
  MoveTaskSuccess: Omit<MoveTaskSuccess, 'task'> & { task: ResolversParentTypes['Task'] };
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  Progress: Progress;
  Project: ProjectMapper;
  ProjectConnection: ProjectConnectionMapper;
  ProjectEdge: Omit<ProjectEdge, 'node'> & { node: ResolversParentTypes['Project'] };
  ProjectFilter: ProjectFilter;
  ProjectGrant: ProjectGrantMapper;
  ProjectGrantConnection: ProjectGrantConnectionMapper;
  ProjectGrantEdge: Omit<ProjectGrantEdge, 'node'> & { node: ResolversParentTypes['ProjectGrant'] };
  ProjectShare: ProjectShareMapper;
  ProjectVersionConflict: Omit<ProjectVersionConflict, 'project'> & { project: ResolversParentTypes['Project'] };
  Query: Record<PropertyKey, never>;
  RemoveStageInput: RemoveStageInput;
  RemoveStageResult: ResolversUnionTypes<ResolversParentTypes>['RemoveStageResult'];
  RemoveStageSuccess: Omit<RemoveStageSuccess, 'project'> & { project: ResolversParentTypes['Project'] };
  RestoreCommentInput: RestoreCommentInput;
  RestoreCommentResult: ResolversUnionTypes<ResolversParentTypes>['RestoreCommentResult'];
  RestoreCommentSuccess: Omit<RestoreCommentSuccess, 'comment'> & { comment: ResolversParentTypes['Comment'] };
  RestoreProjectInput: RestoreProjectInput;
  RestoreProjectResult: ResolversUnionTypes<ResolversParentTypes>['RestoreProjectResult'];
  RestoreProjectSuccess: Omit<RestoreProjectSuccess, 'project'> & { project: ResolversParentTypes['Project'] };
  RestoreTaskInput: RestoreTaskInput;
  RestoreTaskResult: ResolversUnionTypes<ResolversParentTypes>['RestoreTaskResult'];
  RestoreTaskSuccess: Omit<RestoreTaskSuccess, 'task'> & { task: ResolversParentTypes['Task'] };
  RevokeMemberGrantsInput: RevokeMemberGrantsInput;
  RevokeMemberGrantsResult: ResolversUnionTypes<ResolversParentTypes>['RevokeMemberGrantsResult'];
  RevokeMemberGrantsSuccess: Omit<RevokeMemberGrantsSuccess, 'member'> & { member?: Maybe<ResolversParentTypes['Member']> };
  RevokeProjectGrantInput: RevokeProjectGrantInput;
  RevokeProjectGrantResult: ResolversUnionTypes<ResolversParentTypes>['RevokeProjectGrantResult'];
  RevokeProjectGrantSuccess: Omit<RevokeProjectGrantSuccess, 'project'> & { project: ResolversParentTypes['Project'] };
  ShareProjectInput: ShareProjectInput;
  ShareProjectResult: ResolversUnionTypes<ResolversParentTypes>['ShareProjectResult'];
  ShareProjectSuccess: Omit<ShareProjectSuccess, 'project'> & { project: ResolversParentTypes['Project'] };
  Stage: StageMapper;
  Task: TaskMapper;
  TaskConnection: TaskConnectionMapper;
  TaskEdge: Omit<TaskEdge, 'node'> & { node: ResolversParentTypes['Task'] };
  TaskFilter: TaskFilter;
  TaskMovedMeanwhile: TaskMovedMeanwhileMapper;
  TaskVersionConflict: TaskVersionConflictMapper;
  TrashProjectInput: TrashProjectInput;
  TrashProjectResult: ResolversUnionTypes<ResolversParentTypes>['TrashProjectResult'];
  TrashProjectSuccess: Omit<TrashProjectSuccess, 'project'> & { project: ResolversParentTypes['Project'] };
  TrashTaskInput: TrashTaskInput;
  TrashTaskResult: ResolversUnionTypes<ResolversParentTypes>['TrashTaskResult'];
  TrashTaskSuccess: Omit<TrashTaskSuccess, 'task'> & { task: ResolversParentTypes['Task'] };
  UnshareProjectInput: UnshareProjectInput;
  UnshareProjectResult: ResolversUnionTypes<ResolversParentTypes>['UnshareProjectResult'];
  UnshareProjectSuccess: Omit<UnshareProjectSuccess, 'project'> & { project: ResolversParentTypes['Project'] };
  UpdateChecklistInput: UpdateChecklistInput;
  UpdateChecklistResult: ResolversUnionTypes<ResolversParentTypes>['UpdateChecklistResult'];
  UpdateChecklistSuccess: Omit<UpdateChecklistSuccess, 'task'> & { task: ResolversParentTypes['Task'] };
  UpdateCommentInput: UpdateCommentInput;
  UpdateCommentResult: ResolversUnionTypes<ResolversParentTypes>['UpdateCommentResult'];
  UpdateCommentSuccess: Omit<UpdateCommentSuccess, 'comment'> & { comment: ResolversParentTypes['Comment'] };
  UpdateProjectInput: UpdateProjectInput;
  UpdateProjectResult: ResolversUnionTypes<ResolversParentTypes>['UpdateProjectResult'];
  UpdateProjectSuccess: Omit<UpdateProjectSuccess, 'project'> & { project: ResolversParentTypes['Project'] };
  UpdateStageInput: UpdateStageInput;
  UpdateStageResult: ResolversUnionTypes<ResolversParentTypes>['UpdateStageResult'];
  UpdateStageSuccess: Omit<UpdateStageSuccess, 'project' | 'stage'> & { project: ResolversParentTypes['Project'], stage: ResolversParentTypes['Stage'] };
  UpdateTaskInput: UpdateTaskInput;
  UpdateTaskResult: ResolversUnionTypes<ResolversParentTypes>['UpdateTaskResult'];
  UpdateTaskSuccess: Omit<UpdateTaskSuccess, 'task'> & { task: ResolversParentTypes['Task'] };
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export type accessDirectiveArgs = {
  action: Scalars['String']['input'];
  contact?: Maybe<Scalars['Boolean']['input']>;
  person?: Maybe<Scalars['Boolean']['input']>;
  roles?: Maybe<Array<Scalars['String']['input']>>;
  scope?: Maybe<Scalars['String']['input']>;
};

export type accessDirectiveResolver<Result, Parent, ContextType = Context, Args = accessDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Activity'] = ResolversParentTypes['Activity'], FederationReferenceType extends FederationReferenceTypes['Activity'] = FederationReferenceTypes['Activity']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Activity']> | FederationReferenceType, FederationReferenceType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['ActivityChange']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  verb?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActivityChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivityChange'] = ResolversParentTypes['ActivityChange']> = {
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ActivityConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivityConnection'] = ResolversParentTypes['ActivityConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ActivityEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Activity']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ActivityEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActivityEdge'] = ResolversParentTypes['ActivityEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Activity'], ParentType, ContextType>;
};

export type ActorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  __resolveType?: TypeResolveFn<'Contact' | 'Member', ParentType, ContextType>;
};

export type ArchiveProjectResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArchiveProjectResult'] = ResolversParentTypes['ArchiveProjectResult']> = {
  __resolveType?: TypeResolveFn<'ArchiveProjectSuccess', ParentType, ContextType>;
};

export type ArchiveProjectSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArchiveProjectSuccess'] = ResolversParentTypes['ArchiveProjectSuccess']> = {
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ArchiveTaskResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArchiveTaskResult'] = ResolversParentTypes['ArchiveTaskResult']> = {
  __resolveType?: TypeResolveFn<'ArchiveTaskSuccess', ParentType, ContextType>;
};

export type ArchiveTaskSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArchiveTaskSuccess'] = ResolversParentTypes['ArchiveTaskSuccess']> = {
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AssigneeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Assignee'] = ResolversParentTypes['Assignee']> = {
  __resolveType?: TypeResolveFn<'Contact' | 'Member', ParentType, ContextType>;
};

export type BoardColumnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BoardColumn'] = ResolversParentTypes['BoardColumn']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['Stage']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['TaskStatus']>, ParentType, ContextType>;
  tasks?: Resolver<ResolversTypes['TaskConnection'], ParentType, ContextType>;
};

export type BoardGroupingResolvers = EnumResolverSignature<{ STAGE?: any, STATUS?: any }, ResolversTypes['BoardGrouping']>;

export type ChecklistItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChecklistItem'] = ResolversParentTypes['ChecklistItem']> = {
  done?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Client'] = ResolversParentTypes['Client'], FederationReferenceType extends FederationReferenceTypes['Client'] = FederationReferenceTypes['Client']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Client']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  projects?: Resolver<Maybe<ResolversTypes['ProjectConnection']>, ParentType, ContextType, RequireFields<ClientprojectsArgs, 'first'>>;
};

export type CommentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Comment'] = ResolversParentTypes['Comment'], FederationReferenceType extends FederationReferenceTypes['Comment'] = FederationReferenceTypes['Comment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Comment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mentions?: Resolver<Maybe<Array<Maybe<ResolversTypes['Actor']>>>, ParentType, ContextType>;
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  viewerCanUpdate?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  visibility?: Resolver<ResolversTypes['Visibility'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentConnection'] = ResolversParentTypes['CommentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CommentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Comment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CommentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentEdge'] = ResolversParentTypes['CommentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Comment'], ParentType, ContextType>;
};

export type CompleteTaskResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompleteTaskResult'] = ResolversParentTypes['CompleteTaskResult']> = {
  __resolveType?: TypeResolveFn<'CompleteTaskSuccess', ParentType, ContextType>;
};

export type CompleteTaskSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompleteTaskSuccess'] = ResolversParentTypes['CompleteTaskSuccess']> = {
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateCommentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCommentResult'] = ResolversParentTypes['CreateCommentResult']> = {
  __resolveType?: TypeResolveFn<'CreateCommentSuccess' | 'InvalidInput', ParentType, ContextType>;
};

export type CreateCommentSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCommentSuccess'] = ResolversParentTypes['CreateCommentSuccess']> = {
  comment?: Resolver<ResolversTypes['Comment'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateProjectResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateProjectResult'] = ResolversParentTypes['CreateProjectResult']> = {
  __resolveType?: TypeResolveFn<'CreateProjectSuccess' | 'InvalidInput', ParentType, ContextType>;
};

export type CreateProjectSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateProjectSuccess'] = ResolversParentTypes['CreateProjectSuccess']> = {
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateStageResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateStageResult'] = ResolversParentTypes['CreateStageResult']> = {
  __resolveType?: TypeResolveFn<'CreateStageSuccess' | 'InvalidInput', ParentType, ContextType>;
};

export type CreateStageSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateStageSuccess'] = ResolversParentTypes['CreateStageSuccess']> = {
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['Stage'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateTaskResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateTaskResult'] = ResolversParentTypes['CreateTaskResult']> = {
  __resolveType?: TypeResolveFn<'CreateTaskSuccess' | 'InvalidInput', ParentType, ContextType>;
};

export type CreateTaskSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateTaskSuccess'] = ResolversParentTypes['CreateTaskSuccess']> = {
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteCommentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteCommentResult'] = ResolversParentTypes['DeleteCommentResult']> = {
  __resolveType?: TypeResolveFn<'DeleteCommentSuccess', ParentType, ContextType>;
};

export type DeleteCommentSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteCommentSuccess'] = ResolversParentTypes['DeleteCommentSuccess']> = {
  comment?: Resolver<ResolversTypes['Comment'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GrantProjectResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GrantProjectResult'] = ResolversParentTypes['GrantProjectResult']> = {
  __resolveType?: TypeResolveFn<'GrantProjectSuccess' | 'InvalidInput', ParentType, ContextType>;
};

export type GrantProjectSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GrantProjectSuccess'] = ResolversParentTypes['GrantProjectSuccess']> = {
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GrantProjectsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GrantProjectsResult'] = ResolversParentTypes['GrantProjectsResult']> = {
  __resolveType?: TypeResolveFn<'GrantProjectsSuccess' | 'InvalidInput', ParentType, ContextType>;
};

export type GrantProjectsSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GrantProjectsSuccess'] = ResolversParentTypes['GrantProjectsSuccess']> = {
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  grants?: Resolver<Maybe<ResolversTypes['ProjectGrantConnection']>, ParentType, ContextType, RequireFields<MembergrantsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  work?: Resolver<Maybe<ResolversTypes['MemberWork']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MemberWorkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemberWork'] = ResolversParentTypes['MemberWork']> = {
  comments?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  doneTasks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openProjects?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openTasks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface MinorUnitsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MinorUnits'], any> {
  name: 'MinorUnits';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['MinorUnits'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type MoveTaskResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveTaskResult'] = ResolversParentTypes['MoveTaskResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInput' | 'MoveTaskSuccess' | 'TaskMovedMeanwhile', ParentType, ContextType>;
};

export type MoveTaskSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveTaskSuccess'] = ResolversParentTypes['MoveTaskSuccess']> = {
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  archiveProject?: Resolver<ResolversTypes['ArchiveProjectResult'], ParentType, ContextType, RequireFields<MutationarchiveProjectArgs, 'input'>>;
  archiveTask?: Resolver<ResolversTypes['ArchiveTaskResult'], ParentType, ContextType, RequireFields<MutationarchiveTaskArgs, 'input'>>;
  completeTask?: Resolver<ResolversTypes['CompleteTaskResult'], ParentType, ContextType, RequireFields<MutationcompleteTaskArgs, 'input'>>;
  createComment?: Resolver<ResolversTypes['CreateCommentResult'], ParentType, ContextType, RequireFields<MutationcreateCommentArgs, 'input'>>;
  createProject?: Resolver<ResolversTypes['CreateProjectResult'], ParentType, ContextType, RequireFields<MutationcreateProjectArgs, 'input'>>;
  createStage?: Resolver<ResolversTypes['CreateStageResult'], ParentType, ContextType, RequireFields<MutationcreateStageArgs, 'input'>>;
  createTask?: Resolver<ResolversTypes['CreateTaskResult'], ParentType, ContextType, RequireFields<MutationcreateTaskArgs, 'input'>>;
  deleteComment?: Resolver<ResolversTypes['DeleteCommentResult'], ParentType, ContextType, RequireFields<MutationdeleteCommentArgs, 'input'>>;
  grantProject?: Resolver<ResolversTypes['GrantProjectResult'], ParentType, ContextType, RequireFields<MutationgrantProjectArgs, 'input'>>;
  grantProjects?: Resolver<ResolversTypes['GrantProjectsResult'], ParentType, ContextType, RequireFields<MutationgrantProjectsArgs, 'input'>>;
  moveTask?: Resolver<ResolversTypes['MoveTaskResult'], ParentType, ContextType, RequireFields<MutationmoveTaskArgs, 'input'>>;
  removeStage?: Resolver<ResolversTypes['RemoveStageResult'], ParentType, ContextType, RequireFields<MutationremoveStageArgs, 'input'>>;
  restoreComment?: Resolver<ResolversTypes['RestoreCommentResult'], ParentType, ContextType, RequireFields<MutationrestoreCommentArgs, 'input'>>;
  restoreProject?: Resolver<ResolversTypes['RestoreProjectResult'], ParentType, ContextType, RequireFields<MutationrestoreProjectArgs, 'input'>>;
  restoreTask?: Resolver<ResolversTypes['RestoreTaskResult'], ParentType, ContextType, RequireFields<MutationrestoreTaskArgs, 'input'>>;
  revokeMemberGrants?: Resolver<ResolversTypes['RevokeMemberGrantsResult'], ParentType, ContextType, RequireFields<MutationrevokeMemberGrantsArgs, 'input'>>;
  revokeProjectGrant?: Resolver<ResolversTypes['RevokeProjectGrantResult'], ParentType, ContextType, RequireFields<MutationrevokeProjectGrantArgs, 'input'>>;
  shareProject?: Resolver<ResolversTypes['ShareProjectResult'], ParentType, ContextType, RequireFields<MutationshareProjectArgs, 'input'>>;
  trashProject?: Resolver<ResolversTypes['TrashProjectResult'], ParentType, ContextType, RequireFields<MutationtrashProjectArgs, 'input'>>;
  trashTask?: Resolver<ResolversTypes['TrashTaskResult'], ParentType, ContextType, RequireFields<MutationtrashTaskArgs, 'input'>>;
  unshareProject?: Resolver<ResolversTypes['UnshareProjectResult'], ParentType, ContextType, RequireFields<MutationunshareProjectArgs, 'input'>>;
  updateChecklist?: Resolver<ResolversTypes['UpdateChecklistResult'], ParentType, ContextType, RequireFields<MutationupdateChecklistArgs, 'input'>>;
  updateComment?: Resolver<ResolversTypes['UpdateCommentResult'], ParentType, ContextType, RequireFields<MutationupdateCommentArgs, 'input'>>;
  updateProject?: Resolver<ResolversTypes['UpdateProjectResult'], ParentType, ContextType, RequireFields<MutationupdateProjectArgs, 'input'>>;
  updateStage?: Resolver<ResolversTypes['UpdateStageResult'], ParentType, ContextType, RequireFields<MutationupdateStageArgs, 'input'>>;
  updateTask?: Resolver<ResolversTypes['UpdateTaskResult'], ParentType, ContextType, RequireFields<MutationupdateTaskArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType?: TypeResolveFn<'Activity' | 'Comment' | 'Project' | 'Stage' | 'Task', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProgressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Progress'] = ResolversParentTypes['Progress']> = {
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Project'] = ResolversParentTypes['Project'], FederationReferenceType extends FederationReferenceTypes['Project'] = FederationReferenceTypes['Project']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Project']> | FederationReferenceType, FederationReferenceType, ContextType>;
  activity?: Resolver<ResolversTypes['ActivityConnection'], ParentType, ContextType, RequireFields<ProjectactivityArgs, 'first'>>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  board?: Resolver<Array<ResolversTypes['BoardColumn']>, ParentType, ContextType, RequireFields<ProjectboardArgs, 'first' | 'groupBy'>>;
  brief?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  client?: Resolver<Maybe<ResolversTypes['Client']>, ParentType, ContextType>;
  comments?: Resolver<ResolversTypes['CommentConnection'], ParentType, ContextType, RequireFields<ProjectcommentsArgs, 'first'>>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  currentStage?: Resolver<Maybe<ResolversTypes['Stage']>, ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  grants?: Resolver<Maybe<Array<ResolversTypes['ProjectGrant']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  liveVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  newIsTeamOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Progress'], ParentType, ContextType>;
  sharedWith?: Resolver<Maybe<Array<ResolversTypes['ProjectShare']>>, ParentType, ContextType>;
  stages?: Resolver<Array<ResolversTypes['Stage']>, ParentType, ContextType>;
  startsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ProjectStatus'], ParentType, ContextType>;
  tasks?: Resolver<ResolversTypes['TaskConnection'], ParentType, ContextType, RequireFields<ProjecttasksArgs, 'first'>>;
  trashedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerCanComment?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanEditTasks?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanShare?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanUpdate?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProjectConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectConnection'] = ResolversParentTypes['ProjectConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProjectEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Project']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProjectEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectEdge'] = ResolversParentTypes['ProjectEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
};

export type ProjectGrantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectGrant'] = ResolversParentTypes['ProjectGrant']> = {
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ProjectGrantConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectGrantConnection'] = ResolversParentTypes['ProjectGrantConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProjectGrantEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ProjectGrant']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProjectGrantEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectGrantEdge'] = ResolversParentTypes['ProjectGrantEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProjectGrant'], ParentType, ContextType>;
};

export type ProjectShareResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectShare'] = ResolversParentTypes['ProjectShare']> = {
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ProjectStatusResolvers = EnumResolverSignature<{ ACTIVE?: any, DONE?: any, ON_HOLD?: any, PLANNED?: any }, ResolversTypes['ProjectStatus']>;

export type ProjectVersionConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProjectVersionConflict'] = ResolversParentTypes['ProjectVersionConflict']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  projects?: Resolver<Maybe<ResolversTypes['ProjectConnection']>, ParentType, ContextType, RequireFields<QueryprojectsArgs, 'first'>>;
  tasks?: Resolver<Maybe<ResolversTypes['TaskConnection']>, ParentType, ContextType, RequireFields<QuerytasksArgs, 'first'>>;
};

export type RemoveStageResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveStageResult'] = ResolversParentTypes['RemoveStageResult']> = {
  __resolveType?: TypeResolveFn<'RemoveStageSuccess', ParentType, ContextType>;
};

export type RemoveStageSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveStageSuccess'] = ResolversParentTypes['RemoveStageSuccess']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RestoreCommentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestoreCommentResult'] = ResolversParentTypes['RestoreCommentResult']> = {
  __resolveType?: TypeResolveFn<'RestoreCommentSuccess', ParentType, ContextType>;
};

export type RestoreCommentSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestoreCommentSuccess'] = ResolversParentTypes['RestoreCommentSuccess']> = {
  comment?: Resolver<ResolversTypes['Comment'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RestoreProjectResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestoreProjectResult'] = ResolversParentTypes['RestoreProjectResult']> = {
  __resolveType?: TypeResolveFn<'RestoreProjectSuccess', ParentType, ContextType>;
};

export type RestoreProjectSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestoreProjectSuccess'] = ResolversParentTypes['RestoreProjectSuccess']> = {
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RestoreTaskResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestoreTaskResult'] = ResolversParentTypes['RestoreTaskResult']> = {
  __resolveType?: TypeResolveFn<'RestoreTaskSuccess', ParentType, ContextType>;
};

export type RestoreTaskSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestoreTaskSuccess'] = ResolversParentTypes['RestoreTaskSuccess']> = {
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokeMemberGrantsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeMemberGrantsResult'] = ResolversParentTypes['RevokeMemberGrantsResult']> = {
  __resolveType?: TypeResolveFn<'RevokeMemberGrantsSuccess', ParentType, ContextType>;
};

export type RevokeMemberGrantsSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeMemberGrantsSuccess'] = ResolversParentTypes['RevokeMemberGrantsSuccess']> = {
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  projectIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokeProjectGrantResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeProjectGrantResult'] = ResolversParentTypes['RevokeProjectGrantResult']> = {
  __resolveType?: TypeResolveFn<'RevokeProjectGrantSuccess', ParentType, ContextType>;
};

export type RevokeProjectGrantSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeProjectGrantSuccess'] = ResolversParentTypes['RevokeProjectGrantSuccess']> = {
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ShareProjectResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShareProjectResult'] = ResolversParentTypes['ShareProjectResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInput' | 'ShareProjectSuccess', ParentType, ContextType>;
};

export type ShareProjectSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShareProjectSuccess'] = ResolversParentTypes['ShareProjectSuccess']> = {
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Stage'] = ResolversParentTypes['Stage'], FederationReferenceType extends FederationReferenceTypes['Stage'] = FederationReferenceTypes['Stage']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Stage']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Progress'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Task'] = ResolversParentTypes['Task'], FederationReferenceType extends FederationReferenceTypes['Task'] = FederationReferenceTypes['Task']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Task']> | FederationReferenceType, FederationReferenceType, ContextType>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  assignee?: Resolver<Maybe<ResolversTypes['Assignee']>, ParentType, ContextType>;
  checklist?: Resolver<Array<ResolversTypes['ChecklistItem']>, ParentType, ContextType>;
  commentCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  comments?: Resolver<ResolversTypes['CommentConnection'], ParentType, ContextType, RequireFields<TaskcommentsArgs, 'first'>>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  placeVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['Stage']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TaskStatus'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  trashedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerCanComment?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanUpdate?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  visibility?: Resolver<ResolversTypes['Visibility'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskConnection'] = ResolversParentTypes['TaskConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TaskEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Task']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaskEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskEdge'] = ResolversParentTypes['TaskEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
};

export type TaskMovedMeanwhileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskMovedMeanwhile'] = ResolversParentTypes['TaskMovedMeanwhile']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  movedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskStatusResolvers = EnumResolverSignature<{ DONE?: any, IN_PROGRESS?: any, IN_REVIEW?: any, TODO?: any }, ResolversTypes['TaskStatus']>;

export type TaskVersionConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TaskVersionConflict'] = ResolversParentTypes['TaskVersionConflict']> = {
  changedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrashProjectResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrashProjectResult'] = ResolversParentTypes['TrashProjectResult']> = {
  __resolveType?: TypeResolveFn<'TrashProjectSuccess', ParentType, ContextType>;
};

export type TrashProjectSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrashProjectSuccess'] = ResolversParentTypes['TrashProjectSuccess']> = {
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrashTaskResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrashTaskResult'] = ResolversParentTypes['TrashTaskResult']> = {
  __resolveType?: TypeResolveFn<'TrashTaskSuccess', ParentType, ContextType>;
};

export type TrashTaskSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrashTaskSuccess'] = ResolversParentTypes['TrashTaskSuccess']> = {
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnshareProjectResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnshareProjectResult'] = ResolversParentTypes['UnshareProjectResult']> = {
  __resolveType?: TypeResolveFn<'UnshareProjectSuccess', ParentType, ContextType>;
};

export type UnshareProjectSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnshareProjectSuccess'] = ResolversParentTypes['UnshareProjectSuccess']> = {
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateChecklistResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateChecklistResult'] = ResolversParentTypes['UpdateChecklistResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInput' | 'TaskVersionConflict' | 'UpdateChecklistSuccess', ParentType, ContextType>;
};

export type UpdateChecklistSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateChecklistSuccess'] = ResolversParentTypes['UpdateChecklistSuccess']> = {
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateCommentResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateCommentResult'] = ResolversParentTypes['UpdateCommentResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInput' | 'UpdateCommentSuccess', ParentType, ContextType>;
};

export type UpdateCommentSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateCommentSuccess'] = ResolversParentTypes['UpdateCommentSuccess']> = {
  comment?: Resolver<ResolversTypes['Comment'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateProjectResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProjectResult'] = ResolversParentTypes['UpdateProjectResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInput' | 'ProjectVersionConflict' | 'UpdateProjectSuccess', ParentType, ContextType>;
};

export type UpdateProjectSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProjectSuccess'] = ResolversParentTypes['UpdateProjectSuccess']> = {
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateStageResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateStageResult'] = ResolversParentTypes['UpdateStageResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInput' | 'UpdateStageSuccess', ParentType, ContextType>;
};

export type UpdateStageSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateStageSuccess'] = ResolversParentTypes['UpdateStageSuccess']> = {
  project?: Resolver<ResolversTypes['Project'], ParentType, ContextType>;
  stage?: Resolver<ResolversTypes['Stage'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateTaskResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateTaskResult'] = ResolversParentTypes['UpdateTaskResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInput' | 'TaskVersionConflict' | 'UpdateTaskSuccess', ParentType, ContextType>;
};

export type UpdateTaskSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateTaskSuccess'] = ResolversParentTypes['UpdateTaskSuccess']> = {
  task?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType?: TypeResolveFn<'InvalidInput' | 'ProjectVersionConflict' | 'TaskMovedMeanwhile' | 'TaskVersionConflict', ParentType, ContextType>;
};

export type VisibilityResolvers = EnumResolverSignature<{ CLIENT?: any, TEAM?: any }, ResolversTypes['Visibility']>;

export type Resolvers<ContextType = Context> = {
  Activity?: ActivityResolvers<ContextType>;
  ActivityChange?: ActivityChangeResolvers<ContextType>;
  ActivityConnection?: ActivityConnectionResolvers<ContextType>;
  ActivityEdge?: ActivityEdgeResolvers<ContextType>;
  Actor?: ActorResolvers<ContextType>;
  ArchiveProjectResult?: ArchiveProjectResultResolvers<ContextType>;
  ArchiveProjectSuccess?: ArchiveProjectSuccessResolvers<ContextType>;
  ArchiveTaskResult?: ArchiveTaskResultResolvers<ContextType>;
  ArchiveTaskSuccess?: ArchiveTaskSuccessResolvers<ContextType>;
  Assignee?: AssigneeResolvers<ContextType>;
  BoardColumn?: BoardColumnResolvers<ContextType>;
  BoardGrouping?: BoardGroupingResolvers;
  ChecklistItem?: ChecklistItemResolvers<ContextType>;
  Client?: ClientResolvers<ContextType>;
  Comment?: CommentResolvers<ContextType>;
  CommentConnection?: CommentConnectionResolvers<ContextType>;
  CommentEdge?: CommentEdgeResolvers<ContextType>;
  CompleteTaskResult?: CompleteTaskResultResolvers<ContextType>;
  CompleteTaskSuccess?: CompleteTaskSuccessResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  CreateCommentResult?: CreateCommentResultResolvers<ContextType>;
  CreateCommentSuccess?: CreateCommentSuccessResolvers<ContextType>;
  CreateProjectResult?: CreateProjectResultResolvers<ContextType>;
  CreateProjectSuccess?: CreateProjectSuccessResolvers<ContextType>;
  CreateStageResult?: CreateStageResultResolvers<ContextType>;
  CreateStageSuccess?: CreateStageSuccessResolvers<ContextType>;
  CreateTaskResult?: CreateTaskResultResolvers<ContextType>;
  CreateTaskSuccess?: CreateTaskSuccessResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeleteCommentResult?: DeleteCommentResultResolvers<ContextType>;
  DeleteCommentSuccess?: DeleteCommentSuccessResolvers<ContextType>;
  GrantProjectResult?: GrantProjectResultResolvers<ContextType>;
  GrantProjectSuccess?: GrantProjectSuccessResolvers<ContextType>;
  GrantProjectsResult?: GrantProjectsResultResolvers<ContextType>;
  GrantProjectsSuccess?: GrantProjectsSuccessResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  MemberWork?: MemberWorkResolvers<ContextType>;
  MinorUnits?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  MoveTaskResult?: MoveTaskResultResolvers<ContextType>;
  MoveTaskSuccess?: MoveTaskSuccessResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Progress?: ProgressResolvers<ContextType>;
  Project?: ProjectResolvers<ContextType>;
  ProjectConnection?: ProjectConnectionResolvers<ContextType>;
  ProjectEdge?: ProjectEdgeResolvers<ContextType>;
  ProjectGrant?: ProjectGrantResolvers<ContextType>;
  ProjectGrantConnection?: ProjectGrantConnectionResolvers<ContextType>;
  ProjectGrantEdge?: ProjectGrantEdgeResolvers<ContextType>;
  ProjectShare?: ProjectShareResolvers<ContextType>;
  ProjectStatus?: ProjectStatusResolvers;
  ProjectVersionConflict?: ProjectVersionConflictResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RemoveStageResult?: RemoveStageResultResolvers<ContextType>;
  RemoveStageSuccess?: RemoveStageSuccessResolvers<ContextType>;
  RestoreCommentResult?: RestoreCommentResultResolvers<ContextType>;
  RestoreCommentSuccess?: RestoreCommentSuccessResolvers<ContextType>;
  RestoreProjectResult?: RestoreProjectResultResolvers<ContextType>;
  RestoreProjectSuccess?: RestoreProjectSuccessResolvers<ContextType>;
  RestoreTaskResult?: RestoreTaskResultResolvers<ContextType>;
  RestoreTaskSuccess?: RestoreTaskSuccessResolvers<ContextType>;
  RevokeMemberGrantsResult?: RevokeMemberGrantsResultResolvers<ContextType>;
  RevokeMemberGrantsSuccess?: RevokeMemberGrantsSuccessResolvers<ContextType>;
  RevokeProjectGrantResult?: RevokeProjectGrantResultResolvers<ContextType>;
  RevokeProjectGrantSuccess?: RevokeProjectGrantSuccessResolvers<ContextType>;
  ShareProjectResult?: ShareProjectResultResolvers<ContextType>;
  ShareProjectSuccess?: ShareProjectSuccessResolvers<ContextType>;
  Stage?: StageResolvers<ContextType>;
  Task?: TaskResolvers<ContextType>;
  TaskConnection?: TaskConnectionResolvers<ContextType>;
  TaskEdge?: TaskEdgeResolvers<ContextType>;
  TaskMovedMeanwhile?: TaskMovedMeanwhileResolvers<ContextType>;
  TaskStatus?: TaskStatusResolvers;
  TaskVersionConflict?: TaskVersionConflictResolvers<ContextType>;
  TrashProjectResult?: TrashProjectResultResolvers<ContextType>;
  TrashProjectSuccess?: TrashProjectSuccessResolvers<ContextType>;
  TrashTaskResult?: TrashTaskResultResolvers<ContextType>;
  TrashTaskSuccess?: TrashTaskSuccessResolvers<ContextType>;
  UnshareProjectResult?: UnshareProjectResultResolvers<ContextType>;
  UnshareProjectSuccess?: UnshareProjectSuccessResolvers<ContextType>;
  UpdateChecklistResult?: UpdateChecklistResultResolvers<ContextType>;
  UpdateChecklistSuccess?: UpdateChecklistSuccessResolvers<ContextType>;
  UpdateCommentResult?: UpdateCommentResultResolvers<ContextType>;
  UpdateCommentSuccess?: UpdateCommentSuccessResolvers<ContextType>;
  UpdateProjectResult?: UpdateProjectResultResolvers<ContextType>;
  UpdateProjectSuccess?: UpdateProjectSuccessResolvers<ContextType>;
  UpdateStageResult?: UpdateStageResultResolvers<ContextType>;
  UpdateStageSuccess?: UpdateStageSuccessResolvers<ContextType>;
  UpdateTaskResult?: UpdateTaskResultResolvers<ContextType>;
  UpdateTaskSuccess?: UpdateTaskSuccessResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Visibility?: VisibilityResolvers;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: accessDirectiveResolver<any, any, ContextType>;
};
