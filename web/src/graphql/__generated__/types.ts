export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A currency by its ISO 4217 code, for example `EUR`. */
  CurrencyCode: { input: string; output: string; }
  /** A day without a time, ISO 8601: `2026-11-22`. The studio's time zone decides which day it is. */
  Date: { input: string; output: string; }
  /** A moment in UTC, ISO 8601 with milliseconds: `2026-11-22T09:30:00.000Z`. */
  DateTime: { input: string; output: string; }
  /** A sum in the currency's smallest unit (cents), a whole number within JavaScript's safe integers. */
  MinorUnits: { input: number; output: number; }
};

/** Which invitation to accept. */
export type AcceptInvitationInput = {
  /** The secret from the link. */
  token: Scalars['String']['input'];
};

/** What an API key may do; never more than the person who made it. */
export type ApiKeyScope =
  /** Reads clients and contacts. */
  | 'CLIENTS_READ'
  /** Changes clients and contacts. */
  | 'CLIENTS_WRITE'
  /** Reads projects, tasks and comments. */
  | 'PROJECTS_READ'
  /** Changes projects, tasks and comments. */
  | 'PROJECTS_WRITE'
  /** Reads the studio and its members. */
  | 'STUDIO_READ';

/** Which client to archive. */
export type ArchiveClientInput = {
  /** True archives, false takes it back. */
  archived?: Scalars['Boolean']['input'];
  /** The client's id. */
  id: Scalars['ID']['input'];
};

/** Which project to archive. */
export type ArchiveProjectInput = {
  /** True archives, false takes it back. */
  archived?: Scalars['Boolean']['input'];
  /** The project's id. */
  id: Scalars['ID']['input'];
};

/** Which task to archive. */
export type ArchiveTaskInput = {
  /** True archives, false takes it back. */
  archived?: Scalars['Boolean']['input'];
  /** The task's id. */
  id: Scalars['ID']['input'];
};

/** Who acted. */
export type AuditLogActorKind =
  /** A program with an API key. */
  | 'API_KEY'
  /** A client's contact. */
  | 'CONTACT'
  /** A person of the studio, now or then. */
  | 'MEMBER'
  /** Somebody who was not let in, or who is not known. */
  | 'STRANGER'
  /** Atelier itself. */
  | 'SYSTEM';

/** What can be wrong with a line. */
export type AuditLogFaultKind =
  /** It doesn't say what it said. */
  | 'CHANGED'
  /** It is gone. */
  | 'MISSING'
  /** It lies behind the end of the log. */
  | 'UNEXPECTED'
  /** It doesn't follow the line before it. */
  | 'UNLINKED'
  /** It wasn't signed by this installation. */
  | 'UNSIGNED';

