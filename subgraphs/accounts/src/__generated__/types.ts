import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AccountDeletionMapper, LeavingMapper, LeavingStudioMapper, StudioDeletionMapper } from './../deletions/schema.mappers.ts';
import type { ApiKeyMapper } from './../api-keys/schema.mappers.ts';
import type { AppMapper, AppGrantMapper, AskingAppMapper } from './../apps/schema.mappers.ts';
import type { AuditLogCheckMapper, AuditLogConnectionMapper, AuditLogFaultMapper, AuditLogLineMapper } from './../audit-log/schema.mappers.ts';
import type { ClientLinkMapper, ProjectMapper } from './../client-links/schema.mappers.ts';
import type { ContactMapper, SessionMapper, UserMapper, ViewerMapper } from './../users/schema.mappers.ts';
import type { DataExportMapper, DataExportConnectionMapper } from './../exports/schema.mappers.ts';
import type { InvitationMapper } from './../invitations/schema.mappers.ts';
import type { MemberMapper, MemberConnectionMapper } from './../members/schema.mappers.ts';
import type { PasskeyMapper } from './../auth/schema.mappers.ts';
import type { StudioMapper, StudioVersionConflictMapper } from './../studios/schema.mappers.ts';
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

/** Which invitation to accept. */
export type AcceptInvitationInput = {
  /** The secret from the link. */
  token: Scalars['String']['input'];
};

/** What became of accepting. */
export type AcceptInvitationResult = AcceptInvitationSuccess | InvitationNotUsable;

/** The viewer has joined. */
export type AcceptInvitationSuccess = {
  __typename?: 'AcceptInvitationSuccess';
  /** The new membership. */
  member: Member;
};

/** An account that is to be deleted. Until then everything works as before, and its person can undo it. */
export type AccountDeletion = {
  __typename?: 'AccountDeletion';
  /** When the account goes: 14 days after it was asked for. */
  dueAt: Scalars['DateTime']['output'];
  /** When it was asked for. */
  requestedAt: Scalars['DateTime']['output'];
};

/** The account is being deleted right now: it can no longer be undone. */
export type AccountDeletionUnderWay = UserError & {
  __typename?: 'AccountDeletionUnderWay';
  /** Always `DELETION_UNDER_WAY`. */
  code: Scalars['String']['output'];
  /** What happened. */
  message: Scalars['String']['output'];
  /** Always null. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** The address belongs to a member already. */
export type AlreadyMember = UserError & {
  __typename?: 'AlreadyMember';
  /** Always `ALREADY_MEMBER`. */
  code: Scalars['String']['output'];
  /** What happened and what to do. */
  message: Scalars['String']['output'];
  /** The path to the input field. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** The member is an owner already. */
export type AlreadyOwner = UserError & {
  __typename?: 'AlreadyOwner';
  /** Always `ALREADY_OWNER`. */
  code: Scalars['String']['output'];
  /** What happened and what to do. */
  message: Scalars['String']['output'];
  /** The path to the input field. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A key for programs, tied to one studio and to the person who made it. */
export type ApiKey = Node & {
  __typename?: 'ApiKey';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it ends; null when it doesn't. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The key's id (not its secret). */
  id: Scalars['ID']['output'];
  /** When it was last used, to the minute; null when never. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it is for, in the words of who made it. */
  name: Scalars['String']['output'];
  /** The first characters of the secret, to tell keys apart. */
  prefix: Scalars['String']['output'];
  /** Until when the secret before the present one works, too; null when it was never given a new one. */
  previousEndsAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the key may do. */
  scopes: Array<ApiKeyScope>;
  /** Whether the viewer may give it a new secret: only whoever made it may, since it acts as them. */
  viewerCanRotate: Scalars['Boolean']['output'];
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

/** A program of somebody else that works with Atelier over OAuth 2.1, for people who let it. Needs owner or admin of the studio that has registered it. */
export type App = Node & {
  __typename?: 'App';
  /** When it was registered. */
  createdAt: Scalars['DateTime']['output'];
  /** What it is for, in its makers' words; null when they have given none. */
  description?: Maybe<Scalars['String']['output']>;
  /** The address of its own pages; null when it has given none. */
  homepage?: Maybe<Scalars['String']['output']>;
  /** The app's id, which is also its `client_id`. */
  id: Scalars['ID']['output'];
  /** Whether it keeps a secret; one that runs in browsers or on phones cannot. */
  isConfidential: Scalars['Boolean']['output'];
  /** When it last acted for itself, to the minute; null when never. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The address of its picture; null when it has none. Set by `POST /media/app-logo?app=<id>`. */
  logo?: Maybe<Scalars['String']['output']>;
  /** What it is called. */
  name: Scalars['String']['output'];
  /** What it may do for itself in the studio that has registered it, as the member who did; empty where it may not. */
  ownScopes: Array<ApiKeyScope>;
  /** How many people let it in, in all studios. */
  peopleCount: Scalars['Int']['output'];
  /** Until when the secret before the present one works, too; null where there was none. */
  previousSecretEndsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where people may be sent back to, compared letter by letter. */
  redirectUris: Array<Scalars['String']['output']>;
  /** What it may ask people for. */
  scopes: Array<ApiKeyScope>;
  /** Counts the changes by `updateApp`; send it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Whether the viewer may let it do more for itself: only whoever registered it may. */
  viewerCanExtendOwnScopes: Scalars['Boolean']['output'];
  /** Whether the viewer may give it a new secret: of an app that acts for itself, only whoever registered it may. */
  viewerCanRotateSecret: Scalars['Boolean']['output'];
};

/** What a person lets an app do in one studio. Visible to that person, and to owners and admins of the studio. */
export type AppGrant = Node & {
  __typename?: 'AppGrant';
  /** The address of the app's picture; null when it has none. */
  appLogo?: Maybe<Scalars['String']['output']>;
  /** What the app is called. */
  appName: Scalars['String']['output'];
  /** When it was let in. */
  createdAt: Scalars['DateTime']['output'];
  /** The grant's id. */
  id: Scalars['ID']['output'];
  /** When it was last used, to the minute; null when never. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The member who let it in. */
  member?: Maybe<Member>;
  /** What it may do; never more than that member. */
  scopes: Array<ApiKeyScope>;
  /** The studio in which it may. */
  studioName: Scalars['String']['output'];
};

/** Somebody changed the app in the meantime; nothing of yours was saved. */
export type AppVersionConflict = UserError & {
  __typename?: 'AppVersionConflict';
  /** The app as it is now. */
  app: App;
  /** Always `VERSION_CONFLICT`. */
  code: Scalars['String']['output'];
  /** What happened and what to do. */
  message: Scalars['String']['output'];
  /** Always null. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** What a person is told of an app before they let it in. */
export type AskingApp = {
  __typename?: 'AskingApp';
  /** What it is for, in its makers' words; null when they have given none. */
  description?: Maybe<Scalars['String']['output']>;
  /** The address of its own pages; null when it has given none. */
  homepage?: Maybe<Scalars['String']['output']>;
  /** The address of its picture; null when it has none. */
  logo?: Maybe<Scalars['String']['output']>;
  /** What it is called. */
  name: Scalars['String']['output'];
  /** What the studio that has registered it is called. */
  studioName: Scalars['String']['output'];
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

/** A field that changed. */
export type AuditLogChange = {
  __typename?: 'AuditLogChange';
  /** As it is; null when there is nothing. */
  after?: Maybe<Scalars['String']['output']>;
  /** As it was; null when there was nothing. */
  before?: Maybe<Scalars['String']['output']>;
  /** The field's name. */
  field: Scalars['String']['output'];
};

/** Whether an audit log is whole: each line holds the hash of the one before, and a signature that the database can't make. */
export type AuditLogCheck = {
  __typename?: 'AuditLogCheck';
  /** What is wrong, at most 20 things. */
  faults: Array<AuditLogFault>;
  /** Whether no line was changed, taken out or added behind our back. */
  isIntact: Scalars['Boolean']['output'];
  /** How many lines there are. */
  lines: Scalars['Int']['output'];
};

/** A page of an audit log. */
export type AuditLogConnection = {
  __typename?: 'AuditLogConnection';
  /** The lines with their cursors. */
  edges: Array<AuditLogEdge>;
  /** The lines. */
  nodes: Array<AuditLogLine>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many lines match in all. */
  totalCount: Scalars['Int']['output'];
};

/** A line on a page. */
export type AuditLogEdge = {
  __typename?: 'AuditLogEdge';
  /** The cursor to go on after. */
  cursor: Scalars['String']['output'];
  /** The line. */
  node: AuditLogLine;
};

/** Something that is wrong with an audit log. */
export type AuditLogFault = {
  __typename?: 'AuditLogFault';
  /** What is wrong with it. */
  kind: AuditLogFaultKind;
  /** The number of the line. */
  number: Scalars['Int']['output'];
};

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

/** A line of a studio's audit log. It is never changed and never taken away. */
export type AuditLogLine = {
  __typename?: 'AuditLogLine';
  /** The member who acted; null for others, and when they have left. */
  actor?: Maybe<Member>;
  /** Who acted. */
  actorKind: AuditLogActorKind;
  /** What the member who acted is, or was last, called; null for others. */
  actorName?: Maybe<Scalars['String']['output']>;
  /** The network address that it came from; of what a signed-in person did, where their session was last seen. Null when it is not known. */
  address?: Maybe<Scalars['String']['output']>;
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** What changed. Never a secret. */
  changes: Array<AuditLogChange>;
  /** Browser and system as far as they tell, for example `Firefox on Linux`; null when nothing is known. */
  device?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  kind: AuditLogKind;
  /** The line's number in its studio, from 1 without a gap. */
  number: Scalars['Int']['output'];
  /** What the member is, or was last, called whom it is about; null when it is about no member. */
  targetName?: Maybe<Scalars['String']['output']>;
};

/** What became of undoing the account's deletion. */
export type CancelAccountDeletionResult = AccountDeletionUnderWay | CancelAccountDeletionSuccess;

/** The account stays. */
export type CancelAccountDeletionSuccess = {
  __typename?: 'CancelAccountDeletionSuccess';
  /** The person, without a deletion. */
  user: User;
};

/** Which export to end. */
export type CancelExportInput = {
  /** The export's id. */
  id: Scalars['ID']['input'];
};

/** What became of ending an export. */
export type CancelExportResult = CancelExportSuccess;

/** The export has ended. */
export type CancelExportSuccess = {
  __typename?: 'CancelExportSuccess';
  /** The export as it is now. */
  export: DataExport;
};

/** What became of undoing the studio's deletion. */
export type CancelStudioDeletionResult = CancelStudioDeletionSuccess;

/** The studio stays. */
export type CancelStudioDeletionSuccess = {
  __typename?: 'CancelStudioDeletionSuccess';
  /** The studio, without a deletion. */
  studio: Studio;
};

/** A member's new role. */
export type ChangeMemberRoleInput = {
  /** The member's id. */
  id: Scalars['ID']['input'];
  /** The new role. `OWNER` is given by `transferOwnership` only. */
  role: Role;
};

/** What became of changing a role. `InvalidInput` has the code `USE_TRANSFER_OWNERSHIP`. */
export type ChangeMemberRoleResult = ChangeMemberRoleSuccess | InvalidInput | LastOwner | MemberGone;

/** The role was changed. */
export type ChangeMemberRoleSuccess = {
  __typename?: 'ChangeMemberRoleSuccess';
  /** The member as they are now. */
  member: Member;
};

/** A link by which a client's contact enters without an account. */
export type ClientLink = Node & {
  __typename?: 'ClientLink';
  /** The contact whom it lets in. */
  contact?: Maybe<Contact>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it ends; the page behind an ended link offers to mail a new one. */
  expiresAt: Scalars['DateTime']['output'];
  /** The link's id (not its secret). */
  id: Scalars['ID']['output'];
  /** When it was last used; null when never. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A person at a client; owned by the clients domain. */
export type Contact = {
  __typename?: 'Contact';
  /** The contact's id. */
  id: Scalars['ID']['output'];
};

/** A new key. */
export type CreateApiKeyInput = {
  /** When it ends; null when it shall not. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What it is for, 1 to 60 characters. */
  name: Scalars['String']['input'];
  /** What it may do, at least one. */
  scopes: Array<ApiKeyScope>;
};

/** What became of making a key. */
export type CreateApiKeyResult = CreateApiKeySuccess | InvalidInput;

/** The key was made. */
export type CreateApiKeySuccess = {
  __typename?: 'CreateApiKeySuccess';
  /** The key. */
  apiKey: ApiKey;
  /** The secret, shown this once. Send it as `Authorization: Bearer …`. */
  secret: Scalars['String']['output'];
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

/** What became of making a link. */
export type CreateClientLinkResult = CreateClientLinkSuccess | InvalidInput;

/** The link was made. */
export type CreateClientLinkSuccess = {
  __typename?: 'CreateClientLinkSuccess';
  /** The link. */
  link: ClientLink;
  /** Its address, shown this once. */
  url: Scalars['String']['output'];
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

/** What became of making a studio. */
export type CreateStudioResult = CreateStudioSuccess | InvalidInput | StudioSlugTaken;

/** The studio was made. */
export type CreateStudioSuccess = {
  __typename?: 'CreateStudioSuccess';
  /** The new studio. */
  studio: Studio;
};

/** An export: one ZIP with everything of a studio, or with what is a person's own, as JSON and CSV, with pictures. Visible to the studio's owners, or to that person. */
export type DataExport = Node & {
  __typename?: 'DataExport';
  /** Where the file is, for a browser that is signed in and has shown lately that it is them: else it is answered with 403 and `FRESH_PROOF_NEEDED`. Null unless the export is ready. */
  downloadUrl?: Maybe<Scalars['String']['output']>;
  /** Until when it can be downloaded: 7 days from when it was ready. Null until then. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it failed; null unless it did. */
  failure?: Maybe<DataExportFailure>;
  /** The export's id. */
  id: Scalars['ID']['output'];
  /** Whether it is of a studio or of a person. */
  kind: DataExportKind;
  /** How much of the work is done, in percent: collecting rows and pictures, and packing them. Rises while the export is being made, and begins at 0 again where that is begun anew. Null unless it is being made. */
  progress?: Maybe<Scalars['Int']['output']>;
  /** When the file was ready; null until then. */
  readyAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was asked for. */
  requestedAt: Scalars['DateTime']['output'];
  /** How many rows are in it by now. */
  rowsDone: Scalars['Int']['output'];
  /** How many rows there are to be, counted at the beginning; null until then. */
  rowsTotal?: Maybe<Scalars['Int']['output']>;
  /** The size of the file in bytes, as a float since it may be more than 2 GiB; null until it is ready. */
  size?: Maybe<Scalars['Float']['output']>;
  /** What has become of it. */
  state: DataExportState;
};

/** A page of exports. */
export type DataExportConnection = {
  __typename?: 'DataExportConnection';
  /** The exports with their cursors. */
  edges: Array<DataExportEdge>;
  /** The exports. */
  nodes: Array<DataExport>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** An export on a page. */
export type DataExportEdge = {
  __typename?: 'DataExportEdge';
  /** The cursor to go on after. */
  cursor: Scalars['String']['output'];
  /** The export. */
  node: DataExport;
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

/** So many exports were asked for within 24 hours that the next has to wait. */
export type ExportLimitReached = UserError & {
  __typename?: 'ExportLimitReached';
  /** Always `EXPORT_LIMIT_REACHED`. */
  code: Scalars['String']['output'];
  /** What happened and what to do. */
  message: Scalars['String']['output'];
  /** Always null. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** From when on the next one can be asked for. */
  retryAt: Scalars['DateTime']['output'];
};

/** What could take an account away is done only for somebody who has shown lately that it is them. Show it below `/auth`, then repeat what was asked. */
export type FreshProofNeeded = UserError & {
  __typename?: 'FreshProofNeeded';
  /** Always `FRESH_PROOF_NEEDED`. */
  code: Scalars['String']['output'];
  /** What happened and what to do. */
  message: Scalars['String']['output'];
  /** Always null. */
  path?: Maybe<Array<Scalars['String']['output']>>;
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

/** An invitation that waits for an answer. */
export type Invitation = Node & {
  __typename?: 'Invitation';
  /** When it was sent. */
  createdAt: Scalars['DateTime']['output'];
  /** The address that was invited. */
  email: Scalars['String']['output'];
  /** When it ends: 7 days after it was sent. */
  expiresAt: Scalars['DateTime']['output'];
  /** The invitation's id. */
  id: Scalars['ID']['output'];
  /** Who invited; null when they left. */
  invitedBy?: Maybe<Member>;
  /** For a guest: the projects that open on joining; null for those that the viewer does not see or that are gone. */
  projects: Array<Maybe<Project>>;
  /** The role that waits. */
  role: Role;
};

/** The link is not good: expired, taken back, used, or for another address. */
export type InvitationNotUsable = UserError & {
  __typename?: 'InvitationNotUsable';
  /** `INVITATION_EXPIRED`, or `WRONG_ADDRESS` when the viewer has another address than the one invited. */
  code: Scalars['String']['output'];
  /** What happened and what to do. */
  message: Scalars['String']['output'];
  /** Always null. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** What somebody with the link may know before accepting. */
export type InvitationPreview = {
  __typename?: 'InvitationPreview';
  /** The address that was invited. */
  email: Scalars['String']['output'];
  /** When the invitation ends. */
  expiresAt: Scalars['DateTime']['output'];
  /** Who invites. */
  invitedBy: Scalars['String']['output'];
  /** The role that waits. */
  role: Role;
  /** The studio's logo; null when there is none. */
  studioLogo?: Maybe<Scalars['String']['output']>;
  /** The studio's name. */
  studioName: Scalars['String']['output'];
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

/** What became of inviting. */
export type InviteMemberResult = AlreadyMember | InvalidInput | InviteMemberSuccess;

/** The invitation was made. */
export type InviteMemberSuccess = {
  __typename?: 'InviteMemberSuccess';
  /** The invitation. */
  invitation: Invitation;
  /** The link, shown this once; null when it was mailed. */
  url?: Maybe<Scalars['String']['output']>;
};

/** A studio needs an owner; make somebody else owner first. */
export type LastOwner = UserError & {
  __typename?: 'LastOwner';
  /** Always `LAST_OWNER`. */
  code: Scalars['String']['output'];
  /** What happened and what to do. */
  message: Scalars['String']['output'];
  /** Always null. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** What becomes of a person's studios when their account goes. */
export type Leaving = {
  __typename?: 'Leaving';
  /** Studios in which the person is alone: they are deleted with the account. */
  gone: Array<LeavingStudio>;
  /** The other studios: the membership ends, and what the person did there stays, without a name. */
  left: Array<LeavingStudio>;
  /** Studios in which others would be left without an owner: the account cannot be deleted until they have one, or are deleted. */
  needOwner: Array<LeavingStudio>;
};

/** A studio of a person who wants to leave. */
export type LeavingStudio = {
  __typename?: 'LeavingStudio';
  /** The studio's id. */
  id: Scalars['ID']['output'];
  /** The studio's name. */
  name: Scalars['String']['output'];
  /** The studio's name in addresses. */
  slug: Scalars['String']['output'];
};

/** A person in a studio. */
export type Member = Node & {
  __typename?: 'Member';
  /** The person's address. Null for guests and clients, who don't see it. */
  email?: Maybe<Scalars['String']['output']>;
  /** Whether the member has a second factor. Null for those who are not that member and may not manage members. */
  hasSecondFactor?: Maybe<Scalars['Boolean']['output']>;
  /** The membership's id. */
  id: Scalars['ID']['output'];
  /** Whether this is the viewer. */
  isViewer: Scalars['Boolean']['output'];
  /** When the person joined. */
  joinedAt: Scalars['DateTime']['output'];
  /** What ends and what stays when this member leaves. Null for viewers who neither are this member nor may manage members. */
  leaving?: Maybe<MemberLeaving>;
  /** The person's name. */
  name: Scalars['String']['output'];
  /** The person's picture; null when there is none. */
  picture?: Maybe<Scalars['String']['output']>;
  /** What the person may do. */
  role: Role;
  /** From when on the member is kept out until they set a second factor up. Null where none is asked for or they have one, and for those who may not know. */
  secondFactorDueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The studio. Null when the viewer may not see it. */
  studio?: Maybe<Studio>;
};

/** A page of members. */
export type MemberConnection = {
  __typename?: 'MemberConnection';
  /** The members with their cursors. */
  edges: Array<MemberEdge>;
  /** The members. */
  nodes: Array<Member>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many members there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** A member on a page. */
export type MemberEdge = {
  __typename?: 'MemberEdge';
  /** The cursor to go on after. */
  cursor: Scalars['String']['output'];
  /** The member. */
  node: Member;
};

/** The member has left this studio, or was taken out of it, in the meantime. */
export type MemberGone = UserError & {
  __typename?: 'MemberGone';
  /** Always `MEMBER_GONE`. */
  code: Scalars['String']['output'];
  /** What happened and what to do. */
  message: Scalars['String']['output'];
  /** The path to the input field. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** What becomes of a member's ways in, and of those that they made for others, when they leave. What they work on is in `work`. */
export type MemberLeaving = {
  __typename?: 'MemberLeaving';
  /** How many API keys of theirs end at once. */
  apiKeys: Scalars['Int']['output'];
  /** How many apps no longer act for them. */
  appGrants: Scalars['Int']['output'];
  /** How many apps that they registered no longer act on their own; the apps stay, and go on for those who let them in. */
  appsOnTheirOwn: Scalars['Int']['output'];
  /** How many links for clients they made that are open now. These stay. */
  clientLinks: Scalars['Int']['output'];
  /** How many invitations that they sent wait. These stay. */
  invitations: Scalars['Int']['output'];
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

export type Mutation = {
  __typename?: 'Mutation';
  /** Joins the studio of an invitation. The viewer's verified address must be the one that was invited. */
  acceptInvitation: AcceptInvitationResult;
  /** Undoes the deletion of the account of the person who asks. Undoing what does not wait does nothing. */
  cancelAccountDeletion: CancelAccountDeletionResult;
  /** Ends an export that is under way. One that has ended stays as it is. */
  cancelExport: CancelExportResult;
  /** Undoes the deletion of the active studio. Needs the role owner. Undoing what does not wait does nothing. */
  cancelStudioDeletion: CancelStudioDeletionResult;
  /** Changes what a member may do. Needs owner or admin; the last owner stays. Makes nobody an owner: that is `transferOwnership`. */
  changeMemberRole: ChangeMemberRoleResult;
  /** Makes an API key. Needs owner or admin. The secret is in this answer and nowhere else. */
  createApiKey: CreateApiKeyResult;
  /** Makes a link for a contact who has been let into a project (see `shareProject`). The address is in this answer and nowhere else. With `sendMail`, it is mailed to the contact too. */
  createClientLink: CreateClientLinkResult;
  /** Makes a studio; the viewer becomes its owner. Bring your own `id` to make a repeat harmless. */
  createStudio: CreateStudioResult;
  /** Invites somebody by mail. Needs owner or admin. Inviting the same address again sends a new link and ends the old one. */
  inviteMember: InviteMemberResult;
  /** Registers an app. Needs owner or admin. The secret is in this answer and nowhere else. */
  registerApp: RegisterAppResult;
  /** Removes an app: whatever anybody has let it do ends at once, in every studio. */
  removeApp: RemoveAppResult;
  /** Removes the demo: its studios with all that is in them, and its people, the viewer's account among them if it is of the demo. Needs the owner of a demo studio, and can't be undone. */
  removeDemoData: RemoveDemoDataResult;
  /** Takes a member out of the studio, or leaves it when it is the viewer. What they made stays; their keys end, and what they had to do is handed over or nobody's. */
  removeMember: RemoveMemberResult;
  /** Removes a passkey of the person who asks, for good; one that is already gone does nothing. Asks for a fresh proof. */
  removePasskey: RemovePasskeyResult;
  /** Names a passkey of the person who asks. */
  renamePasskey: RenamePasskeyResult;
  /** Has the account of the person who asks deleted in 14 days. Needs a fresh proof. One that waits already stays as it is. */
  requestAccountDeletion: RequestAccountDeletionResult;
  /** Has everything exported that is the own of the person who asks: account, sessions, and what they wrote and were given to do in each studio. While an export is under way, that one is answered. Needs a fresh proof. */
  requestOwnExport: RequestOwnExportResult;
  /** Has the active studio deleted in 14 days, with everything in it. Needs the role owner, and a fresh proof. Owners and admins are mailed. One that waits already stays as it is. */
  requestStudioDeletion: RequestStudioDeletionResult;
  /** Has everything of the active studio exported. While an export is under way, that one is answered. Needs the role owner, and a fresh proof. */
  requestStudioExport: RequestStudioExportResult;
  /** Asks every member for a second factor, or no longer. Needs the role owner, and a fresh proof. */
  requireSecondFactor: RequireSecondFactorResult;
  /** Mails an invitation that waits once more, for the same role and projects: with a new link, good for 7 days; the old one ends. */
  resendInvitation: ResendInvitationResult;
  /** Ends an API key at once, with both of its secrets. */
  revokeApiKey: RevokeApiKeyResult;
  /** Ends what a person has let an app do, at once: their own in any studio, or as owner or admin anybody's in the active one. */
  revokeAppGrant: RevokeAppGrantResult;
  /** Ends a link; whoever came by it is signed out within seconds. */
  revokeClientLink: RevokeClientLinkResult;
  /** Takes an invitation back; its link is dead at once. */
  revokeInvitation: RevokeInvitationResult;
  /** Ends every session of the person who asks but the present one. */
  revokeOtherSessions: RevokeOtherSessionsResult;
  /** Ends a session of the person who asks; its live updates end within seconds. Ending one that is already gone does nothing. */
  revokeSession: RevokeSessionResult;
  /** Gives an API key of one's own a new secret. The old one works until a moment of your choice, so that programs can be changed one after the other. */
  rotateApiKey: RotateApiKeyResult;
  /** Gives an app a new secret. The old one works for a time, so that programs can be changed one after the other. Needs owner or admin; of an app that acts for itself, whoever registered it. */
  rotateAppSecret: RotateAppSecretResult;
  /** Makes a member an owner. Needs an owner who has proven within 10 minutes that it is them; all owners are told by mail. */
  transferOwnership: TransferOwnershipResult;
  /** Changes an app. What it may no longer ask for ends at once for everybody who let it in; what is new they are asked for. One that begins to act for itself gets a new secret, and its older ones end. Needs owner or admin. */
  updateApp: UpdateAppResult;
  /** Changes the profile of the person who asks. */
  updateProfile: UpdateProfileResult;
  /** Changes the active studio's settings. Needs the role owner or admin. */
  updateStudio: UpdateStudioResult;
};


export type MutationacceptInvitationArgs = {
  input: AcceptInvitationInput;
};


export type MutationcancelExportArgs = {
  input: CancelExportInput;
};


export type MutationchangeMemberRoleArgs = {
  input: ChangeMemberRoleInput;
};


export type MutationcreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


export type MutationcreateClientLinkArgs = {
  input: CreateClientLinkInput;
};


export type MutationcreateStudioArgs = {
  input: CreateStudioInput;
};


export type MutationinviteMemberArgs = {
  input: InviteMemberInput;
};


export type MutationregisterAppArgs = {
  input: RegisterAppInput;
};


export type MutationremoveAppArgs = {
  input: RemoveAppInput;
};


export type MutationremoveMemberArgs = {
  input: RemoveMemberInput;
};


export type MutationremovePasskeyArgs = {
  input: RemovePasskeyInput;
};


export type MutationrenamePasskeyArgs = {
  input: RenamePasskeyInput;
};


export type MutationrequestAccountDeletionArgs = {
  input: RequestAccountDeletionInput;
};


export type MutationrequestStudioDeletionArgs = {
  input: RequestStudioDeletionInput;
};


export type MutationrequireSecondFactorArgs = {
  input: RequireSecondFactorInput;
};


export type MutationresendInvitationArgs = {
  input: ResendInvitationInput;
};


export type MutationrevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


export type MutationrevokeAppGrantArgs = {
  input: RevokeAppGrantInput;
};


export type MutationrevokeClientLinkArgs = {
  input: RevokeClientLinkInput;
};


export type MutationrevokeInvitationArgs = {
  input: RevokeInvitationInput;
};


export type MutationrevokeSessionArgs = {
  input: RevokeSessionInput;
};


export type MutationrotateApiKeyArgs = {
  input: RotateApiKeyInput;
};


export type MutationrotateAppSecretArgs = {
  input: RotateAppSecretInput;
};


export type MutationtransferOwnershipArgs = {
  input: TransferOwnershipInput;
};


export type MutationupdateAppArgs = {
  input: UpdateAppInput;
};


export type MutationupdateProfileArgs = {
  input: UpdateProfileInput;
};


export type MutationupdateStudioArgs = {
  input: UpdateStudioInput;
};

/** A thing with an id that can be fetched by `node(id)`. */
export type Node = {
  /** Opaque, stable and unique over the whole of Atelier; it names its type. */
  id: Scalars['ID']['output'];
};

/** The active studio is not of the demo. */
export type NotDemoData = UserError & {
  __typename?: 'NotDemoData';
  /** Always `NOT_DEMO_DATA`. */
  code: Scalars['String']['output'];
  /** What happened and what to do. */
  message: Scalars['String']['output'];
  /** Always null. */
  path?: Maybe<Array<Scalars['String']['output']>>;
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

/** A passkey: a key pair on a device or in a password manager that signs in without a password. Visible to its owner only. */
export type Passkey = Node & {
  __typename?: 'Passkey';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The passkey's id. */
  id: Scalars['ID']['output'];
  /** Whether it is kept in more than one place, so that a lost device does not take it along. */
  isSynced: Scalars['Boolean']['output'];
  /** What its owner calls it; null where it was never named. */
  name?: Maybe<Scalars['String']['output']>;
};

/** A project; owned by the projects domain. */
export type Project = {
  __typename?: 'Project';
  /** The links that let contacts into this project, the newest first. Null for viewers who may not share it. */
  clientLinks?: Maybe<Array<ClientLink>>;
  /** The project's id. */
  id: Scalars['ID']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** The app that asks to be let in, by its id; null when there is none. For the page on which a person says yes or no. */
  askingApp?: Maybe<AskingApp>;
  /** An invitation by the secret of its link, for the page that offers to accept it. Null when the link is not (or no longer) good. */
  invitation?: Maybe<InvitationPreview>;
  /** The active studio. NOT_FOUND when the viewer doesn't belong to it. */
  studio?: Maybe<Studio>;
  /** Who is asking, and in which studio. Null when nobody is signed in. */
  viewer?: Maybe<Viewer>;
};


export type QueryaskingAppArgs = {
  id: Scalars['ID']['input'];
};


export type QueryinvitationArgs = {
  token: Scalars['String']['input'];
};

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

/** What became of registering an app. */
export type RegisterAppResult = InvalidInput | RegisterAppSuccess;

/** The app was registered. */
export type RegisterAppSuccess = {
  __typename?: 'RegisterAppSuccess';
  /** The app. */
  app: App;
  /** Its secret, shown this once; null for an app that keeps none. */
  secret?: Maybe<Scalars['String']['output']>;
};

/** Which app to remove. */
export type RemoveAppInput = {
  /** The app's id. */
  id: Scalars['ID']['input'];
};

/** What became of removing an app. */
export type RemoveAppResult = RemoveAppSuccess;

/** The app was removed. */
export type RemoveAppSuccess = {
  __typename?: 'RemoveAppSuccess';
  /** The app's id. */
  id: Scalars['ID']['output'];
};

/** What became of removing the demo. */
export type RemoveDemoDataResult = NotDemoData | RemoveDemoDataSuccess;

/** The demo is gone. */
export type RemoveDemoDataSuccess = {
  __typename?: 'RemoveDemoDataSuccess';
  /** The ids of the studios that were removed. */
  studioIds: Array<Scalars['ID']['output']>;
};

/** Whom to take out. */
export type RemoveMemberInput = {
  /** The member's id. */
  id: Scalars['ID']['input'];
  /** Another member, not a guest, who takes on the open tasks; without one they are nobody's. */
  tasksTo?: InputMaybe<Scalars['ID']['input']>;
};

/** What became of taking a member out. `InvalidInput` has the code `NOT_A_SUCCESSOR`. */
export type RemoveMemberResult = InvalidInput | LastOwner | MemberGone | RemoveMemberSuccess;

/** The member was taken out. */
export type RemoveMemberSuccess = {
  __typename?: 'RemoveMemberSuccess';
  /** The id of the member who left. */
  id: Scalars['ID']['output'];
};

/** Which passkey to remove. */
export type RemovePasskeyInput = {
  /** The passkey's id. */
  id: Scalars['ID']['input'];
};

/** What became of removing a passkey. */
export type RemovePasskeyResult = FreshProofNeeded | RemovePasskeySuccess;

/** The passkey is gone. */
export type RemovePasskeySuccess = {
  __typename?: 'RemovePasskeySuccess';
  /** The person, with the passkeys that are left. */
  user: User;
};

/** A new name for a passkey. */
export type RenamePasskeyInput = {
  /** The passkey's id. */
  id: Scalars['ID']['input'];
  /** The name, 1 to 60 characters. */
  name: Scalars['String']['input'];
};

/** What became of naming a passkey. */
export type RenamePasskeyResult = InvalidInput | RenamePasskeySuccess;

/** The passkey has its name. */
export type RenamePasskeySuccess = {
  __typename?: 'RenamePasskeySuccess';
  /** The person, with the passkeys. */
  user: User;
};

/** What shows that the account is meant. */
export type RequestAccountDeletionInput = {
  /** The account's e-mail address, as it is written. */
  email: Scalars['String']['input'];
};

/** What became of asking for the account's deletion. `InvalidInput` has the code `DOES_NOT_MATCH` for another address. */
export type RequestAccountDeletionResult = FreshProofNeeded | InvalidInput | RequestAccountDeletionSuccess | StudiosNeedOwner;

/** The account will be deleted. */
export type RequestAccountDeletionSuccess = {
  __typename?: 'RequestAccountDeletionSuccess';
  /** The person, with the deletion. */
  user: User;
};

/** What became of asking for one's own export. */
export type RequestOwnExportResult = ExportLimitReached | FreshProofNeeded | RequestOwnExportSuccess;

/** The person's export was asked for, or one is under way already. */
export type RequestOwnExportSuccess = {
  __typename?: 'RequestOwnExportSuccess';
  /** The export. */
  export: DataExport;
};

/** What shows that the studio is meant. */
export type RequestStudioDeletionInput = {
  /** The studio's name, as it is written. */
  name: Scalars['String']['input'];
};

/** What became of asking for the studio's deletion. `InvalidInput` has the code `DOES_NOT_MATCH` for another name. */
export type RequestStudioDeletionResult = FreshProofNeeded | InvalidInput | RequestStudioDeletionSuccess;

/** The studio will be deleted. */
export type RequestStudioDeletionSuccess = {
  __typename?: 'RequestStudioDeletionSuccess';
  /** The studio, with its deletion. */
  studio: Studio;
};

/** What became of asking for a studio's export. */
export type RequestStudioExportResult = ExportLimitReached | FreshProofNeeded | RequestStudioExportSuccess;

/** The studio's export was asked for, or one is under way already. */
export type RequestStudioExportSuccess = {
  __typename?: 'RequestStudioExportSuccess';
  /** The export. */
  export: DataExport;
};

/** Whether to ask for a second factor. */
export type RequireSecondFactorInput = {
  /** How many days members have, 0 to 90; null asks for none any more. */
  days?: InputMaybe<Scalars['Int']['input']>;
};

/** What became of asking for a second factor. */
export type RequireSecondFactorResult = FreshProofNeeded | InvalidInput | RequireSecondFactorSuccess;

/** The studio asks as it was told. */
export type RequireSecondFactorSuccess = {
  __typename?: 'RequireSecondFactorSuccess';
  /** The studio as it is now. */
  studio: Studio;
};

/** Which invitation to mail again. */
export type ResendInvitationInput = {
  /** The invitation's id. */
  id: Scalars['ID']['input'];
};

/** What became of mailing an invitation again. */
export type ResendInvitationResult = ResendInvitationSuccess;

/** The invitation is mailed. */
export type ResendInvitationSuccess = {
  __typename?: 'ResendInvitationSuccess';
  /** The invitation with its new end. */
  invitation: Invitation;
};

/** Which key to end. */
export type RevokeApiKeyInput = {
  /** The key's id. */
  id: Scalars['ID']['input'];
};

/** What became of ending a key. */
export type RevokeApiKeyResult = RevokeApiKeySuccess;

/** The key was ended. */
export type RevokeApiKeySuccess = {
  __typename?: 'RevokeApiKeySuccess';
  /** The key's id. */
  id: Scalars['ID']['output'];
};

/** What to end. */
export type RevokeAppGrantInput = {
  /** The grant's id. */
  id: Scalars['ID']['input'];
};

/** What became of ending it. */
export type RevokeAppGrantResult = RevokeAppGrantSuccess;

/** The app may nothing more. */
export type RevokeAppGrantSuccess = {
  __typename?: 'RevokeAppGrantSuccess';
  /** The grant's id. */
  id: Scalars['ID']['output'];
};

/** Which link to end. */
export type RevokeClientLinkInput = {
  /** The link's id. */
  id: Scalars['ID']['input'];
};

/** What became of ending a link. */
export type RevokeClientLinkResult = RevokeClientLinkSuccess;

/** The link was ended. */
export type RevokeClientLinkSuccess = {
  __typename?: 'RevokeClientLinkSuccess';
  /** The link's id. */
  id: Scalars['ID']['output'];
};

/** Which invitation to take back. */
export type RevokeInvitationInput = {
  /** The invitation's id. */
  id: Scalars['ID']['input'];
};

/** What became of taking an invitation back. */
export type RevokeInvitationResult = RevokeInvitationSuccess;

/** The invitation was taken back. */
export type RevokeInvitationSuccess = {
  __typename?: 'RevokeInvitationSuccess';
  /** The invitation's id. */
  id: Scalars['ID']['output'];
};

/** What became of ending the other sessions. */
export type RevokeOtherSessionsResult = RevokeOtherSessionsSuccess;

/** The other sessions were ended. */
export type RevokeOtherSessionsSuccess = {
  __typename?: 'RevokeOtherSessionsSuccess';
  /** The person, with the session that is left. */
  user: User;
};

/** Which session to end. */
export type RevokeSessionInput = {
  /** The session's id. */
  id: Scalars['ID']['input'];
};

/** What became of ending a session. */
export type RevokeSessionResult = RevokeSessionSuccess;

/** The sessions were ended. */
export type RevokeSessionSuccess = {
  __typename?: 'RevokeSessionSuccess';
  /** The person, with the sessions that are left. */
  user: User;
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

/** What became of giving a key a new secret. */
export type RotateApiKeyResult = InvalidInput | RotateApiKeySuccess;

/** The key has a new secret. */
export type RotateApiKeySuccess = {
  __typename?: 'RotateApiKeySuccess';
  /** The key. */
  apiKey: ApiKey;
  /** The new secret, shown this once. */
  secret: Scalars['String']['output'];
};

/** Which app shall have a new secret. */
export type RotateAppSecretInput = {
  /** The app's id. */
  id: Scalars['ID']['input'];
  /** When the old secret ends: 7 days from now at most, 24 hours when left out. A moment that has passed ends it at once. */
  previousEndsAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What became of giving an app a new secret. */
export type RotateAppSecretResult = InvalidInput | RotateAppSecretSuccess;

/** The app has a new secret. */
export type RotateAppSecretSuccess = {
  __typename?: 'RotateAppSecretSuccess';
  /** The app. */
  app: App;
  /** The new secret, shown this once. */
  secret: Scalars['String']['output'];
};

/** A place where a person is signed in. */
export type Session = Node & {
  __typename?: 'Session';
  /** The network address that the session was last seen at; null when it is not known. */
  address?: Maybe<Scalars['String']['output']>;
  /** When the session was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Browser and system as far as the browser tells, for example `Firefox on Linux`. */
  device: Scalars['String']['output'];
  /** The session's id. */
  id: Scalars['ID']['output'];
  /** Whether this is the session that asks. */
  isCurrent: Scalars['Boolean']['output'];
  /** When the session was last seen, to the minute. */
  lastSeenAt: Scalars['DateTime']['output'];
};

/** A studio: one artist or an agency. Everything else belongs to exactly one studio. */
export type Studio = Node & {
  __typename?: 'Studio';
  /** The studio's API keys, the newest first. Null for viewers who may not manage keys. */
  apiKeys?: Maybe<Array<ApiKey>>;
  /** What the studio's people have let apps do in it, the newest first. Null for viewers who may not manage apps. */
  appGrants?: Maybe<Array<AppGrant>>;
  /** The apps of third parties that the studio has registered, the newest first. Null for viewers who may not manage apps. */
  apps?: Maybe<Array<App>>;
  /** The studio's audit log, the newest first. Null for viewers who may not read it: owners and admins may. */
  auditLog?: Maybe<AuditLogConnection>;
  /** Reads the whole audit log and says whether it is whole. Null for viewers who may not read it. */
  auditLogCheck?: Maybe<AuditLogCheck>;
  /** When the studio was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The currency that new sums start in. */
  currency: Scalars['CurrencyCode']['output'];
  /** The deletion that waits; null where none does, and for clients. */
  deletion?: Maybe<StudioDeletion>;
  /** Exports of the studio, the newest first. Null for everybody but its owners. */
  exports?: Maybe<DataExportConnection>;
  /** Whether the studio holds the demo data, which can be removed by `removeDemoData`. */
  hasDemoData: Scalars['Boolean']['output'];
  /** The studio's id. */
  id: Scalars['ID']['output'];
  /** Invitations that wait for an answer, the newest first. Null for viewers who may not manage members. */
  invitations?: Maybe<Array<Invitation>>;
  /** Counts every event that `studioChanged` tells; send it to `studioChanged(after:)` to miss nothing between this answer and the subscription. 0 for a studio that is not the active one. */
  liveVersion: Scalars['Int']['output'];
  /** The studio's language as a BCP 47 tag; mails and client pages start in it. */
  locale: Scalars['String']['output'];
  /** The address of the studio's logo, at most 512 pixels wide; null when there is none. */
  logo?: Maybe<Scalars['String']['output']>;
  /** The people of the studio, by name. A guest sees only the people of their projects' studio, without addresses. */
  members: MemberConnection;
  /** The studio's name as clients see it. */
  name: Scalars['String']['output'];
  /** How many days members have to set a second factor up, from when the studio began to ask or from joining; null where it does not ask, and for clients. */
  secondFactorDays?: Maybe<Scalars['Int']['output']>;
  /** The studio's name in addresses: lower case letters, digits and hyphens. */
  slug: Scalars['String']['output'];
  /** The IANA time zone that decides what today is. */
  timeZone: Scalars['String']['output'];
  /** Counts the changes; send it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Whether the viewer may delete the studio. */
  viewerCanDelete: Scalars['Boolean']['output'];
  /** Whether the viewer may export the studio. */
  viewerCanExport: Scalars['Boolean']['output'];
  /** Whether the viewer may make and revoke API keys. */
  viewerCanManageApiKeys: Scalars['Boolean']['output'];
  /** Whether the viewer may register apps, and end what people have let apps do. */
  viewerCanManageApps: Scalars['Boolean']['output'];
  /** Whether the viewer may invite, change and remove members. */
  viewerCanManageMembers: Scalars['Boolean']['output'];
  /** Whether the viewer may read the audit log. */
  viewerCanReadAuditLog: Scalars['Boolean']['output'];
  /** Whether the viewer may change the studio's settings. */
  viewerCanUpdate: Scalars['Boolean']['output'];
};


/** A studio: one artist or an agency. Everything else belongs to exactly one studio. */
export type StudioauditLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditLogFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A studio: one artist or an agency. Everything else belongs to exactly one studio. */
export type StudioexportsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A studio: one artist or an agency. Everything else belongs to exactly one studio. */
export type StudiomembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  roles?: InputMaybe<Array<Role>>;
};

/** A studio that is to be deleted. Until then everything works as before, and an owner can undo it. */
export type StudioDeletion = {
  __typename?: 'StudioDeletion';
  /** When the studio goes: 14 days after it was asked for. */
  dueAt: Scalars['DateTime']['output'];
  /** When it was asked for. */
  requestedAt: Scalars['DateTime']['output'];
  /** The owner who asked for it; null once they have left. */
  requestedBy?: Maybe<Member>;
};

/** The name in addresses is in use. */
export type StudioSlugTaken = UserError & {
  __typename?: 'StudioSlugTaken';
  /** Always `STUDIO_SLUG_TAKEN`. */
  code: Scalars['String']['output'];
  /** What happened and what to do. */
  message: Scalars['String']['output'];
  /** The path to the input field. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** A name that is free. */
  suggestion: Scalars['String']['output'];
};

/** Somebody changed the studio in the meantime; nothing of yours was saved. */
export type StudioVersionConflict = UserError & {
  __typename?: 'StudioVersionConflict';
  /** Always `VERSION_CONFLICT`. */
  code: Scalars['String']['output'];
  /** What happened and what to do. */
  message: Scalars['String']['output'];
  /** Always null. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** The studio as it is now. */
  studio: Studio;
};

/** Others work in studios that only this person owns. Make somebody else owner there, or delete the studio. */
export type StudiosNeedOwner = UserError & {
  __typename?: 'StudiosNeedOwner';
  /** Always `STUDIOS_NEED_OWNER`. */
  code: Scalars['String']['output'];
  /** What happened and what to do. */
  message: Scalars['String']['output'];
  /** Always null. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** The studios. */
  studios: Array<LeavingStudio>;
};

/** Whom to make an owner. */
export type TransferOwnershipInput = {
  /** The member's id; somebody who is invited joins first. */
  id: Scalars['ID']['input'];
  /** Whether the viewer becomes an admin; else both are owners. */
  stepDown: Scalars['Boolean']['input'];
};

/** What became of handing ownership over. */
export type TransferOwnershipResult = AlreadyOwner | FreshProofNeeded | MemberGone | TransferOwnershipSuccess;

/** The member is an owner. */
export type TransferOwnershipSuccess = {
  __typename?: 'TransferOwnershipSuccess';
  /** The viewer as they are now. */
  formerOwner: Member;
  /** The new owner. */
  member: Member;
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

/** What became of changing an app. */
export type UpdateAppResult = AppVersionConflict | InvalidInput | UpdateAppSuccess;

/** The app is as it was told to be. */
export type UpdateAppSuccess = {
  __typename?: 'UpdateAppSuccess';
  /** The app. */
  app: App;
  /** Its new secret, shown this once, where it begins to act for itself; null otherwise. */
  secret?: Maybe<Scalars['String']['output']>;
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

/** What became of changing a profile. */
export type UpdateProfileResult = InvalidInput | UpdateProfileSuccess;

/** The profile was changed. */
export type UpdateProfileSuccess = {
  __typename?: 'UpdateProfileSuccess';
  /** The person as they are now. */
  user: User;
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

/** What became of changing the studio. */
export type UpdateStudioResult = InvalidInput | StudioSlugTaken | StudioVersionConflict | UpdateStudioSuccess;

/** The studio was changed. */
export type UpdateStudioSuccess = {
  __typename?: 'UpdateStudioSuccess';
  /** The studio as it is now. */
  studio: Studio;
};

/** A person with an account. Visible to that person only. */
export type User = Node & {
  __typename?: 'User';
  /** What the person lets apps of third parties do, in every studio, the newest first. */
  appGrants: Array<AppGrant>;
  /** What happened to the person's account, the newest first: sign-ins, also those that failed, and what was changed about them. Null for everybody else. */
  auditLog?: Maybe<AuditLogConnection>;
  /** The deletion of the account that waits; null where none does. */
  deletion?: Maybe<AccountDeletion>;
  /** The address that the person signs in with. */
  email: Scalars['String']['output'];
  /** Whether the person has shown that the address is theirs. */
  emailVerified: Scalars['Boolean']['output'];
  /** Exports of what is the person's own, the newest first. Null for everybody else. */
  exports?: Maybe<DataExportConnection>;
  /** Whether an authenticator app is set up: sign-in then asks for its code. */
  hasAuthenticatorApp: Scalars['Boolean']['output'];
  /** The person's id. */
  id: Scalars['ID']['output'];
  /** What becomes of the person's studios, should the account be deleted. */
  leaving: Leaving;
  /** The person's language as a BCP 47 tag; null follows the browser. */
  locale?: Maybe<Scalars['String']['output']>;
  /** Every studio that the person belongs to, by name. */
  memberships: Array<Member>;
  /** The name that colleagues and clients see. */
  name: Scalars['String']['output'];
  /** The person's passkeys, the oldest first. Who has one is asked for a second factor, too. */
  passkeys: Array<Passkey>;
  /** The address of the person's picture, square, at most 512 pixels; null when there is none. */
  picture?: Maybe<Scalars['String']['output']>;
  /** How many recovery codes are left, each good for one sign-in; null without an authenticator app. */
  recoveryCodesLeft?: Maybe<Scalars['Int']['output']>;
  /** Where the person is signed in, the present session first, then the last seen first. */
  sessions: Array<Session>;
  /** The person's IANA time zone; null follows the browser. */
  timeZone?: Maybe<Scalars['String']['output']>;
};


/** A person with an account. Visible to that person only. */
export type UserauditLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A person with an account. Visible to that person only. */
export type UserexportsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
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

/** Who asks: a person with an account, a client's contact who came by a link, or an API key. */
export type Viewer = {
  __typename?: 'Viewer';
  /** The contact who came by a link; null for everybody else. */
  contact?: Maybe<Contact>;
  /** What kind of viewer this is. */
  kind: ViewerKind;
  /** The person's membership in the active studio; null outside a studio and for a contact. */
  member?: Maybe<Member>;
  /** The active studio, by the `x-atelier-studio` header or the contact's own; null when none was chosen. */
  studio?: Maybe<Studio>;
  /** The person; null for a client's contact and for an API key. */
  user?: Maybe<User>;
};

/** The kinds of viewer. */
export type ViewerKind =
  /** A program with an API key. */
  | 'API_KEY'
  /** A client's contact who came by a link. */
  | 'CONTACT'
  /** A person with an account. */
  | 'USER';



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
  ApiKey: ApiKey;
  App: App;
  AppGrant: AppGrant;
  ClientLink: ClientLink;
  DataExport: DataExport;
  Invitation: Invitation;
  Member: Member;
  Passkey: Passkey;
  Project: Project;
  Session: Session;
  Studio: Studio;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  ApiKey:
    ( { __typename: 'ApiKey' }
    & GraphQLRecursivePick<FederationTypes['ApiKey'], {"id":true}> );
  App:
    ( { __typename: 'App' }
    & GraphQLRecursivePick<FederationTypes['App'], {"id":true}> );
  AppGrant:
    ( { __typename: 'AppGrant' }
    & GraphQLRecursivePick<FederationTypes['AppGrant'], {"id":true}> );
  ClientLink:
    ( { __typename: 'ClientLink' }
    & GraphQLRecursivePick<FederationTypes['ClientLink'], {"id":true}> );
  DataExport:
    ( { __typename: 'DataExport' }
    & GraphQLRecursivePick<FederationTypes['DataExport'], {"id":true}> );
  Invitation:
    ( { __typename: 'Invitation' }
    & GraphQLRecursivePick<FederationTypes['Invitation'], {"id":true}> );
  Member:
    ( { __typename: 'Member' }
    & GraphQLRecursivePick<FederationTypes['Member'], {"id":true}> );
  Passkey:
    ( { __typename: 'Passkey' }
    & GraphQLRecursivePick<FederationTypes['Passkey'], {"id":true}> );
  Project:
    ( { __typename: 'Project' }
    & GraphQLRecursivePick<FederationTypes['Project'], {"id":true}> );
  Session:
    ( { __typename: 'Session' }
    & GraphQLRecursivePick<FederationTypes['Session'], {"id":true}> );
  Studio:
    ( { __typename: 'Studio' }
    & GraphQLRecursivePick<FederationTypes['Studio'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  AcceptInvitationResult:
    | ( Omit<AcceptInvitationSuccess, 'member'> & { member: _RefType['Member'] } & { __typename: 'AcceptInvitationSuccess' } )
    | ( InvitationNotUsable & { __typename: 'InvitationNotUsable' } )
  ;
  CancelAccountDeletionResult:
    | ( AccountDeletionUnderWay & { __typename: 'AccountDeletionUnderWay' } )
    | ( Omit<CancelAccountDeletionSuccess, 'user'> & { user: _RefType['User'] } & { __typename: 'CancelAccountDeletionSuccess' } )
  ;
  CancelExportResult: ( Omit<CancelExportSuccess, 'export'> & { export: _RefType['DataExport'] } & { __typename: 'CancelExportSuccess' } );
  CancelStudioDeletionResult: ( Omit<CancelStudioDeletionSuccess, 'studio'> & { studio: _RefType['Studio'] } & { __typename: 'CancelStudioDeletionSuccess' } );
  ChangeMemberRoleResult:
    | ( Omit<ChangeMemberRoleSuccess, 'member'> & { member: _RefType['Member'] } & { __typename: 'ChangeMemberRoleSuccess' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( LastOwner & { __typename: 'LastOwner' } )
    | ( MemberGone & { __typename: 'MemberGone' } )
  ;
  CreateApiKeyResult:
    | ( Omit<CreateApiKeySuccess, 'apiKey'> & { apiKey: _RefType['ApiKey'] } & { __typename: 'CreateApiKeySuccess' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
  ;
  CreateClientLinkResult:
    | ( Omit<CreateClientLinkSuccess, 'link'> & { link: _RefType['ClientLink'] } & { __typename: 'CreateClientLinkSuccess' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
  ;
  CreateStudioResult:
    | ( Omit<CreateStudioSuccess, 'studio'> & { studio: _RefType['Studio'] } & { __typename: 'CreateStudioSuccess' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( StudioSlugTaken & { __typename: 'StudioSlugTaken' } )
  ;
  InviteMemberResult:
    | ( AlreadyMember & { __typename: 'AlreadyMember' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<InviteMemberSuccess, 'invitation'> & { invitation: _RefType['Invitation'] } & { __typename: 'InviteMemberSuccess' } )
  ;
  RegisterAppResult:
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<RegisterAppSuccess, 'app'> & { app: _RefType['App'] } & { __typename: 'RegisterAppSuccess' } )
  ;
  RemoveAppResult: ( RemoveAppSuccess & { __typename: 'RemoveAppSuccess' } );
  RemoveDemoDataResult:
    | ( NotDemoData & { __typename: 'NotDemoData' } )
    | ( RemoveDemoDataSuccess & { __typename: 'RemoveDemoDataSuccess' } )
  ;
  RemoveMemberResult:
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( LastOwner & { __typename: 'LastOwner' } )
    | ( MemberGone & { __typename: 'MemberGone' } )
    | ( RemoveMemberSuccess & { __typename: 'RemoveMemberSuccess' } )
  ;
  RemovePasskeyResult:
    | ( FreshProofNeeded & { __typename: 'FreshProofNeeded' } )
    | ( Omit<RemovePasskeySuccess, 'user'> & { user: _RefType['User'] } & { __typename: 'RemovePasskeySuccess' } )
  ;
  RenamePasskeyResult:
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<RenamePasskeySuccess, 'user'> & { user: _RefType['User'] } & { __typename: 'RenamePasskeySuccess' } )
  ;
  RequestAccountDeletionResult:
    | ( FreshProofNeeded & { __typename: 'FreshProofNeeded' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<RequestAccountDeletionSuccess, 'user'> & { user: _RefType['User'] } & { __typename: 'RequestAccountDeletionSuccess' } )
    | ( Omit<StudiosNeedOwner, 'studios'> & { studios: Array<_RefType['LeavingStudio']> } & { __typename: 'StudiosNeedOwner' } )
  ;
  RequestOwnExportResult:
    | ( ExportLimitReached & { __typename: 'ExportLimitReached' } )
    | ( FreshProofNeeded & { __typename: 'FreshProofNeeded' } )
    | ( Omit<RequestOwnExportSuccess, 'export'> & { export: _RefType['DataExport'] } & { __typename: 'RequestOwnExportSuccess' } )
  ;
  RequestStudioDeletionResult:
    | ( FreshProofNeeded & { __typename: 'FreshProofNeeded' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<RequestStudioDeletionSuccess, 'studio'> & { studio: _RefType['Studio'] } & { __typename: 'RequestStudioDeletionSuccess' } )
  ;
  RequestStudioExportResult:
    | ( ExportLimitReached & { __typename: 'ExportLimitReached' } )
    | ( FreshProofNeeded & { __typename: 'FreshProofNeeded' } )
    | ( Omit<RequestStudioExportSuccess, 'export'> & { export: _RefType['DataExport'] } & { __typename: 'RequestStudioExportSuccess' } )
  ;
  RequireSecondFactorResult:
    | ( FreshProofNeeded & { __typename: 'FreshProofNeeded' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<RequireSecondFactorSuccess, 'studio'> & { studio: _RefType['Studio'] } & { __typename: 'RequireSecondFactorSuccess' } )
  ;
  ResendInvitationResult: ( Omit<ResendInvitationSuccess, 'invitation'> & { invitation: _RefType['Invitation'] } & { __typename: 'ResendInvitationSuccess' } );
  RevokeApiKeyResult: ( RevokeApiKeySuccess & { __typename: 'RevokeApiKeySuccess' } );
  RevokeAppGrantResult: ( RevokeAppGrantSuccess & { __typename: 'RevokeAppGrantSuccess' } );
  RevokeClientLinkResult: ( RevokeClientLinkSuccess & { __typename: 'RevokeClientLinkSuccess' } );
  RevokeInvitationResult: ( RevokeInvitationSuccess & { __typename: 'RevokeInvitationSuccess' } );
  RevokeOtherSessionsResult: ( Omit<RevokeOtherSessionsSuccess, 'user'> & { user: _RefType['User'] } & { __typename: 'RevokeOtherSessionsSuccess' } );
  RevokeSessionResult: ( Omit<RevokeSessionSuccess, 'user'> & { user: _RefType['User'] } & { __typename: 'RevokeSessionSuccess' } );
  RotateApiKeyResult:
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<RotateApiKeySuccess, 'apiKey'> & { apiKey: _RefType['ApiKey'] } & { __typename: 'RotateApiKeySuccess' } )
  ;
  RotateAppSecretResult:
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<RotateAppSecretSuccess, 'app'> & { app: _RefType['App'] } & { __typename: 'RotateAppSecretSuccess' } )
  ;
  TransferOwnershipResult:
    | ( AlreadyOwner & { __typename: 'AlreadyOwner' } )
    | ( FreshProofNeeded & { __typename: 'FreshProofNeeded' } )
    | ( MemberGone & { __typename: 'MemberGone' } )
    | ( Omit<TransferOwnershipSuccess, 'formerOwner' | 'member'> & { formerOwner: _RefType['Member'], member: _RefType['Member'] } & { __typename: 'TransferOwnershipSuccess' } )
  ;
  UpdateAppResult:
    | ( Omit<AppVersionConflict, 'app'> & { app: _RefType['App'] } & { __typename: 'AppVersionConflict' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<UpdateAppSuccess, 'app'> & { app: _RefType['App'] } & { __typename: 'UpdateAppSuccess' } )
  ;
  UpdateProfileResult:
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<UpdateProfileSuccess, 'user'> & { user: _RefType['User'] } & { __typename: 'UpdateProfileSuccess' } )
  ;
  UpdateStudioResult:
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( StudioSlugTaken & { __typename: 'StudioSlugTaken' } )
    | ( StudioVersionConflictMapper & { __typename: 'StudioVersionConflict' } )
    | ( Omit<UpdateStudioSuccess, 'studio'> & { studio: _RefType['Studio'] } & { __typename: 'UpdateStudioSuccess' } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( ApiKeyMapper & { __typename: 'ApiKey' } )
    | ( AppMapper & { __typename: 'App' } )
    | ( AppGrantMapper & { __typename: 'AppGrant' } )
    | ( ClientLinkMapper & { __typename: 'ClientLink' } )
    | ( DataExportMapper & { __typename: 'DataExport' } )
    | ( InvitationMapper & { __typename: 'Invitation' } )
    | ( MemberMapper & { __typename: 'Member' } )
    | ( PasskeyMapper & { __typename: 'Passkey' } )
    | ( SessionMapper & { __typename: 'Session' } )
    | ( StudioMapper & { __typename: 'Studio' } )
    | ( UserMapper & { __typename: 'User' } )
  ;
  UserError:
    | ( AccountDeletionUnderWay & { __typename: 'AccountDeletionUnderWay' } )
    | ( AlreadyMember & { __typename: 'AlreadyMember' } )
    | ( AlreadyOwner & { __typename: 'AlreadyOwner' } )
    | ( Omit<AppVersionConflict, 'app'> & { app: _RefType['App'] } & { __typename: 'AppVersionConflict' } )
    | ( ExportLimitReached & { __typename: 'ExportLimitReached' } )
    | ( FreshProofNeeded & { __typename: 'FreshProofNeeded' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( InvitationNotUsable & { __typename: 'InvitationNotUsable' } )
    | ( LastOwner & { __typename: 'LastOwner' } )
    | ( MemberGone & { __typename: 'MemberGone' } )
    | ( NotDemoData & { __typename: 'NotDemoData' } )
    | ( StudioSlugTaken & { __typename: 'StudioSlugTaken' } )
    | ( StudioVersionConflictMapper & { __typename: 'StudioVersionConflict' } )
    | ( Omit<StudiosNeedOwner, 'studios'> & { studios: Array<_RefType['LeavingStudio']> } & { __typename: 'StudiosNeedOwner' } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AcceptInvitationInput: AcceptInvitationInput;
  AcceptInvitationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AcceptInvitationResult']>;
  AcceptInvitationSuccess: ResolverTypeWrapper<Omit<AcceptInvitationSuccess, 'member'> & { member: ResolversTypes['Member'] }>;
  AccountDeletion: ResolverTypeWrapper<AccountDeletionMapper>;
  AccountDeletionUnderWay: ResolverTypeWrapper<AccountDeletionUnderWay>;
  AlreadyMember: ResolverTypeWrapper<AlreadyMember>;
  AlreadyOwner: ResolverTypeWrapper<AlreadyOwner>;
  ApiKey: ResolverTypeWrapper<ApiKeyMapper>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ApiKeyScope: ResolverTypeWrapper<'PROJECTS_READ' | 'PROJECTS_WRITE' | 'CLIENTS_READ' | 'CLIENTS_WRITE' | 'STUDIO_READ'>;
  App: ResolverTypeWrapper<AppMapper>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AppGrant: ResolverTypeWrapper<AppGrantMapper>;
  AppVersionConflict: ResolverTypeWrapper<Omit<AppVersionConflict, 'app'> & { app: ResolversTypes['App'] }>;
  AskingApp: ResolverTypeWrapper<AskingAppMapper>;
  AuditLogActorKind: ResolverTypeWrapper<'MEMBER' | 'CONTACT' | 'API_KEY' | 'STRANGER' | 'SYSTEM'>;
  AuditLogChange: ResolverTypeWrapper<AuditLogChange>;
  AuditLogCheck: ResolverTypeWrapper<AuditLogCheckMapper>;
  AuditLogConnection: ResolverTypeWrapper<AuditLogConnectionMapper>;
  AuditLogEdge: ResolverTypeWrapper<Omit<AuditLogEdge, 'node'> & { node: ResolversTypes['AuditLogLine'] }>;
  AuditLogFault: ResolverTypeWrapper<AuditLogFaultMapper>;
  AuditLogFaultKind: ResolverTypeWrapper<'MISSING' | 'CHANGED' | 'UNSIGNED' | 'UNLINKED' | 'UNEXPECTED'>;
  AuditLogFilter: AuditLogFilter;
  AuditLogKind: ResolverTypeWrapper<'SIGNED_IN' | 'SIGNED_IN_FROM_NEW_DEVICE' | 'RECOVERY_CODE_USED' | 'SIGN_IN_FAILED' | 'SIGNED_OUT' | 'SESSION_ENDED' | 'PASSWORD_CHANGED' | 'EMAIL_CHANGED' | 'SECOND_FACTOR_ADDED' | 'SECOND_FACTOR_REMOVED' | 'RECOVERY_CODES_RENEWED' | 'RECOVERY_STARTED' | 'RECOVERY_STOPPED' | 'RECOVERY_DONE' | 'PROVIDER_JOINED' | 'PROVIDER_REMOVED' | 'STUDIO_CREATED' | 'STUDIO_CHANGED' | 'MEMBER_INVITED' | 'INVITATION_REVOKED' | 'MEMBER_JOINED' | 'MEMBER_ROLE_CHANGED' | 'OWNERSHIP_TRANSFERRED' | 'MEMBER_REMOVED' | 'MEMBER_KEPT_OUT' | 'API_KEY_CREATED' | 'API_KEY_ROTATED' | 'API_KEY_REVOKED' | 'APP_REGISTERED' | 'APP_CHANGED' | 'APP_SECRET_ROTATED' | 'APP_REMOVED' | 'APP_LET_IN' | 'APP_SHUT_OUT' | 'APP_TOKEN_REPLAYED' | 'CLIENT_LINK_CREATED' | 'CLIENT_LINK_USED' | 'CLIENT_LINK_REVOKED' | 'AUDIT_LOG_DOWNLOADED' | 'STUDIO_DELETION_REQUESTED' | 'STUDIO_DELETION_CANCELLED' | 'ACCOUNT_DELETION_REQUESTED' | 'ACCOUNT_DELETION_CANCELLED' | 'EXPORT_REQUESTED' | 'EXPORT_DOWNLOADED'>;
  AuditLogLine: ResolverTypeWrapper<AuditLogLineMapper>;
  CancelAccountDeletionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelAccountDeletionResult']>;
  CancelAccountDeletionSuccess: ResolverTypeWrapper<Omit<CancelAccountDeletionSuccess, 'user'> & { user: ResolversTypes['User'] }>;
  CancelExportInput: CancelExportInput;
  CancelExportResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelExportResult']>;
  CancelExportSuccess: ResolverTypeWrapper<Omit<CancelExportSuccess, 'export'> & { export: ResolversTypes['DataExport'] }>;
  CancelStudioDeletionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CancelStudioDeletionResult']>;
  CancelStudioDeletionSuccess: ResolverTypeWrapper<Omit<CancelStudioDeletionSuccess, 'studio'> & { studio: ResolversTypes['Studio'] }>;
  ChangeMemberRoleInput: ChangeMemberRoleInput;
  ChangeMemberRoleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ChangeMemberRoleResult']>;
  ChangeMemberRoleSuccess: ResolverTypeWrapper<Omit<ChangeMemberRoleSuccess, 'member'> & { member: ResolversTypes['Member'] }>;
  ClientLink: ResolverTypeWrapper<ClientLinkMapper>;
  Contact: ResolverTypeWrapper<ContactMapper>;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateApiKeyResult']>;
  CreateApiKeySuccess: ResolverTypeWrapper<Omit<CreateApiKeySuccess, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  CreateClientLinkInput: CreateClientLinkInput;
  CreateClientLinkResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateClientLinkResult']>;
  CreateClientLinkSuccess: ResolverTypeWrapper<Omit<CreateClientLinkSuccess, 'link'> & { link: ResolversTypes['ClientLink'] }>;
  CreateStudioInput: CreateStudioInput;
  CreateStudioResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateStudioResult']>;
  CreateStudioSuccess: ResolverTypeWrapper<Omit<CreateStudioSuccess, 'studio'> & { studio: ResolversTypes['Studio'] }>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  DataExport: ResolverTypeWrapper<DataExportMapper>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  DataExportConnection: ResolverTypeWrapper<DataExportConnectionMapper>;
  DataExportEdge: ResolverTypeWrapper<Omit<DataExportEdge, 'node'> & { node: ResolversTypes['DataExport'] }>;
  DataExportFailure: ResolverTypeWrapper<'UNAVAILABLE' | 'NO_SPACE' | 'INTERNAL'>;
  DataExportKind: ResolverTypeWrapper<'STUDIO' | 'PERSON'>;
  DataExportState: ResolverTypeWrapper<'WAITING' | 'RUNNING' | 'READY' | 'FAILED' | 'CANCELLED' | 'EXPIRED'>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  ExportLimitReached: ResolverTypeWrapper<ExportLimitReached>;
  FreshProofNeeded: ResolverTypeWrapper<FreshProofNeeded>;
  InvalidInput: ResolverTypeWrapper<InvalidInput>;
  Invitation: ResolverTypeWrapper<InvitationMapper>;
  InvitationNotUsable: ResolverTypeWrapper<InvitationNotUsable>;
  InvitationPreview: ResolverTypeWrapper<Omit<InvitationPreview, 'role'> & { role: ResolversTypes['Role'] }>;
  InviteMemberInput: InviteMemberInput;
  InviteMemberResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['InviteMemberResult']>;
  InviteMemberSuccess: ResolverTypeWrapper<Omit<InviteMemberSuccess, 'invitation'> & { invitation: ResolversTypes['Invitation'] }>;
  LastOwner: ResolverTypeWrapper<LastOwner>;
  Leaving: ResolverTypeWrapper<LeavingMapper>;
  LeavingStudio: ResolverTypeWrapper<LeavingStudioMapper>;
  Member: ResolverTypeWrapper<MemberMapper>;
  MemberConnection: ResolverTypeWrapper<MemberConnectionMapper>;
  MemberEdge: ResolverTypeWrapper<Omit<MemberEdge, 'node'> & { node: ResolversTypes['Member'] }>;
  MemberGone: ResolverTypeWrapper<MemberGone>;
  MemberLeaving: ResolverTypeWrapper<MemberLeaving>;
  MinorUnits: ResolverTypeWrapper<Scalars['MinorUnits']['output']>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NotDemoData: ResolverTypeWrapper<NotDemoData>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Passkey: ResolverTypeWrapper<PasskeyMapper>;
  Project: ResolverTypeWrapper<ProjectMapper>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RegisterAppInput: RegisterAppInput;
  RegisterAppResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RegisterAppResult']>;
  RegisterAppSuccess: ResolverTypeWrapper<Omit<RegisterAppSuccess, 'app'> & { app: ResolversTypes['App'] }>;
  RemoveAppInput: RemoveAppInput;
  RemoveAppResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemoveAppResult']>;
  RemoveAppSuccess: ResolverTypeWrapper<RemoveAppSuccess>;
  RemoveDemoDataResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemoveDemoDataResult']>;
  RemoveDemoDataSuccess: ResolverTypeWrapper<RemoveDemoDataSuccess>;
  RemoveMemberInput: RemoveMemberInput;
  RemoveMemberResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemoveMemberResult']>;
  RemoveMemberSuccess: ResolverTypeWrapper<RemoveMemberSuccess>;
  RemovePasskeyInput: RemovePasskeyInput;
  RemovePasskeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemovePasskeyResult']>;
  RemovePasskeySuccess: ResolverTypeWrapper<Omit<RemovePasskeySuccess, 'user'> & { user: ResolversTypes['User'] }>;
  RenamePasskeyInput: RenamePasskeyInput;
  RenamePasskeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RenamePasskeyResult']>;
  RenamePasskeySuccess: ResolverTypeWrapper<Omit<RenamePasskeySuccess, 'user'> & { user: ResolversTypes['User'] }>;
  RequestAccountDeletionInput: RequestAccountDeletionInput;
  RequestAccountDeletionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RequestAccountDeletionResult']>;
  RequestAccountDeletionSuccess: ResolverTypeWrapper<Omit<RequestAccountDeletionSuccess, 'user'> & { user: ResolversTypes['User'] }>;
  RequestOwnExportResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RequestOwnExportResult']>;
  RequestOwnExportSuccess: ResolverTypeWrapper<Omit<RequestOwnExportSuccess, 'export'> & { export: ResolversTypes['DataExport'] }>;
  RequestStudioDeletionInput: RequestStudioDeletionInput;
  RequestStudioDeletionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RequestStudioDeletionResult']>;
  RequestStudioDeletionSuccess: ResolverTypeWrapper<Omit<RequestStudioDeletionSuccess, 'studio'> & { studio: ResolversTypes['Studio'] }>;
  RequestStudioExportResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RequestStudioExportResult']>;
  RequestStudioExportSuccess: ResolverTypeWrapper<Omit<RequestStudioExportSuccess, 'export'> & { export: ResolversTypes['DataExport'] }>;
  RequireSecondFactorInput: RequireSecondFactorInput;
  RequireSecondFactorResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RequireSecondFactorResult']>;
  RequireSecondFactorSuccess: ResolverTypeWrapper<Omit<RequireSecondFactorSuccess, 'studio'> & { studio: ResolversTypes['Studio'] }>;
  ResendInvitationInput: ResendInvitationInput;
  ResendInvitationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ResendInvitationResult']>;
  ResendInvitationSuccess: ResolverTypeWrapper<Omit<ResendInvitationSuccess, 'invitation'> & { invitation: ResolversTypes['Invitation'] }>;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeApiKeyResult']>;
  RevokeApiKeySuccess: ResolverTypeWrapper<RevokeApiKeySuccess>;
  RevokeAppGrantInput: RevokeAppGrantInput;
  RevokeAppGrantResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeAppGrantResult']>;
  RevokeAppGrantSuccess: ResolverTypeWrapper<RevokeAppGrantSuccess>;
  RevokeClientLinkInput: RevokeClientLinkInput;
  RevokeClientLinkResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeClientLinkResult']>;
  RevokeClientLinkSuccess: ResolverTypeWrapper<RevokeClientLinkSuccess>;
  RevokeInvitationInput: RevokeInvitationInput;
  RevokeInvitationResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeInvitationResult']>;
  RevokeInvitationSuccess: ResolverTypeWrapper<RevokeInvitationSuccess>;
  RevokeOtherSessionsResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeOtherSessionsResult']>;
  RevokeOtherSessionsSuccess: ResolverTypeWrapper<Omit<RevokeOtherSessionsSuccess, 'user'> & { user: ResolversTypes['User'] }>;
  RevokeSessionInput: RevokeSessionInput;
  RevokeSessionResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RevokeSessionResult']>;
  RevokeSessionSuccess: ResolverTypeWrapper<Omit<RevokeSessionSuccess, 'user'> & { user: ResolversTypes['User'] }>;
  Role: ResolverTypeWrapper<'OWNER' | 'ADMIN' | 'MANAGER' | 'ARTIST' | 'ACCOUNTANT' | 'GUEST'>;
  RotateApiKeyInput: RotateApiKeyInput;
  RotateApiKeyResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RotateApiKeyResult']>;
  RotateApiKeySuccess: ResolverTypeWrapper<Omit<RotateApiKeySuccess, 'apiKey'> & { apiKey: ResolversTypes['ApiKey'] }>;
  RotateAppSecretInput: RotateAppSecretInput;
  RotateAppSecretResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RotateAppSecretResult']>;
  RotateAppSecretSuccess: ResolverTypeWrapper<Omit<RotateAppSecretSuccess, 'app'> & { app: ResolversTypes['App'] }>;
  Session: ResolverTypeWrapper<SessionMapper>;
  Studio: ResolverTypeWrapper<StudioMapper>;
  StudioDeletion: ResolverTypeWrapper<StudioDeletionMapper>;
  StudioSlugTaken: ResolverTypeWrapper<StudioSlugTaken>;
  StudioVersionConflict: ResolverTypeWrapper<StudioVersionConflictMapper>;
  StudiosNeedOwner: ResolverTypeWrapper<Omit<StudiosNeedOwner, 'studios'> & { studios: Array<ResolversTypes['LeavingStudio']> }>;
  TransferOwnershipInput: TransferOwnershipInput;
  TransferOwnershipResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TransferOwnershipResult']>;
  TransferOwnershipSuccess: ResolverTypeWrapper<Omit<TransferOwnershipSuccess, 'formerOwner' | 'member'> & { formerOwner: ResolversTypes['Member'], member: ResolversTypes['Member'] }>;
  UpdateAppInput: UpdateAppInput;
  UpdateAppResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateAppResult']>;
  UpdateAppSuccess: ResolverTypeWrapper<Omit<UpdateAppSuccess, 'app'> & { app: ResolversTypes['App'] }>;
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfileResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateProfileResult']>;
  UpdateProfileSuccess: ResolverTypeWrapper<Omit<UpdateProfileSuccess, 'user'> & { user: ResolversTypes['User'] }>;
  UpdateStudioInput: UpdateStudioInput;
  UpdateStudioResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateStudioResult']>;
  UpdateStudioSuccess: ResolverTypeWrapper<Omit<UpdateStudioSuccess, 'studio'> & { studio: ResolversTypes['Studio'] }>;
  User: ResolverTypeWrapper<UserMapper>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  Viewer: ResolverTypeWrapper<ViewerMapper>;
  ViewerKind: ResolverTypeWrapper<'USER' | 'CONTACT' | 'API_KEY'>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptInvitationInput: AcceptInvitationInput;
  AcceptInvitationResult: ResolversUnionTypes<ResolversParentTypes>['AcceptInvitationResult'];
  AcceptInvitationSuccess: Omit<AcceptInvitationSuccess, 'member'> & { member: ResolversParentTypes['Member'] };
  AccountDeletion: AccountDeletionMapper;
  AccountDeletionUnderWay: AccountDeletionUnderWay;
  AlreadyMember: AlreadyMember;
  AlreadyOwner: AlreadyOwner;
  ApiKey: ApiKeyMapper;
  ID: Scalars['ID']['output'];
  App: AppMapper;
  Int: Scalars['Int']['output'];
  AppGrant: AppGrantMapper;
  AppVersionConflict: Omit<AppVersionConflict, 'app'> & { app: ResolversParentTypes['App'] };
  AskingApp: AskingAppMapper;
  AuditLogChange: AuditLogChange;
  AuditLogCheck: AuditLogCheckMapper;
  AuditLogConnection: AuditLogConnectionMapper;
  AuditLogEdge: Omit<AuditLogEdge, 'node'> & { node: ResolversParentTypes['AuditLogLine'] };
  AuditLogFault: AuditLogFaultMapper;
  AuditLogFilter: AuditLogFilter;
  AuditLogLine: AuditLogLineMapper;
  CancelAccountDeletionResult: ResolversUnionTypes<ResolversParentTypes>['CancelAccountDeletionResult'];
  CancelAccountDeletionSuccess: Omit<CancelAccountDeletionSuccess, 'user'> & { user: ResolversParentTypes['User'] };
  CancelExportInput: CancelExportInput;
  CancelExportResult: ResolversUnionTypes<ResolversParentTypes>['CancelExportResult'];
  CancelExportSuccess: Omit<CancelExportSuccess, 'export'> & { export: ResolversParentTypes['DataExport'] };
  CancelStudioDeletionResult: ResolversUnionTypes<ResolversParentTypes>['CancelStudioDeletionResult'];
  CancelStudioDeletionSuccess: Omit<CancelStudioDeletionSuccess, 'studio'> & { studio: ResolversParentTypes['Studio'] };
  ChangeMemberRoleInput: ChangeMemberRoleInput;
  ChangeMemberRoleResult: ResolversUnionTypes<ResolversParentTypes>['ChangeMemberRoleResult'];
  ChangeMemberRoleSuccess: Omit<ChangeMemberRoleSuccess, 'member'> & { member: ResolversParentTypes['Member'] };
  ClientLink: ClientLinkMapper;
  Contact: ContactMapper;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyResult: ResolversUnionTypes<ResolversParentTypes>['CreateApiKeyResult'];
  CreateApiKeySuccess: Omit<CreateApiKeySuccess, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  CreateClientLinkInput: CreateClientLinkInput;
  CreateClientLinkResult: ResolversUnionTypes<ResolversParentTypes>['CreateClientLinkResult'];
  CreateClientLinkSuccess: Omit<CreateClientLinkSuccess, 'link'> & { link: ResolversParentTypes['ClientLink'] };
  CreateStudioInput: CreateStudioInput;
  CreateStudioResult: ResolversUnionTypes<ResolversParentTypes>['CreateStudioResult'];
  CreateStudioSuccess: Omit<CreateStudioSuccess, 'studio'> & { studio: ResolversParentTypes['Studio'] };
  CurrencyCode: Scalars['CurrencyCode']['output'];
  DataExport: DataExportMapper;
  Float: Scalars['Float']['output'];
  DataExportConnection: DataExportConnectionMapper;
  DataExportEdge: Omit<DataExportEdge, 'node'> & { node: ResolversParentTypes['DataExport'] };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  ExportLimitReached: ExportLimitReached;
  FreshProofNeeded: FreshProofNeeded;
  InvalidInput: InvalidInput;
  Invitation: InvitationMapper;
  InvitationNotUsable: InvitationNotUsable;
  InvitationPreview: InvitationPreview;
  InviteMemberInput: InviteMemberInput;
  InviteMemberResult: ResolversUnionTypes<ResolversParentTypes>['InviteMemberResult'];
  InviteMemberSuccess: Omit<InviteMemberSuccess, 'invitation'> & { invitation: ResolversParentTypes['Invitation'] };
  LastOwner: LastOwner;
  Leaving: LeavingMapper;
  LeavingStudio: LeavingStudioMapper;
  Member: MemberMapper;
  MemberConnection: MemberConnectionMapper;
  MemberEdge: Omit<MemberEdge, 'node'> & { node: ResolversParentTypes['Member'] };
  MemberGone: MemberGone;
  MemberLeaving: MemberLeaving;
  MinorUnits: Scalars['MinorUnits']['output'];
  Money: Money;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  NotDemoData: NotDemoData;
  PageInfo: PageInfo;
  Passkey: PasskeyMapper;
  Project: ProjectMapper;
  Query: Record<PropertyKey, never>;
  RegisterAppInput: RegisterAppInput;
  RegisterAppResult: ResolversUnionTypes<ResolversParentTypes>['RegisterAppResult'];
  RegisterAppSuccess: Omit<RegisterAppSuccess, 'app'> & { app: ResolversParentTypes['App'] };
  RemoveAppInput: RemoveAppInput;
  RemoveAppResult: ResolversUnionTypes<ResolversParentTypes>['RemoveAppResult'];
  RemoveAppSuccess: RemoveAppSuccess;
  RemoveDemoDataResult: ResolversUnionTypes<ResolversParentTypes>['RemoveDemoDataResult'];
  RemoveDemoDataSuccess: RemoveDemoDataSuccess;
  RemoveMemberInput: RemoveMemberInput;
  RemoveMemberResult: ResolversUnionTypes<ResolversParentTypes>['RemoveMemberResult'];
  RemoveMemberSuccess: RemoveMemberSuccess;
  RemovePasskeyInput: RemovePasskeyInput;
  RemovePasskeyResult: ResolversUnionTypes<ResolversParentTypes>['RemovePasskeyResult'];
  RemovePasskeySuccess: Omit<RemovePasskeySuccess, 'user'> & { user: ResolversParentTypes['User'] };
  RenamePasskeyInput: RenamePasskeyInput;
  RenamePasskeyResult: ResolversUnionTypes<ResolversParentTypes>['RenamePasskeyResult'];
  RenamePasskeySuccess: Omit<RenamePasskeySuccess, 'user'> & { user: ResolversParentTypes['User'] };
  RequestAccountDeletionInput: RequestAccountDeletionInput;
  RequestAccountDeletionResult: ResolversUnionTypes<ResolversParentTypes>['RequestAccountDeletionResult'];
  RequestAccountDeletionSuccess: Omit<RequestAccountDeletionSuccess, 'user'> & { user: ResolversParentTypes['User'] };
  RequestOwnExportResult: ResolversUnionTypes<ResolversParentTypes>['RequestOwnExportResult'];
  RequestOwnExportSuccess: Omit<RequestOwnExportSuccess, 'export'> & { export: ResolversParentTypes['DataExport'] };
  RequestStudioDeletionInput: RequestStudioDeletionInput;
  RequestStudioDeletionResult: ResolversUnionTypes<ResolversParentTypes>['RequestStudioDeletionResult'];
  RequestStudioDeletionSuccess: Omit<RequestStudioDeletionSuccess, 'studio'> & { studio: ResolversParentTypes['Studio'] };
  RequestStudioExportResult: ResolversUnionTypes<ResolversParentTypes>['RequestStudioExportResult'];
  RequestStudioExportSuccess: Omit<RequestStudioExportSuccess, 'export'> & { export: ResolversParentTypes['DataExport'] };
  RequireSecondFactorInput: RequireSecondFactorInput;
  RequireSecondFactorResult: ResolversUnionTypes<ResolversParentTypes>['RequireSecondFactorResult'];
  RequireSecondFactorSuccess: Omit<RequireSecondFactorSuccess, 'studio'> & { studio: ResolversParentTypes['Studio'] };
  ResendInvitationInput: ResendInvitationInput;
  ResendInvitationResult: ResolversUnionTypes<ResolversParentTypes>['ResendInvitationResult'];
  ResendInvitationSuccess: Omit<ResendInvitationSuccess, 'invitation'> & { invitation: ResolversParentTypes['Invitation'] };
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyResult: ResolversUnionTypes<ResolversParentTypes>['RevokeApiKeyResult'];
  RevokeApiKeySuccess: RevokeApiKeySuccess;
  RevokeAppGrantInput: RevokeAppGrantInput;
  RevokeAppGrantResult: ResolversUnionTypes<ResolversParentTypes>['RevokeAppGrantResult'];
  RevokeAppGrantSuccess: RevokeAppGrantSuccess;
  RevokeClientLinkInput: RevokeClientLinkInput;
  RevokeClientLinkResult: ResolversUnionTypes<ResolversParentTypes>['RevokeClientLinkResult'];
  RevokeClientLinkSuccess: RevokeClientLinkSuccess;
  RevokeInvitationInput: RevokeInvitationInput;
  RevokeInvitationResult: ResolversUnionTypes<ResolversParentTypes>['RevokeInvitationResult'];
  RevokeInvitationSuccess: RevokeInvitationSuccess;
  RevokeOtherSessionsResult: ResolversUnionTypes<ResolversParentTypes>['RevokeOtherSessionsResult'];
  RevokeOtherSessionsSuccess: Omit<RevokeOtherSessionsSuccess, 'user'> & { user: ResolversParentTypes['User'] };
  RevokeSessionInput: RevokeSessionInput;
  RevokeSessionResult: ResolversUnionTypes<ResolversParentTypes>['RevokeSessionResult'];
  RevokeSessionSuccess: Omit<RevokeSessionSuccess, 'user'> & { user: ResolversParentTypes['User'] };
  RotateApiKeyInput: RotateApiKeyInput;
  RotateApiKeyResult: ResolversUnionTypes<ResolversParentTypes>['RotateApiKeyResult'];
  RotateApiKeySuccess: Omit<RotateApiKeySuccess, 'apiKey'> & { apiKey: ResolversParentTypes['ApiKey'] };
  RotateAppSecretInput: RotateAppSecretInput;
  RotateAppSecretResult: ResolversUnionTypes<ResolversParentTypes>['RotateAppSecretResult'];
  RotateAppSecretSuccess: Omit<RotateAppSecretSuccess, 'app'> & { app: ResolversParentTypes['App'] };
  Session: SessionMapper;
  Studio: StudioMapper;
  StudioDeletion: StudioDeletionMapper;
  StudioSlugTaken: StudioSlugTaken;
  StudioVersionConflict: StudioVersionConflictMapper;
  StudiosNeedOwner: Omit<StudiosNeedOwner, 'studios'> & { studios: Array<ResolversParentTypes['LeavingStudio']> };
  TransferOwnershipInput: TransferOwnershipInput;
  TransferOwnershipResult: ResolversUnionTypes<ResolversParentTypes>['TransferOwnershipResult'];
  TransferOwnershipSuccess: Omit<TransferOwnershipSuccess, 'formerOwner' | 'member'> & { formerOwner: ResolversParentTypes['Member'], member: ResolversParentTypes['Member'] };
  UpdateAppInput: UpdateAppInput;
  UpdateAppResult: ResolversUnionTypes<ResolversParentTypes>['UpdateAppResult'];
  UpdateAppSuccess: Omit<UpdateAppSuccess, 'app'> & { app: ResolversParentTypes['App'] };
  UpdateProfileInput: UpdateProfileInput;
  UpdateProfileResult: ResolversUnionTypes<ResolversParentTypes>['UpdateProfileResult'];
  UpdateProfileSuccess: Omit<UpdateProfileSuccess, 'user'> & { user: ResolversParentTypes['User'] };
  UpdateStudioInput: UpdateStudioInput;
  UpdateStudioResult: ResolversUnionTypes<ResolversParentTypes>['UpdateStudioResult'];
  UpdateStudioSuccess: Omit<UpdateStudioSuccess, 'studio'> & { studio: ResolversParentTypes['Studio'] };
  User: UserMapper;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  Viewer: ViewerMapper;
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

export type AcceptInvitationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcceptInvitationResult'] = ResolversParentTypes['AcceptInvitationResult']> = {
  __resolveType?: TypeResolveFn<'AcceptInvitationSuccess' | 'InvitationNotUsable', ParentType, ContextType>;
};

export type AcceptInvitationSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcceptInvitationSuccess'] = ResolversParentTypes['AcceptInvitationSuccess']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AccountDeletionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountDeletion'] = ResolversParentTypes['AccountDeletion']> = {
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AccountDeletionUnderWayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountDeletionUnderWay'] = ResolversParentTypes['AccountDeletionUnderWay']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AlreadyMemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlreadyMember'] = ResolversParentTypes['AlreadyMember']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AlreadyOwnerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlreadyOwner'] = ResolversParentTypes['AlreadyOwner']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApiKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey'], FederationReferenceType extends FederationReferenceTypes['ApiKey'] = FederationReferenceTypes['ApiKey']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ApiKey']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  previousEndsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['ApiKeyScope']>, ParentType, ContextType>;
  viewerCanRotate?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApiKeyScopeResolvers = EnumResolverSignature<{ CLIENTS_READ?: any, CLIENTS_WRITE?: any, PROJECTS_READ?: any, PROJECTS_WRITE?: any, STUDIO_READ?: any }, ResolversTypes['ApiKeyScope']>;

export type AppResolvers<ContextType = Context, ParentType extends ResolversParentTypes['App'] = ResolversParentTypes['App'], FederationReferenceType extends FederationReferenceTypes['App'] = FederationReferenceTypes['App']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['App']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  homepage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isConfidential?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  logo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ownScopes?: Resolver<Array<ResolversTypes['ApiKeyScope']>, ParentType, ContextType>;
  peopleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  previousSecretEndsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  redirectUris?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['ApiKeyScope']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerCanExtendOwnScopes?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanRotateSecret?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AppGrantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppGrant'] = ResolversParentTypes['AppGrant'], FederationReferenceType extends FederationReferenceTypes['AppGrant'] = FederationReferenceTypes['AppGrant']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AppGrant']> | FederationReferenceType, FederationReferenceType, ContextType>;
  appLogo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  appName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['ApiKeyScope']>, ParentType, ContextType>;
  studioName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AppVersionConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppVersionConflict'] = ResolversParentTypes['AppVersionConflict']> = {
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AskingAppResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AskingApp'] = ResolversParentTypes['AskingApp']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  homepage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  logo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  studioName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AuditLogActorKindResolvers = EnumResolverSignature<{ API_KEY?: any, CONTACT?: any, MEMBER?: any, STRANGER?: any, SYSTEM?: any }, ResolversTypes['AuditLogActorKind']>;

export type AuditLogChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditLogChange'] = ResolversParentTypes['AuditLogChange']> = {
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AuditLogCheckResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditLogCheck'] = ResolversParentTypes['AuditLogCheck']> = {
  faults?: Resolver<Array<ResolversTypes['AuditLogFault']>, ParentType, ContextType>;
  isIntact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lines?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuditLogConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditLogConnection'] = ResolversParentTypes['AuditLogConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditLogEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditLogLine']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuditLogEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditLogEdge'] = ResolversParentTypes['AuditLogEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditLogLine'], ParentType, ContextType>;
};

export type AuditLogFaultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditLogFault'] = ResolversParentTypes['AuditLogFault']> = {
  kind?: Resolver<ResolversTypes['AuditLogFaultKind'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AuditLogFaultKindResolvers = EnumResolverSignature<{ CHANGED?: any, MISSING?: any, UNEXPECTED?: any, UNLINKED?: any, UNSIGNED?: any }, ResolversTypes['AuditLogFaultKind']>;

export type AuditLogKindResolvers = EnumResolverSignature<{ ACCOUNT_DELETION_CANCELLED?: any, ACCOUNT_DELETION_REQUESTED?: any, API_KEY_CREATED?: any, API_KEY_REVOKED?: any, API_KEY_ROTATED?: any, APP_CHANGED?: any, APP_LET_IN?: any, APP_REGISTERED?: any, APP_REMOVED?: any, APP_SECRET_ROTATED?: any, APP_SHUT_OUT?: any, APP_TOKEN_REPLAYED?: any, AUDIT_LOG_DOWNLOADED?: any, CLIENT_LINK_CREATED?: any, CLIENT_LINK_REVOKED?: any, CLIENT_LINK_USED?: any, EMAIL_CHANGED?: any, EXPORT_DOWNLOADED?: any, EXPORT_REQUESTED?: any, INVITATION_REVOKED?: any, MEMBER_INVITED?: any, MEMBER_JOINED?: any, MEMBER_KEPT_OUT?: any, MEMBER_REMOVED?: any, MEMBER_ROLE_CHANGED?: any, OWNERSHIP_TRANSFERRED?: any, PASSWORD_CHANGED?: any, PROVIDER_JOINED?: any, PROVIDER_REMOVED?: any, RECOVERY_CODES_RENEWED?: any, RECOVERY_CODE_USED?: any, RECOVERY_DONE?: any, RECOVERY_STARTED?: any, RECOVERY_STOPPED?: any, SECOND_FACTOR_ADDED?: any, SECOND_FACTOR_REMOVED?: any, SESSION_ENDED?: any, SIGNED_IN?: any, SIGNED_IN_FROM_NEW_DEVICE?: any, SIGNED_OUT?: any, SIGN_IN_FAILED?: any, STUDIO_CHANGED?: any, STUDIO_CREATED?: any, STUDIO_DELETION_CANCELLED?: any, STUDIO_DELETION_REQUESTED?: any }, ResolversTypes['AuditLogKind']>;

export type AuditLogLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditLogLine'] = ResolversParentTypes['AuditLogLine']> = {
  actor?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  actorKind?: Resolver<ResolversTypes['AuditLogActorKind'], ParentType, ContextType>;
  actorName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['AuditLogChange']>, ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AuditLogKind'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  targetName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CancelAccountDeletionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelAccountDeletionResult'] = ResolversParentTypes['CancelAccountDeletionResult']> = {
  __resolveType?: TypeResolveFn<'AccountDeletionUnderWay' | 'CancelAccountDeletionSuccess', ParentType, ContextType>;
};

export type CancelAccountDeletionSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelAccountDeletionSuccess'] = ResolversParentTypes['CancelAccountDeletionSuccess']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CancelExportResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelExportResult'] = ResolversParentTypes['CancelExportResult']> = {
  __resolveType?: TypeResolveFn<'CancelExportSuccess', ParentType, ContextType>;
};

export type CancelExportSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelExportSuccess'] = ResolversParentTypes['CancelExportSuccess']> = {
  export?: Resolver<ResolversTypes['DataExport'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CancelStudioDeletionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelStudioDeletionResult'] = ResolversParentTypes['CancelStudioDeletionResult']> = {
  __resolveType?: TypeResolveFn<'CancelStudioDeletionSuccess', ParentType, ContextType>;
};

export type CancelStudioDeletionSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelStudioDeletionSuccess'] = ResolversParentTypes['CancelStudioDeletionSuccess']> = {
  studio?: Resolver<ResolversTypes['Studio'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangeMemberRoleResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeMemberRoleResult'] = ResolversParentTypes['ChangeMemberRoleResult']> = {
  __resolveType?: TypeResolveFn<'ChangeMemberRoleSuccess' | 'InvalidInput' | 'LastOwner' | 'MemberGone', ParentType, ContextType>;
};

export type ChangeMemberRoleSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeMemberRoleSuccess'] = ResolversParentTypes['ChangeMemberRoleSuccess']> = {
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClientLinkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClientLink'] = ResolversParentTypes['ClientLink'], FederationReferenceType extends FederationReferenceTypes['ClientLink'] = FederationReferenceTypes['ClientLink']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ClientLink']> | FederationReferenceType, FederationReferenceType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateApiKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateApiKeyResult'] = ResolversParentTypes['CreateApiKeyResult']> = {
  __resolveType?: TypeResolveFn<'CreateApiKeySuccess' | 'InvalidInput', ParentType, ContextType>;
};

export type CreateApiKeySuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateApiKeySuccess'] = ResolversParentTypes['CreateApiKeySuccess']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateClientLinkResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateClientLinkResult'] = ResolversParentTypes['CreateClientLinkResult']> = {
  __resolveType?: TypeResolveFn<'CreateClientLinkSuccess' | 'InvalidInput', ParentType, ContextType>;
};

export type CreateClientLinkSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateClientLinkSuccess'] = ResolversParentTypes['CreateClientLinkSuccess']> = {
  link?: Resolver<ResolversTypes['ClientLink'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateStudioResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateStudioResult'] = ResolversParentTypes['CreateStudioResult']> = {
  __resolveType?: TypeResolveFn<'CreateStudioSuccess' | 'InvalidInput' | 'StudioSlugTaken', ParentType, ContextType>;
};

export type CreateStudioSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateStudioSuccess'] = ResolversParentTypes['CreateStudioSuccess']> = {
  studio?: Resolver<ResolversTypes['Studio'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export type DataExportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataExport'] = ResolversParentTypes['DataExport'], FederationReferenceType extends FederationReferenceTypes['DataExport'] = FederationReferenceTypes['DataExport']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DataExport']> | FederationReferenceType, FederationReferenceType, ContextType>;
  downloadUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['DataExportFailure']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DataExportKind'], ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  readyAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rowsDone?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rowsTotal?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DataExportState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DataExportConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataExportConnection'] = ResolversParentTypes['DataExportConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DataExportEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DataExport']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DataExportEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DataExportEdge'] = ResolversParentTypes['DataExportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DataExport'], ParentType, ContextType>;
};

export type DataExportFailureResolvers = EnumResolverSignature<{ INTERNAL?: any, NO_SPACE?: any, UNAVAILABLE?: any }, ResolversTypes['DataExportFailure']>;

export type DataExportKindResolvers = EnumResolverSignature<{ PERSON?: any, STUDIO?: any }, ResolversTypes['DataExportKind']>;

export type DataExportStateResolvers = EnumResolverSignature<{ CANCELLED?: any, EXPIRED?: any, FAILED?: any, READY?: any, RUNNING?: any, WAITING?: any }, ResolversTypes['DataExportState']>;

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ExportLimitReachedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExportLimitReached'] = ResolversParentTypes['ExportLimitReached']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  retryAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FreshProofNeededResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FreshProofNeeded'] = ResolversParentTypes['FreshProofNeeded']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvitationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Invitation'] = ResolversParentTypes['Invitation'], FederationReferenceType extends FederationReferenceTypes['Invitation'] = FederationReferenceTypes['Invitation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Invitation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invitedBy?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  projects?: Resolver<Array<Maybe<ResolversTypes['Project']>>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvitationNotUsableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvitationNotUsable'] = ResolversParentTypes['InvitationNotUsable']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvitationPreviewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvitationPreview'] = ResolversParentTypes['InvitationPreview']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  invitedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  studioLogo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  studioName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InviteMemberResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InviteMemberResult'] = ResolversParentTypes['InviteMemberResult']> = {
  __resolveType?: TypeResolveFn<'AlreadyMember' | 'InvalidInput' | 'InviteMemberSuccess', ParentType, ContextType>;
};

export type InviteMemberSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InviteMemberSuccess'] = ResolversParentTypes['InviteMemberSuccess']> = {
  invitation?: Resolver<ResolversTypes['Invitation'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LastOwnerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LastOwner'] = ResolversParentTypes['LastOwner']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LeavingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Leaving'] = ResolversParentTypes['Leaving']> = {
  gone?: Resolver<Array<ResolversTypes['LeavingStudio']>, ParentType, ContextType>;
  left?: Resolver<Array<ResolversTypes['LeavingStudio']>, ParentType, ContextType>;
  needOwner?: Resolver<Array<ResolversTypes['LeavingStudio']>, ParentType, ContextType>;
};

export type LeavingStudioResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LeavingStudio'] = ResolversParentTypes['LeavingStudio']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasSecondFactor?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isViewer?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  joinedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  leaving?: Resolver<Maybe<ResolversTypes['MemberLeaving']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  picture?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  secondFactorDueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  studio?: Resolver<Maybe<ResolversTypes['Studio']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MemberConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemberConnection'] = ResolversParentTypes['MemberConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MemberEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Member']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MemberEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemberEdge'] = ResolversParentTypes['MemberEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
};

export type MemberGoneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemberGone'] = ResolversParentTypes['MemberGone']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MemberLeavingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MemberLeaving'] = ResolversParentTypes['MemberLeaving']> = {
  apiKeys?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  appGrants?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  appsOnTheirOwn?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  clientLinks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  invitations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface MinorUnitsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MinorUnits'], any> {
  name: 'MinorUnits';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['MinorUnits'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptInvitation?: Resolver<ResolversTypes['AcceptInvitationResult'], ParentType, ContextType, RequireFields<MutationacceptInvitationArgs, 'input'>>;
  cancelAccountDeletion?: Resolver<ResolversTypes['CancelAccountDeletionResult'], ParentType, ContextType>;
  cancelExport?: Resolver<ResolversTypes['CancelExportResult'], ParentType, ContextType, RequireFields<MutationcancelExportArgs, 'input'>>;
  cancelStudioDeletion?: Resolver<ResolversTypes['CancelStudioDeletionResult'], ParentType, ContextType>;
  changeMemberRole?: Resolver<ResolversTypes['ChangeMemberRoleResult'], ParentType, ContextType, RequireFields<MutationchangeMemberRoleArgs, 'input'>>;
  createApiKey?: Resolver<ResolversTypes['CreateApiKeyResult'], ParentType, ContextType, RequireFields<MutationcreateApiKeyArgs, 'input'>>;
  createClientLink?: Resolver<ResolversTypes['CreateClientLinkResult'], ParentType, ContextType, RequireFields<MutationcreateClientLinkArgs, 'input'>>;
  createStudio?: Resolver<ResolversTypes['CreateStudioResult'], ParentType, ContextType, RequireFields<MutationcreateStudioArgs, 'input'>>;
  inviteMember?: Resolver<ResolversTypes['InviteMemberResult'], ParentType, ContextType, RequireFields<MutationinviteMemberArgs, 'input'>>;
  registerApp?: Resolver<ResolversTypes['RegisterAppResult'], ParentType, ContextType, RequireFields<MutationregisterAppArgs, 'input'>>;
  removeApp?: Resolver<ResolversTypes['RemoveAppResult'], ParentType, ContextType, RequireFields<MutationremoveAppArgs, 'input'>>;
  removeDemoData?: Resolver<ResolversTypes['RemoveDemoDataResult'], ParentType, ContextType>;
  removeMember?: Resolver<ResolversTypes['RemoveMemberResult'], ParentType, ContextType, RequireFields<MutationremoveMemberArgs, 'input'>>;
  removePasskey?: Resolver<ResolversTypes['RemovePasskeyResult'], ParentType, ContextType, RequireFields<MutationremovePasskeyArgs, 'input'>>;
  renamePasskey?: Resolver<ResolversTypes['RenamePasskeyResult'], ParentType, ContextType, RequireFields<MutationrenamePasskeyArgs, 'input'>>;
  requestAccountDeletion?: Resolver<ResolversTypes['RequestAccountDeletionResult'], ParentType, ContextType, RequireFields<MutationrequestAccountDeletionArgs, 'input'>>;
  requestOwnExport?: Resolver<ResolversTypes['RequestOwnExportResult'], ParentType, ContextType>;
  requestStudioDeletion?: Resolver<ResolversTypes['RequestStudioDeletionResult'], ParentType, ContextType, RequireFields<MutationrequestStudioDeletionArgs, 'input'>>;
  requestStudioExport?: Resolver<ResolversTypes['RequestStudioExportResult'], ParentType, ContextType>;
  requireSecondFactor?: Resolver<ResolversTypes['RequireSecondFactorResult'], ParentType, ContextType, RequireFields<MutationrequireSecondFactorArgs, 'input'>>;
  resendInvitation?: Resolver<ResolversTypes['ResendInvitationResult'], ParentType, ContextType, RequireFields<MutationresendInvitationArgs, 'input'>>;
  revokeApiKey?: Resolver<ResolversTypes['RevokeApiKeyResult'], ParentType, ContextType, RequireFields<MutationrevokeApiKeyArgs, 'input'>>;
  revokeAppGrant?: Resolver<ResolversTypes['RevokeAppGrantResult'], ParentType, ContextType, RequireFields<MutationrevokeAppGrantArgs, 'input'>>;
  revokeClientLink?: Resolver<ResolversTypes['RevokeClientLinkResult'], ParentType, ContextType, RequireFields<MutationrevokeClientLinkArgs, 'input'>>;
  revokeInvitation?: Resolver<ResolversTypes['RevokeInvitationResult'], ParentType, ContextType, RequireFields<MutationrevokeInvitationArgs, 'input'>>;
  revokeOtherSessions?: Resolver<ResolversTypes['RevokeOtherSessionsResult'], ParentType, ContextType>;
  revokeSession?: Resolver<ResolversTypes['RevokeSessionResult'], ParentType, ContextType, RequireFields<MutationrevokeSessionArgs, 'input'>>;
  rotateApiKey?: Resolver<ResolversTypes['RotateApiKeyResult'], ParentType, ContextType, RequireFields<MutationrotateApiKeyArgs, 'input'>>;
  rotateAppSecret?: Resolver<ResolversTypes['RotateAppSecretResult'], ParentType, ContextType, RequireFields<MutationrotateAppSecretArgs, 'input'>>;
  transferOwnership?: Resolver<ResolversTypes['TransferOwnershipResult'], ParentType, ContextType, RequireFields<MutationtransferOwnershipArgs, 'input'>>;
  updateApp?: Resolver<ResolversTypes['UpdateAppResult'], ParentType, ContextType, RequireFields<MutationupdateAppArgs, 'input'>>;
  updateProfile?: Resolver<ResolversTypes['UpdateProfileResult'], ParentType, ContextType, RequireFields<MutationupdateProfileArgs, 'input'>>;
  updateStudio?: Resolver<ResolversTypes['UpdateStudioResult'], ParentType, ContextType, RequireFields<MutationupdateStudioArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType?: TypeResolveFn<'ApiKey' | 'App' | 'AppGrant' | 'ClientLink' | 'DataExport' | 'Invitation' | 'Member' | 'Passkey' | 'Session' | 'Studio' | 'User', ParentType, ContextType>;
};

export type NotDemoDataResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotDemoData'] = ResolversParentTypes['NotDemoData']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PasskeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Passkey'] = ResolversParentTypes['Passkey'], FederationReferenceType extends FederationReferenceTypes['Passkey'] = FederationReferenceTypes['Passkey']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Passkey']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isSynced?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Project'] = ResolversParentTypes['Project'], FederationReferenceType extends FederationReferenceTypes['Project'] = FederationReferenceTypes['Project']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Project']> | FederationReferenceType, FederationReferenceType, ContextType>;
  clientLinks?: Resolver<Maybe<Array<ResolversTypes['ClientLink']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  askingApp?: Resolver<Maybe<ResolversTypes['AskingApp']>, ParentType, ContextType, RequireFields<QueryaskingAppArgs, 'id'>>;
  invitation?: Resolver<Maybe<ResolversTypes['InvitationPreview']>, ParentType, ContextType, RequireFields<QueryinvitationArgs, 'token'>>;
  studio?: Resolver<Maybe<ResolversTypes['Studio']>, ParentType, ContextType>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
};

export type RegisterAppResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterAppResult'] = ResolversParentTypes['RegisterAppResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInput' | 'RegisterAppSuccess', ParentType, ContextType>;
};

export type RegisterAppSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterAppSuccess'] = ResolversParentTypes['RegisterAppSuccess']> = {
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoveAppResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveAppResult'] = ResolversParentTypes['RemoveAppResult']> = {
  __resolveType?: TypeResolveFn<'RemoveAppSuccess', ParentType, ContextType>;
};

export type RemoveAppSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveAppSuccess'] = ResolversParentTypes['RemoveAppSuccess']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoveDemoDataResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveDemoDataResult'] = ResolversParentTypes['RemoveDemoDataResult']> = {
  __resolveType?: TypeResolveFn<'NotDemoData' | 'RemoveDemoDataSuccess', ParentType, ContextType>;
};

export type RemoveDemoDataSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveDemoDataSuccess'] = ResolversParentTypes['RemoveDemoDataSuccess']> = {
  studioIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoveMemberResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveMemberResult'] = ResolversParentTypes['RemoveMemberResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInput' | 'LastOwner' | 'MemberGone' | 'RemoveMemberSuccess', ParentType, ContextType>;
};

export type RemoveMemberSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveMemberSuccess'] = ResolversParentTypes['RemoveMemberSuccess']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemovePasskeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemovePasskeyResult'] = ResolversParentTypes['RemovePasskeyResult']> = {
  __resolveType?: TypeResolveFn<'FreshProofNeeded' | 'RemovePasskeySuccess', ParentType, ContextType>;
};

export type RemovePasskeySuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemovePasskeySuccess'] = ResolversParentTypes['RemovePasskeySuccess']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RenamePasskeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenamePasskeyResult'] = ResolversParentTypes['RenamePasskeyResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInput' | 'RenamePasskeySuccess', ParentType, ContextType>;
};

export type RenamePasskeySuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RenamePasskeySuccess'] = ResolversParentTypes['RenamePasskeySuccess']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RequestAccountDeletionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestAccountDeletionResult'] = ResolversParentTypes['RequestAccountDeletionResult']> = {
  __resolveType?: TypeResolveFn<'FreshProofNeeded' | 'InvalidInput' | 'RequestAccountDeletionSuccess' | 'StudiosNeedOwner', ParentType, ContextType>;
};

export type RequestAccountDeletionSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestAccountDeletionSuccess'] = ResolversParentTypes['RequestAccountDeletionSuccess']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RequestOwnExportResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestOwnExportResult'] = ResolversParentTypes['RequestOwnExportResult']> = {
  __resolveType?: TypeResolveFn<'ExportLimitReached' | 'FreshProofNeeded' | 'RequestOwnExportSuccess', ParentType, ContextType>;
};

export type RequestOwnExportSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestOwnExportSuccess'] = ResolversParentTypes['RequestOwnExportSuccess']> = {
  export?: Resolver<ResolversTypes['DataExport'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RequestStudioDeletionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestStudioDeletionResult'] = ResolversParentTypes['RequestStudioDeletionResult']> = {
  __resolveType?: TypeResolveFn<'FreshProofNeeded' | 'InvalidInput' | 'RequestStudioDeletionSuccess', ParentType, ContextType>;
};

export type RequestStudioDeletionSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestStudioDeletionSuccess'] = ResolversParentTypes['RequestStudioDeletionSuccess']> = {
  studio?: Resolver<ResolversTypes['Studio'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RequestStudioExportResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestStudioExportResult'] = ResolversParentTypes['RequestStudioExportResult']> = {
  __resolveType?: TypeResolveFn<'ExportLimitReached' | 'FreshProofNeeded' | 'RequestStudioExportSuccess', ParentType, ContextType>;
};

export type RequestStudioExportSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestStudioExportSuccess'] = ResolversParentTypes['RequestStudioExportSuccess']> = {
  export?: Resolver<ResolversTypes['DataExport'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RequireSecondFactorResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequireSecondFactorResult'] = ResolversParentTypes['RequireSecondFactorResult']> = {
  __resolveType?: TypeResolveFn<'FreshProofNeeded' | 'InvalidInput' | 'RequireSecondFactorSuccess', ParentType, ContextType>;
};

export type RequireSecondFactorSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequireSecondFactorSuccess'] = ResolversParentTypes['RequireSecondFactorSuccess']> = {
  studio?: Resolver<ResolversTypes['Studio'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResendInvitationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResendInvitationResult'] = ResolversParentTypes['ResendInvitationResult']> = {
  __resolveType?: TypeResolveFn<'ResendInvitationSuccess', ParentType, ContextType>;
};

export type ResendInvitationSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResendInvitationSuccess'] = ResolversParentTypes['ResendInvitationSuccess']> = {
  invitation?: Resolver<ResolversTypes['Invitation'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokeApiKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeApiKeyResult'] = ResolversParentTypes['RevokeApiKeyResult']> = {
  __resolveType?: TypeResolveFn<'RevokeApiKeySuccess', ParentType, ContextType>;
};

export type RevokeApiKeySuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeApiKeySuccess'] = ResolversParentTypes['RevokeApiKeySuccess']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokeAppGrantResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeAppGrantResult'] = ResolversParentTypes['RevokeAppGrantResult']> = {
  __resolveType?: TypeResolveFn<'RevokeAppGrantSuccess', ParentType, ContextType>;
};

export type RevokeAppGrantSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeAppGrantSuccess'] = ResolversParentTypes['RevokeAppGrantSuccess']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokeClientLinkResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeClientLinkResult'] = ResolversParentTypes['RevokeClientLinkResult']> = {
  __resolveType?: TypeResolveFn<'RevokeClientLinkSuccess', ParentType, ContextType>;
};

export type RevokeClientLinkSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeClientLinkSuccess'] = ResolversParentTypes['RevokeClientLinkSuccess']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokeInvitationResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeInvitationResult'] = ResolversParentTypes['RevokeInvitationResult']> = {
  __resolveType?: TypeResolveFn<'RevokeInvitationSuccess', ParentType, ContextType>;
};

export type RevokeInvitationSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeInvitationSuccess'] = ResolversParentTypes['RevokeInvitationSuccess']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokeOtherSessionsResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeOtherSessionsResult'] = ResolversParentTypes['RevokeOtherSessionsResult']> = {
  __resolveType?: TypeResolveFn<'RevokeOtherSessionsSuccess', ParentType, ContextType>;
};

export type RevokeOtherSessionsSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeOtherSessionsSuccess'] = ResolversParentTypes['RevokeOtherSessionsSuccess']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevokeSessionResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeSessionResult'] = ResolversParentTypes['RevokeSessionResult']> = {
  __resolveType?: TypeResolveFn<'RevokeSessionSuccess', ParentType, ContextType>;
};

export type RevokeSessionSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeSessionSuccess'] = ResolversParentTypes['RevokeSessionSuccess']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RoleResolvers = EnumResolverSignature<{ ACCOUNTANT?: any, ADMIN?: any, ARTIST?: any, GUEST?: any, MANAGER?: any, OWNER?: any }, ResolversTypes['Role']>;

export type RotateApiKeyResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateApiKeyResult'] = ResolversParentTypes['RotateApiKeyResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInput' | 'RotateApiKeySuccess', ParentType, ContextType>;
};

export type RotateApiKeySuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateApiKeySuccess'] = ResolversParentTypes['RotateApiKeySuccess']> = {
  apiKey?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RotateAppSecretResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateAppSecretResult'] = ResolversParentTypes['RotateAppSecretResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInput' | 'RotateAppSecretSuccess', ParentType, ContextType>;
};

export type RotateAppSecretSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RotateAppSecretSuccess'] = ResolversParentTypes['RotateAppSecretSuccess']> = {
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  secret?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session'], FederationReferenceType extends FederationReferenceTypes['Session'] = FederationReferenceTypes['Session']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Session']> | FederationReferenceType, FederationReferenceType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  device?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StudioResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Studio'] = ResolversParentTypes['Studio'], FederationReferenceType extends FederationReferenceTypes['Studio'] = FederationReferenceTypes['Studio']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Studio']> | FederationReferenceType, FederationReferenceType, ContextType>;
  apiKeys?: Resolver<Maybe<Array<ResolversTypes['ApiKey']>>, ParentType, ContextType>;
  appGrants?: Resolver<Maybe<Array<ResolversTypes['AppGrant']>>, ParentType, ContextType>;
  apps?: Resolver<Maybe<Array<ResolversTypes['App']>>, ParentType, ContextType>;
  auditLog?: Resolver<Maybe<ResolversTypes['AuditLogConnection']>, ParentType, ContextType, RequireFields<StudioauditLogArgs, 'first'>>;
  auditLogCheck?: Resolver<Maybe<ResolversTypes['AuditLogCheck']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  deletion?: Resolver<Maybe<ResolversTypes['StudioDeletion']>, ParentType, ContextType>;
  exports?: Resolver<Maybe<ResolversTypes['DataExportConnection']>, ParentType, ContextType, RequireFields<StudioexportsArgs, 'first'>>;
  hasDemoData?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invitations?: Resolver<Maybe<Array<ResolversTypes['Invitation']>>, ParentType, ContextType>;
  liveVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  locale?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  logo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  members?: Resolver<ResolversTypes['MemberConnection'], ParentType, ContextType, RequireFields<StudiomembersArgs, 'first'>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  secondFactorDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerCanDelete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanExport?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanManageApiKeys?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanManageApps?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanManageMembers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanReadAuditLog?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanUpdate?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StudioDeletionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StudioDeletion'] = ResolversParentTypes['StudioDeletion']> = {
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedBy?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
};