/** Which lines are asked for; what is left out or null is any. */
export type AuditLogFilter = {
  /** Only from this moment on. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only these kinds. */
  kinds?: InputMaybe<Array<AuditLogKind>>;
  /** Only what this member did, and what is about them: a member's id. */
  memberId?: InputMaybe<Scalars['ID']['input']>;
  /** Only before this moment. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What a line of an audit log tells of. */
export type AuditLogKind =
  /** A person's account stays: they undid its deletion, or a studio would have been left without an owner. */
  | 'ACCOUNT_DELETION_CANCELLED'
  /** A person had their account deleted in 14 days. */
  | 'ACCOUNT_DELETION_REQUESTED'
  /** An API key was made. */
  | 'API_KEY_CREATED'
  /** An API key was ended. */
  | 'API_KEY_REVOKED'
  /** An API key was given a new secret. */
  | 'API_KEY_ROTATED'
  /** An app that the studio registered was changed. */
  | 'APP_CHANGED'
  /** A member let an app in. */
  | 'APP_LET_IN'
  /** The studio registered an app. */
  | 'APP_REGISTERED'
  /** An app that the studio registered was removed. */
  | 'APP_REMOVED'
  /** An app that the studio registered was given a new secret. */
  | 'APP_SECRET_ROTATED'
  /** What a member had let an app do was ended: by them, by an owner or admin, or because the app was removed. */
  | 'APP_SHUT_OUT'
  /** A refresh token that an app had spent came again: somebody else holds it, so all that the app held for that member was ended. */
  | 'APP_TOKEN_REPLAYED'
  /** This log was downloaded. */
  | 'AUDIT_LOG_DOWNLOADED'
  /** A link for a client was made. */
  | 'CLIENT_LINK_CREATED'
  /** A client's link was ended. */
  | 'CLIENT_LINK_REVOKED'
  /** A client entered by their link. */
  | 'CLIENT_LINK_USED'
  /** A member changed the address that they sign in with. */
  | 'EMAIL_CHANGED'
  /** An export was downloaded. */
  | 'EXPORT_DOWNLOADED'
  /** An export was asked for: of the studio, or of a person's own data. */
  | 'EXPORT_REQUESTED'
  /** An invitation was taken back. */
  | 'INVITATION_REVOKED'
  /** Somebody was invited. */
  | 'MEMBER_INVITED'
  /** Somebody accepted an invitation. */
  | 'MEMBER_JOINED'
  /** A member, or a program of theirs, was not let in because they have no second factor; told once a day at most. */
  | 'MEMBER_KEPT_OUT'
  /** A member left or was taken out. */
  | 'MEMBER_REMOVED'
  /** A member was given another role. */
  | 'MEMBER_ROLE_CHANGED'
  /** A member was made owner. */
  | 'OWNERSHIP_TRANSFERRED'
  /** A member changed their password, or replaced a forgotten one. */
  | 'PASSWORD_CHANGED'
  /** A member joined an account at a provider: it signs them in from then on. */
  | 'PROVIDER_JOINED'
  /** A member took a provider off: it signs them in no more. */
  | 'PROVIDER_REMOVED'
  /** A member had new recovery codes made; the old ones are void. */
  | 'RECOVERY_CODES_RENEWED'
  /** A member signed in with a recovery code, which is used up. */
  | 'RECOVERY_CODE_USED'
  /** All second factors of a member were taken off by the mailed link, and all their sessions ended. */
  | 'RECOVERY_DONE'
  /** Somebody with a member's password said that all second factors are lost; they can be taken off a day later. */
  | 'RECOVERY_STARTED'
  /** That was stopped, by the mailed link or by signing in with a second factor. */
  | 'RECOVERY_STOPPED'
  /** A member set up an authenticator app or a passkey. */
  | 'SECOND_FACTOR_ADDED'
  /** A member did away with an authenticator app or a passkey. */
  | 'SECOND_FACTOR_REMOVED'
  /** A session of a member was ended from elsewhere: by themselves, or by the link in the mail about a new device. */
  | 'SESSION_ENDED'
  /** A member signed in. */
  | 'SIGNED_IN'
  /** A member signed in from a browser that had not been seen before. */
  | 'SIGNED_IN_FROM_NEW_DEVICE'
  /** A member signed out. */
  | 'SIGNED_OUT'
  /** Somebody tried to sign in as a member with a wrong password. */
  | 'SIGN_IN_FAILED'
  /** The studio's settings were changed. */
  | 'STUDIO_CHANGED'
  /** The studio was made. */
  | 'STUDIO_CREATED'
  /** An owner undid the studio's deletion. */
  | 'STUDIO_DELETION_CANCELLED'
  /** An owner had the studio deleted in 14 days. */
  | 'STUDIO_DELETION_REQUESTED';

/** What makes the columns of a board. */
export type BoardGrouping =
  /** A column a stage; tasks without one come first. */
  | 'STAGE'
  /** A column a task status. */
  | 'STATUS';

/** Which export to end. */
export type CancelExportInput = {
  /** The export's id. */
  id: Scalars['ID']['input'];
};

/** A member's new role. */
export type ChangeMemberRoleInput = {
  /** The member's id. */
  id: Scalars['ID']['input'];
  /** The new role. `OWNER` is given by `transferOwnership` only. */
  role: Role;
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

/** Narrows a list of clients; all that is given must hold. */
export type ClientFilter = {
  /** Only archived ones, or only others; left out: only those not archived. */
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  /** Words, or their beginnings, from the name or from a contact's name or address; all of them must be found. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** True: only those in the trash, archived or not. Left out or false: none of them. */
  trashed?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The kinds of client. */
export type ClientKind =
  /** A company, a publisher, a public body. */
  | 'COMPANY'
  /** A private person. */
  | 'PERSON';

/** Which task is done. */
export type CompleteTaskInput = {
  /** True marks it done, false takes that back (to `TODO`). */
  done?: Scalars['Boolean']['input'];
  /** The task's id. */
  id: Scalars['ID']['input'];
};

/** What a contact decides. */
export type ContactRole =
  /** Approves work. */
  | 'APPROVER'
  /** Pays invoices. */
  | 'PAYER';

/** A new key. */
export type CreateApiKeyInput = {
  /** When it ends; null when it shall not. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What it is for, 1 to 60 characters. */
  name: Scalars['String']['input'];
  /** What it may do, at least one. */
  scopes: Array<ApiKeyScope>;
};

/** The first contact of a new client. */
export type CreateClientContactInput = {
  /** The address. */
  email: Scalars['String']['input'];
  /** The name, 1 to 120 characters. */
  name: Scalars['String']['input'];
};

/** A new client. */
export type CreateClientInput = {
  /** The first contact. */
  contact?: InputMaybe<CreateClientContactInput>;
  /** The currency; the studio's when left out. */
  currency?: InputMaybe<Scalars['CurrencyCode']['input']>;
  /** The usual rate for an hour. */
  defaultRate?: InputMaybe<MoneyInput>;
  /** An id of your own (`client_…`), so that a repeat makes nothing twice. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** A company or a person. */
  kind?: ClientKind;
  /** The language, a BCP 47 tag. */
  language?: Scalars['String']['input'];
  /** The name, 1 to 120 characters. */
  name: Scalars['String']['input'];
  /** Notes for the team, at most 10,000 characters. */
  notes?: InputMaybe<Scalars['String']['input']>;
  /** Days until an invoice is due, 0 to 365. */
  paymentTermsDays?: Scalars['Int']['input'];
  /** The tax number, at most 32 characters. */
  vatId?: InputMaybe<Scalars['String']['input']>;
};

/** A new link. */
export type CreateClientLinkInput = {
  /** The contact whom it lets in. */
  contactId: Scalars['ID']['input'];
  /** The project that the link opens. */
  projectId: Scalars['ID']['input'];
  /** Whether to mail it to the contact. */
  sendMail?: Scalars['Boolean']['input'];
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

/** A new contact. */
export type CreateContactInput = {
  /** The client's id. */
  clientId: Scalars['ID']['input'];
  /** The address; each once a client. */
  email: Scalars['String']['input'];
  /** An id of your own (`contact_…`), so that a repeat makes nothing twice. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The name, 1 to 120 characters. */
  name: Scalars['String']['input'];
  /** The telephone number, at most 40 characters. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** What the person decides. */
  roles?: Array<ContactRole>;
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

/** A new studio. */
export type CreateStudioInput = {
  /** The currency that new sums start in. */
  currency?: Scalars['CurrencyCode']['input'];
  /** An id of your own (`studio_…`), so that a repeat makes nothing twice. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The language as a BCP 47 tag. */
  locale?: Scalars['String']['input'];
  /** The name, 1 to 80 characters. */
  name: Scalars['String']['input'];
  /** The name in addresses, 3 to 40 lower case letters, digits and hyphens; made from the name when left out. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** The IANA time zone that decides what today is. */
  timeZone?: Scalars['String']['input'];
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

/** Why an export failed. */
export type DataExportFailure =
  /** Something went wrong on our side. Ask for a new one; if it happens again, whoever runs this installation finds the reason in its log. */
  | 'INTERNAL'
  /** There is no room for the file. Whoever runs this installation has to make some. */
  | 'NO_SPACE'
  /** A part of Atelier did not answer, again and again. Ask for a new one later. */
  | 'UNAVAILABLE';

/** Whose export it is. */
export type DataExportKind =
  /** What is a person's own. */
  | 'PERSON'
  /** Everything of a studio. */
  | 'STUDIO';

/** What has become of an export. */
export type DataExportState =
  /** Somebody ended it. */
  | 'CANCELLED'
  /** Its file is gone. */
  | 'EXPIRED'
  /** It could not be made. */
  | 'FAILED'
  /** Its file can be downloaded. */
  | 'READY'
  /** It is being made. */
  | 'RUNNING'
  /** It waits for its turn: exports are made one after the other. */
  | 'WAITING';

/** Which comment to delete. */
export type DeleteCommentInput = {
  /** The comment's id. */
  id: Scalars['ID']['input'];
};

/** To whom to open a project. */
export type GrantProjectInput = {
  /** The guest's membership id. */
  memberId: Scalars['ID']['input'];
  /** The project's id. */
  projectId: Scalars['ID']['input'];
};

/** Which projects to open to whom. */
export type GrantProjectsInput = {
  /** The guest's membership id. */
  memberId: Scalars['ID']['input'];
  /** The projects' ids, at most 100. */
  projectIds: Array<Scalars['ID']['input']>;
};

/** Whom to invite. */
export type InviteMemberInput = {
  /** The address. */
  email: Scalars['String']['input'];
  /** For a guest: the projects to open to them, at most 50. */
  projectIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The role; `OWNER` can't be given by invitation. */
  role: Role;
  /** Whether the link is mailed. If not, it is in the answer, for the inviter to hand over; it is good for the invited address all the same. */
  sendMail?: Scalars['Boolean']['input'];
};

/** Which notifications to mark. */
export type MarkNotificationsReadInput = {
  /** Their ids, at most 100; left out: all. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** True marks read, false unread. */
  read?: Scalars['Boolean']['input'];
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

/** What a person is told of. */
export type NotificationKind =
  /** A task was given to them. */
  | 'ASSIGNED'
  /** Somebody commented on a task of theirs. */
  | 'COMMENTED'
  /** Somebody mentioned them in a comment. */
  | 'MENTIONED';

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

/** A new app. */
export type RegisterAppInput = {
  /** What it is for, 200 characters at most. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The address of its own pages. */
  homepage?: InputMaybe<Scalars['String']['input']>;
  /** Whether it keeps a secret; one that runs in browsers or on phones cannot. */
  isConfidential?: Scalars['Boolean']['input'];
  /** What it is called, 1 to 60 characters. */
  name: Scalars['String']['input'];
  /** What it may do for itself in this studio, as the member who registers it. */
  ownScopes?: Array<ApiKeyScope>;
  /** Where people may be sent back to, at most 10: https, http on 127.0.0.1, or a scheme of its own with a dot. */
  redirectUris: Array<Scalars['String']['input']>;
  /** What it may ask people for. */
  scopes: Array<ApiKeyScope>;
};

/** Which app to remove. */
export type RemoveAppInput = {
  /** The app's id. */
  id: Scalars['ID']['input'];
};

/** Whom to take away. */
export type RemoveContactInput = {
  /** The contact's id. */
  id: Scalars['ID']['input'];
};

/** Whom to take out. */
export type RemoveMemberInput = {
  /** The member's id. */
  id: Scalars['ID']['input'];
  /** Another member, not a guest, who takes on the open tasks; without one they are nobody's. */
  tasksTo?: InputMaybe<Scalars['ID']['input']>;
};

/** Which passkey to remove. */
export type RemovePasskeyInput = {
  /** The passkey's id. */
  id: Scalars['ID']['input'];
};

/** Which stage to remove. */
export type RemoveStageInput = {
  /** The stage's id. */
  id: Scalars['ID']['input'];
};

/** A new name for a passkey. */
export type RenamePasskeyInput = {
  /** The passkey's id. */
  id: Scalars['ID']['input'];
  /** The name, 1 to 60 characters. */
  name: Scalars['String']['input'];
};

/** What shows that the account is meant. */
export type RequestAccountDeletionInput = {
  /** The account's e-mail address, as it is written. */
  email: Scalars['String']['input'];
};

/** What shows that the studio is meant. */
export type RequestStudioDeletionInput = {
  /** The studio's name, as it is written. */
  name: Scalars['String']['input'];
};

/** Whether to ask for a second factor. */
export type RequireSecondFactorInput = {
  /** How many days members have, 0 to 90; null asks for none any more. */
  days?: InputMaybe<Scalars['Int']['input']>;
};

/** Which invitation to mail again. */
export type ResendInvitationInput = {
  /** The invitation's id. */
  id: Scalars['ID']['input'];
};

/** Which client to take back. */
export type RestoreClientInput = {
  /** The client's id. */
  id: Scalars['ID']['input'];
};

/** Which comment to take back. */
export type RestoreCommentInput = {
  /** The comment's id. */
  id: Scalars['ID']['input'];
};

/** Which project to take back. */
export type RestoreProjectInput = {
  /** The project's id. */
  id: Scalars['ID']['input'];
};

/** Which task to take back. */
export type RestoreTaskInput = {
  /** The task's id. */
  id: Scalars['ID']['input'];
};

/** Which key to end. */
export type RevokeApiKeyInput = {
  /** The key's id. */
  id: Scalars['ID']['input'];
};

/** What to end. */
export type RevokeAppGrantInput = {
  /** The grant's id. */
  id: Scalars['ID']['input'];
};

/** Which link to end. */
export type RevokeClientLinkInput = {
  /** The link's id. */
  id: Scalars['ID']['input'];
};

/** Which invitation to take back. */
export type RevokeInvitationInput = {
  /** The invitation's id. */
  id: Scalars['ID']['input'];
};

/** To whom to close every project. */
export type RevokeMemberGrantsInput = {
  /** The guest's membership id. */
  memberId: Scalars['ID']['input'];
};

/** To whom to close a project. */
export type RevokeProjectGrantInput = {
  /** The guest's membership id. */
  memberId: Scalars['ID']['input'];
  /** The project's id. */
  projectId: Scalars['ID']['input'];
};

/** Which session to end. */
export type RevokeSessionInput = {
  /** The session's id. */
  id: Scalars['ID']['input'];
};

/** What a person may do in a studio. */
export type Role =
  /** Reads projects and clients, works on money. */
  | 'ACCOUNTANT'
  /** Everything but ownership. */
  | 'ADMIN'
  /** Works on projects. */
  | 'ARTIST'
  /** A subcontractor: sees only the projects that were granted. */
  | 'GUEST'
  /** Runs projects and clients. */
  | 'MANAGER'
  /** Everything, and the only role that can't be taken away by others. */
  | 'OWNER';

/** Which key is given a new secret. */
export type RotateApiKeyInput = {
  /** The key's id. */
  id: Scalars['ID']['input'];
  /** When the old secret ends: 7 days from now at most, 24 hours when left out. A moment that has passed ends it at once. */
  previousEndsAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Which app shall have a new secret. */
export type RotateAppSecretInput = {
  /** The app's id. */
  id: Scalars['ID']['input'];
  /** When the old secret ends: 7 days from now at most, 24 hours when left out. A moment that has passed ends it at once. */
  previousEndsAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Whom to let in. */
export type ShareProjectInput = {
  /** The contact's id. */
  contactId: Scalars['ID']['input'];
  /** The project's id. */
  projectId: Scalars['ID']['input'];
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

/** Whom to make an owner. */
export type TransferOwnershipInput = {
  /** The member's id; somebody who is invited joins first. */
  id: Scalars['ID']['input'];
  /** Whether the viewer becomes an admin; else both are owners. */
  stepDown: Scalars['Boolean']['input'];
};

/** Which client to put in the trash. */
export type TrashClientInput = {
  /** The client's id. */
  id: Scalars['ID']['input'];
};

/** Which project to put in the trash. */
export type TrashProjectInput = {
  /** The project's id. */
  id: Scalars['ID']['input'];
};

/** Which task to put in the trash. */
export type TrashTaskInput = {
  /** The task's id. */
  id: Scalars['ID']['input'];
};

/** Whom to shut out. */
export type UnshareProjectInput = {
  /** The contact's id. */
  contactId: Scalars['ID']['input'];
  /** The project's id. */
  projectId: Scalars['ID']['input'];
};

/** An app as it is to be. What is left out is taken away. */
export type UpdateAppInput = {
  /** What it is for, 200 characters at most. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The version that the changes were made to. */
  expectedVersion: Scalars['Int']['input'];
  /** The address of its own pages. */
  homepage?: InputMaybe<Scalars['String']['input']>;
  /** The app's id. */
  id: Scalars['ID']['input'];
  /** What it is called, 1 to 60 characters. */
  name: Scalars['String']['input'];
  /** What it may do for itself in this studio, as the member who has registered it. */
  ownScopes?: Array<ApiKeyScope>;
  /** Where people may be sent back to, at most 10: https, http on 127.0.0.1, or a scheme of its own with a dot. */
  redirectUris: Array<Scalars['String']['input']>;
  /** What it may ask people for. */
  scopes: Array<ApiKeyScope>;
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

/** What to change in a client; a field that is left out stays as it is. */
export type UpdateClientInput = {
  /** The currency. */
  currency?: InputMaybe<Scalars['CurrencyCode']['input']>;
  /** The usual rate for an hour; null takes it away. */
  defaultRate?: InputMaybe<MoneyInput>;
  /** The version that the change was made from. */
  expectedVersion: Scalars['Int']['input'];
  /** The client's id. */
  id: Scalars['ID']['input'];
  /** A company or a person. */
  kind?: InputMaybe<ClientKind>;
  /** The language, a BCP 47 tag. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** The name, 1 to 120 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Notes for the team, at most 10,000 characters. */
  notes?: InputMaybe<Scalars['String']['input']>;
  /** Days until an invoice is due, 0 to 365. */
  paymentTermsDays?: InputMaybe<Scalars['Int']['input']>;
  /** The tax number, at most 32 characters; null takes it away. */
  vatId?: InputMaybe<Scalars['String']['input']>;
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

/** What to change in a contact; a field that is left out stays as it is. */
export type UpdateContactInput = {
  /** The address; each once a client. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** The version that the change was made from. */
  expectedVersion: Scalars['Int']['input'];
  /** The contact's id. */
  id: Scalars['ID']['input'];
  /** The name, 1 to 120 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The telephone number; null takes it away. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** What the person decides. */
  roles?: InputMaybe<Array<ContactRole>>;
};

/** The channels for a kind of event. */
export type UpdateNotificationSettingInput = {
  /** Whether it shows in the app. */
  inApp: Scalars['Boolean']['input'];
  /** The kind of event. */
  kind: NotificationKind;
  /** Whether it is mailed. */
  mail: Scalars['Boolean']['input'];
};

/** What to change in a profile; a field that is left out stays as it is. */
export type UpdateProfileInput = {
  /** A BCP 47 language tag, or null to follow the browser. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** The new name, 1 to 80 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** An IANA time zone, or null to follow the browser. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
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

/** What to change in a stage; a field that is left out stays as it is. */
export type UpdateStageInput = {
  /** The stage to come before; null puts it at the end. */
  beforeId?: InputMaybe<Scalars['ID']['input']>;
  /** The stage's id. */
  id: Scalars['ID']['input'];
  /** The name, 1 to 60 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** What to change in the studio; a field that is left out stays as it is. */
export type UpdateStudioInput = {
  /** The currency that new sums start in. */
  currency?: InputMaybe<Scalars['CurrencyCode']['input']>;
  /** The version that the change was made from; a newer one is answered with a conflict. */
  expectedVersion: Scalars['Int']['input'];
  /** The language as a BCP 47 tag. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** The name, 1 to 80 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The name in addresses. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** The IANA time zone. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
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

/** The kinds of viewer. */
export type ViewerKind =
  /** A program with an API key. */
  | 'API_KEY'
  /** A client's contact who came by a link. */
  | 'CONTACT'
  /** A person with an account. */
  | 'USER';

/** Who sees a thing in a project. */
export type Visibility =
  /** The studio and the client's contacts who were let in. */
  | 'CLIENT'
  /** The studio's people only. */
  | 'TEAM';