export type StudioSlugTakenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StudioSlugTaken'] = ResolversParentTypes['StudioSlugTaken']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  suggestion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StudioVersionConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StudioVersionConflict'] = ResolversParentTypes['StudioVersionConflict']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  studio?: Resolver<ResolversTypes['Studio'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StudiosNeedOwnerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StudiosNeedOwner'] = ResolversParentTypes['StudiosNeedOwner']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  studios?: Resolver<Array<ResolversTypes['LeavingStudio']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TransferOwnershipResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferOwnershipResult'] = ResolversParentTypes['TransferOwnershipResult']> = {
  __resolveType?: TypeResolveFn<'AlreadyOwner' | 'FreshProofNeeded' | 'MemberGone' | 'TransferOwnershipSuccess', ParentType, ContextType>;
};

export type TransferOwnershipSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferOwnershipSuccess'] = ResolversParentTypes['TransferOwnershipSuccess']> = {
  formerOwner?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  member?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateAppResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateAppResult'] = ResolversParentTypes['UpdateAppResult']> = {
  __resolveType?: TypeResolveFn<'AppVersionConflict' | 'InvalidInput' | 'UpdateAppSuccess', ParentType, ContextType>;
};

export type UpdateAppSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateAppSuccess'] = ResolversParentTypes['UpdateAppSuccess']> = {
  app?: Resolver<ResolversTypes['App'], ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateProfileResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProfileResult'] = ResolversParentTypes['UpdateProfileResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInput' | 'UpdateProfileSuccess', ParentType, ContextType>;
};

export type UpdateProfileSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProfileSuccess'] = ResolversParentTypes['UpdateProfileSuccess']> = {
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateStudioResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateStudioResult'] = ResolversParentTypes['UpdateStudioResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInput' | 'StudioSlugTaken' | 'StudioVersionConflict' | 'UpdateStudioSuccess', ParentType, ContextType>;
};

export type UpdateStudioSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateStudioSuccess'] = ResolversParentTypes['UpdateStudioSuccess']> = {
  studio?: Resolver<ResolversTypes['Studio'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  appGrants?: Resolver<Array<ResolversTypes['AppGrant']>, ParentType, ContextType>;
  auditLog?: Resolver<Maybe<ResolversTypes['AuditLogConnection']>, ParentType, ContextType, RequireFields<UserauditLogArgs, 'first'>>;
  deletion?: Resolver<Maybe<ResolversTypes['AccountDeletion']>, ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  emailVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  exports?: Resolver<Maybe<ResolversTypes['DataExportConnection']>, ParentType, ContextType, RequireFields<UserexportsArgs, 'first'>>;
  hasAuthenticatorApp?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  leaving?: Resolver<ResolversTypes['Leaving'], ParentType, ContextType>;
  locale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  memberships?: Resolver<Array<ResolversTypes['Member']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  passkeys?: Resolver<Array<ResolversTypes['Passkey']>, ParentType, ContextType>;
  picture?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recoveryCodesLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType?: TypeResolveFn<'AccountDeletionUnderWay' | 'AlreadyMember' | 'AlreadyOwner' | 'AppVersionConflict' | 'ExportLimitReached' | 'FreshProofNeeded' | 'InvalidInput' | 'InvitationNotUsable' | 'LastOwner' | 'MemberGone' | 'NotDemoData' | 'StudioSlugTaken' | 'StudioVersionConflict' | 'StudiosNeedOwner', ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ViewerKind'], ParentType, ContextType>;
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  studio?: Resolver<Maybe<ResolversTypes['Studio']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type ViewerKindResolvers = EnumResolverSignature<{ API_KEY?: any, CONTACT?: any, USER?: any }, ResolversTypes['ViewerKind']>;

export type Resolvers<ContextType = Context> = {
  AcceptInvitationResult?: AcceptInvitationResultResolvers<ContextType>;
  AcceptInvitationSuccess?: AcceptInvitationSuccessResolvers<ContextType>;
  AccountDeletion?: AccountDeletionResolvers<ContextType>;
  AccountDeletionUnderWay?: AccountDeletionUnderWayResolvers<ContextType>;
  AlreadyMember?: AlreadyMemberResolvers<ContextType>;
  AlreadyOwner?: AlreadyOwnerResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  ApiKeyScope?: ApiKeyScopeResolvers;
  App?: AppResolvers<ContextType>;
  AppGrant?: AppGrantResolvers<ContextType>;
  AppVersionConflict?: AppVersionConflictResolvers<ContextType>;
  AskingApp?: AskingAppResolvers<ContextType>;
  AuditLogActorKind?: AuditLogActorKindResolvers;
  AuditLogChange?: AuditLogChangeResolvers<ContextType>;
  AuditLogCheck?: AuditLogCheckResolvers<ContextType>;
  AuditLogConnection?: AuditLogConnectionResolvers<ContextType>;
  AuditLogEdge?: AuditLogEdgeResolvers<ContextType>;
  AuditLogFault?: AuditLogFaultResolvers<ContextType>;
  AuditLogFaultKind?: AuditLogFaultKindResolvers;
  AuditLogKind?: AuditLogKindResolvers;
  AuditLogLine?: AuditLogLineResolvers<ContextType>;
  CancelAccountDeletionResult?: CancelAccountDeletionResultResolvers<ContextType>;
  CancelAccountDeletionSuccess?: CancelAccountDeletionSuccessResolvers<ContextType>;
  CancelExportResult?: CancelExportResultResolvers<ContextType>;
  CancelExportSuccess?: CancelExportSuccessResolvers<ContextType>;
  CancelStudioDeletionResult?: CancelStudioDeletionResultResolvers<ContextType>;
  CancelStudioDeletionSuccess?: CancelStudioDeletionSuccessResolvers<ContextType>;
  ChangeMemberRoleResult?: ChangeMemberRoleResultResolvers<ContextType>;
  ChangeMemberRoleSuccess?: ChangeMemberRoleSuccessResolvers<ContextType>;
  ClientLink?: ClientLinkResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  CreateApiKeyResult?: CreateApiKeyResultResolvers<ContextType>;
  CreateApiKeySuccess?: CreateApiKeySuccessResolvers<ContextType>;
  CreateClientLinkResult?: CreateClientLinkResultResolvers<ContextType>;
  CreateClientLinkSuccess?: CreateClientLinkSuccessResolvers<ContextType>;
  CreateStudioResult?: CreateStudioResultResolvers<ContextType>;
  CreateStudioSuccess?: CreateStudioSuccessResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  DataExport?: DataExportResolvers<ContextType>;
  DataExportConnection?: DataExportConnectionResolvers<ContextType>;
  DataExportEdge?: DataExportEdgeResolvers<ContextType>;
  DataExportFailure?: DataExportFailureResolvers;
  DataExportKind?: DataExportKindResolvers;
  DataExportState?: DataExportStateResolvers;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  ExportLimitReached?: ExportLimitReachedResolvers<ContextType>;
  FreshProofNeeded?: FreshProofNeededResolvers<ContextType>;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  Invitation?: InvitationResolvers<ContextType>;
  InvitationNotUsable?: InvitationNotUsableResolvers<ContextType>;
  InvitationPreview?: InvitationPreviewResolvers<ContextType>;
  InviteMemberResult?: InviteMemberResultResolvers<ContextType>;
  InviteMemberSuccess?: InviteMemberSuccessResolvers<ContextType>;
  LastOwner?: LastOwnerResolvers<ContextType>;
  Leaving?: LeavingResolvers<ContextType>;
  LeavingStudio?: LeavingStudioResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  MemberConnection?: MemberConnectionResolvers<ContextType>;
  MemberEdge?: MemberEdgeResolvers<ContextType>;
  MemberGone?: MemberGoneResolvers<ContextType>;
  MemberLeaving?: MemberLeavingResolvers<ContextType>;
  MinorUnits?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  NotDemoData?: NotDemoDataResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Passkey?: PasskeyResolvers<ContextType>;
  Project?: ProjectResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RegisterAppResult?: RegisterAppResultResolvers<ContextType>;
  RegisterAppSuccess?: RegisterAppSuccessResolvers<ContextType>;
  RemoveAppResult?: RemoveAppResultResolvers<ContextType>;
  RemoveAppSuccess?: RemoveAppSuccessResolvers<ContextType>;
  RemoveDemoDataResult?: RemoveDemoDataResultResolvers<ContextType>;
  RemoveDemoDataSuccess?: RemoveDemoDataSuccessResolvers<ContextType>;
  RemoveMemberResult?: RemoveMemberResultResolvers<ContextType>;
  RemoveMemberSuccess?: RemoveMemberSuccessResolvers<ContextType>;
  RemovePasskeyResult?: RemovePasskeyResultResolvers<ContextType>;
  RemovePasskeySuccess?: RemovePasskeySuccessResolvers<ContextType>;
  RenamePasskeyResult?: RenamePasskeyResultResolvers<ContextType>;
  RenamePasskeySuccess?: RenamePasskeySuccessResolvers<ContextType>;
  RequestAccountDeletionResult?: RequestAccountDeletionResultResolvers<ContextType>;
  RequestAccountDeletionSuccess?: RequestAccountDeletionSuccessResolvers<ContextType>;
  RequestOwnExportResult?: RequestOwnExportResultResolvers<ContextType>;
  RequestOwnExportSuccess?: RequestOwnExportSuccessResolvers<ContextType>;
  RequestStudioDeletionResult?: RequestStudioDeletionResultResolvers<ContextType>;
  RequestStudioDeletionSuccess?: RequestStudioDeletionSuccessResolvers<ContextType>;
  RequestStudioExportResult?: RequestStudioExportResultResolvers<ContextType>;
  RequestStudioExportSuccess?: RequestStudioExportSuccessResolvers<ContextType>;
  RequireSecondFactorResult?: RequireSecondFactorResultResolvers<ContextType>;
  RequireSecondFactorSuccess?: RequireSecondFactorSuccessResolvers<ContextType>;
  ResendInvitationResult?: ResendInvitationResultResolvers<ContextType>;
  ResendInvitationSuccess?: ResendInvitationSuccessResolvers<ContextType>;
  RevokeApiKeyResult?: RevokeApiKeyResultResolvers<ContextType>;
  RevokeApiKeySuccess?: RevokeApiKeySuccessResolvers<ContextType>;
  RevokeAppGrantResult?: RevokeAppGrantResultResolvers<ContextType>;
  RevokeAppGrantSuccess?: RevokeAppGrantSuccessResolvers<ContextType>;
  RevokeClientLinkResult?: RevokeClientLinkResultResolvers<ContextType>;
  RevokeClientLinkSuccess?: RevokeClientLinkSuccessResolvers<ContextType>;
  RevokeInvitationResult?: RevokeInvitationResultResolvers<ContextType>;
  RevokeInvitationSuccess?: RevokeInvitationSuccessResolvers<ContextType>;
  RevokeOtherSessionsResult?: RevokeOtherSessionsResultResolvers<ContextType>;
  RevokeOtherSessionsSuccess?: RevokeOtherSessionsSuccessResolvers<ContextType>;
  RevokeSessionResult?: RevokeSessionResultResolvers<ContextType>;
  RevokeSessionSuccess?: RevokeSessionSuccessResolvers<ContextType>;
  Role?: RoleResolvers;
  RotateApiKeyResult?: RotateApiKeyResultResolvers<ContextType>;
  RotateApiKeySuccess?: RotateApiKeySuccessResolvers<ContextType>;
  RotateAppSecretResult?: RotateAppSecretResultResolvers<ContextType>;
  RotateAppSecretSuccess?: RotateAppSecretSuccessResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  Studio?: StudioResolvers<ContextType>;
  StudioDeletion?: StudioDeletionResolvers<ContextType>;
  StudioSlugTaken?: StudioSlugTakenResolvers<ContextType>;
  StudioVersionConflict?: StudioVersionConflictResolvers<ContextType>;
  StudiosNeedOwner?: StudiosNeedOwnerResolvers<ContextType>;
  TransferOwnershipResult?: TransferOwnershipResultResolvers<ContextType>;
  TransferOwnershipSuccess?: TransferOwnershipSuccessResolvers<ContextType>;
  UpdateAppResult?: UpdateAppResultResolvers<ContextType>;
  UpdateAppSuccess?: UpdateAppSuccessResolvers<ContextType>;
  UpdateProfileResult?: UpdateProfileResultResolvers<ContextType>;
  UpdateProfileSuccess?: UpdateProfileSuccessResolvers<ContextType>;
  UpdateStudioResult?: UpdateStudioResultResolvers<ContextType>;
  UpdateStudioSuccess?: UpdateStudioSuccessResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  ViewerKind?: ViewerKindResolvers;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: accessDirectiveResolver<any, any, ContextType>;
};
