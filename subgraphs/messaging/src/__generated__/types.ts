import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { NotificationMapper } from './../notifications/schema.mappers.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
export type EnumResolverSignature<T, AllowedValues = any> = { [key in keyof T]?: AllowedValues };
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

/** A comment; owned by the projects domain. */
export type Comment = {
  __typename?: 'Comment';
  /** The comment's id. */
  id: Scalars['ID']['output'];
};

/** A person at a client; owned by the clients domain. */
export type Contact = {
  __typename?: 'Contact';
  /** The contact's id. */
  id: Scalars['ID']['output'];
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

/** Which notifications to mark. */
export type MarkNotificationsReadInput = {
  /** Their ids, at most 100; left out: all. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** True marks read, false unread. */
  read?: Scalars['Boolean']['input'];
};

/** What became of marking. */
export type MarkNotificationsReadResult = InvalidInput | MarkNotificationsReadSuccess;

/** They were marked. */
export type MarkNotificationsReadSuccess = {
  __typename?: 'MarkNotificationsReadSuccess';
  /** The notifications that were named; empty when all were marked. */
  notifications: Array<Notification>;
  /** How many are unread now. */
  unreadNotificationCount: Scalars['Int']['output'];
};

/** A person of the studio; owned by the accounts domain. */
export type Member = {
  __typename?: 'Member';
  /** The membership's id. */
  id: Scalars['ID']['output'];
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
  /** Marks notifications read or unread; without ids, all of the active studio. */
  markNotificationsRead: MarkNotificationsReadResult;
  /** Chooses the channels for a kind of event. */
  updateNotificationSetting: UpdateNotificationSettingResult;
};


export type MutationmarkNotificationsReadArgs = {
  input: MarkNotificationsReadInput;
};


export type MutationupdateNotificationSettingArgs = {
  input: UpdateNotificationSettingInput;
};

/** A thing with an id that can be fetched by `node(id)`. */
export type Node = {
  /** Opaque, stable and unique over the whole of Atelier; it names its type. */
  id: Scalars['ID']['output'];
};

/** Something that a person was told. */
export type Notification = Node & {
  __typename?: 'Notification';
  /** Who did it; null for Atelier itself or somebody who is gone. */
  actor?: Maybe<NotificationActor>;
  /** The comment that it concerns; null when there is none, or the viewer no longer sees it. */
  comment?: Maybe<Comment>;
  /** When it happened. */
  createdAt: Scalars['DateTime']['output'];
  /** The notification's id. */
  id: Scalars['ID']['output'];
  /** What happened. */
  kind: NotificationKind;
  /** The project that it happened in; null when the viewer no longer sees it. */
  project?: Maybe<Project>;
  /** When it was read; null when it wasn't. */
  readAt?: Maybe<Scalars['DateTime']['output']>;
  /** The task that it concerns; null when there is none, or the viewer no longer sees it. */
  task?: Maybe<Task>;
};

/** Somebody who did something. */
export type NotificationActor = Contact | Member;

/** A page of notifications. */
export type NotificationConnection = {
  __typename?: 'NotificationConnection';
  /** The notifications with their cursors. */
  edges: Array<NotificationEdge>;
  /** The notifications. */
  nodes: Array<Notification>;
  /** Where the page stands. */
  pageInfo: PageInfo;
};

/** A notification on a page. */
export type NotificationEdge = {
  __typename?: 'NotificationEdge';
  /** The cursor to go on after. */
  cursor: Scalars['String']['output'];
  /** The notification. */
  node: Notification;
};

/** What a person is told of. */
export type NotificationKind =
  /** A task was given to them. */
  | 'ASSIGNED'
  /** Somebody commented on a task of theirs. */
  | 'COMMENTED'
  /** Somebody mentioned them in a comment. */
  | 'MENTIONED';

/** By which channels a person is told of a kind of event. */
export type NotificationSetting = {
  __typename?: 'NotificationSetting';
  /** Whether it shows in the app. */
  inApp: Scalars['Boolean']['output'];
  /** The kind of event. */
  kind: NotificationKind;
  /** Whether it is mailed. */
  mail: Scalars['Boolean']['output'];
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

/** A project; owned by the projects domain. */
export type Project = {
  __typename?: 'Project';
  /** The project's id. */
  id: Scalars['ID']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** Which events reach the viewer by which channel, in the active studio. */
  notificationSettings?: Maybe<Array<NotificationSetting>>;
  /** What the viewer was told in the active studio, the newest first. */
  notifications?: Maybe<NotificationConnection>;
  /** How many notifications are unread in the active studio. */
  unreadNotificationCount?: Maybe<Scalars['Int']['output']>;
};


export type QuerynotificationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  unread?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A task; owned by the projects domain. */
export type Task = {
  __typename?: 'Task';
  /** The task's id. */
  id: Scalars['ID']['output'];
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

/** What became of choosing. */
export type UpdateNotificationSettingResult = UpdateNotificationSettingSuccess;

/** The channels were chosen. */
export type UpdateNotificationSettingSuccess = {
  __typename?: 'UpdateNotificationSettingSuccess';
  /** All settings as they are now. */
  settings: Array<NotificationSetting>;
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
  Notification: Notification;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Notification:
    ( { __typename: 'Notification' }
    & GraphQLRecursivePick<FederationTypes['Notification'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  MarkNotificationsReadResult:
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<MarkNotificationsReadSuccess, 'notifications'> & { notifications: Array<_RefType['Notification']> } & { __typename: 'MarkNotificationsReadSuccess' } )
  ;
  NotificationActor:
    | ( Contact & { __typename: 'Contact' } )
    | ( Member & { __typename: 'Member' } )
  ;
  UpdateNotificationSettingResult: ( Omit<UpdateNotificationSettingSuccess, 'settings'> & { settings: Array<_RefType['NotificationSetting']> } & { __typename: 'UpdateNotificationSettingSuccess' } );
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node: ( NotificationMapper & { __typename: 'Notification' } );
  UserError: ( InvalidInput & { __typename: 'InvalidInput' } );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Comment: ResolverTypeWrapper<Comment>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Contact: ResolverTypeWrapper<Contact>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  InvalidInput: ResolverTypeWrapper<InvalidInput>;
  MarkNotificationsReadInput: MarkNotificationsReadInput;
  MarkNotificationsReadResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MarkNotificationsReadResult']>;
  MarkNotificationsReadSuccess: ResolverTypeWrapper<Omit<MarkNotificationsReadSuccess, 'notifications'> & { notifications: Array<ResolversTypes['Notification']> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Member: ResolverTypeWrapper<Member>;
  MinorUnits: ResolverTypeWrapper<Scalars['MinorUnits']['output']>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  Notification: ResolverTypeWrapper<NotificationMapper>;
  NotificationActor: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['NotificationActor']>;
  NotificationConnection: ResolverTypeWrapper<Omit<NotificationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['NotificationEdge']>, nodes: Array<ResolversTypes['Notification']> }>;
  NotificationEdge: ResolverTypeWrapper<Omit<NotificationEdge, 'node'> & { node: ResolversTypes['Notification'] }>;
  NotificationKind: ResolverTypeWrapper<'MENTIONED' | 'ASSIGNED' | 'COMMENTED'>;
  NotificationSetting: ResolverTypeWrapper<Omit<NotificationSetting, 'kind'> & { kind: ResolversTypes['NotificationKind'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Project: ResolverTypeWrapper<Project>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Task: ResolverTypeWrapper<Task>;
  UpdateNotificationSettingInput: UpdateNotificationSettingInput;
  UpdateNotificationSettingResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateNotificationSettingResult']>;
  UpdateNotificationSettingSuccess: ResolverTypeWrapper<Omit<UpdateNotificationSettingSuccess, 'settings'> & { settings: Array<ResolversTypes['NotificationSetting']> }>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Comment: Comment;
  ID: Scalars['ID']['output'];
  Contact: Contact;
  CurrencyCode: Scalars['CurrencyCode']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  InvalidInput: InvalidInput;
  MarkNotificationsReadInput: MarkNotificationsReadInput;
  MarkNotificationsReadResult: ResolversUnionTypes<ResolversParentTypes>['MarkNotificationsReadResult'];
  MarkNotificationsReadSuccess: Omit<MarkNotificationsReadSuccess, 'notifications'> & { notifications: Array<ResolversParentTypes['Notification']> };
  Int: Scalars['Int']['output'];
  Member: Member;
  MinorUnits: Scalars['MinorUnits']['output'];
  Money: Money;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  Notification: NotificationMapper;
  NotificationActor: ResolversUnionTypes<ResolversParentTypes>['NotificationActor'];
  NotificationConnection: Omit<NotificationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['NotificationEdge']>, nodes: Array<ResolversParentTypes['Notification']> };
  NotificationEdge: Omit<NotificationEdge, 'node'> & { node: ResolversParentTypes['Notification'] };
  NotificationSetting: NotificationSetting;
  PageInfo: PageInfo;
  Project: Project;
  Query: Record<PropertyKey, never>;
  Task: Task;
  UpdateNotificationSettingInput: UpdateNotificationSettingInput;
  UpdateNotificationSettingResult: ResolversUnionTypes<ResolversParentTypes>['UpdateNotificationSettingResult'];
  UpdateNotificationSettingSuccess: Omit<UpdateNotificationSettingSuccess, 'settings'> & { settings: Array<ResolversParentTypes['NotificationSetting']> };
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

export type CommentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Comment'] = ResolversParentTypes['Comment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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

export type InvalidInputResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInput'] = ResolversParentTypes['InvalidInput']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MarkNotificationsReadResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkNotificationsReadResult'] = ResolversParentTypes['MarkNotificationsReadResult']> = {
  __resolveType?: TypeResolveFn<'InvalidInput' | 'MarkNotificationsReadSuccess', ParentType, ContextType>;
};

export type MarkNotificationsReadSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkNotificationsReadSuccess'] = ResolversParentTypes['MarkNotificationsReadSuccess']> = {
  notifications?: Resolver<Array<ResolversTypes['Notification']>, ParentType, ContextType>;
  unreadNotificationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface MinorUnitsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MinorUnits'], any> {
  name: 'MinorUnits';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['MinorUnits'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  markNotificationsRead?: Resolver<ResolversTypes['MarkNotificationsReadResult'], ParentType, ContextType, RequireFields<MutationmarkNotificationsReadArgs, 'input'>>;
  updateNotificationSetting?: Resolver<ResolversTypes['UpdateNotificationSettingResult'], ParentType, ContextType, RequireFields<MutationupdateNotificationSettingArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType?: TypeResolveFn<'Notification', ParentType, ContextType>;
};

export type NotificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Notification'] = ResolversParentTypes['Notification'], FederationReferenceType extends FederationReferenceTypes['Notification'] = FederationReferenceTypes['Notification']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Notification']> | FederationReferenceType, FederationReferenceType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['NotificationActor']>, ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['Comment']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NotificationKind'], ParentType, ContextType>;
  project?: Resolver<Maybe<ResolversTypes['Project']>, ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationActorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationActor'] = ResolversParentTypes['NotificationActor']> = {
  __resolveType?: TypeResolveFn<'Contact' | 'Member', ParentType, ContextType>;
};

export type NotificationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationConnection'] = ResolversParentTypes['NotificationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['NotificationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Notification']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type NotificationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationEdge'] = ResolversParentTypes['NotificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Notification'], ParentType, ContextType>;
};

export type NotificationKindResolvers = EnumResolverSignature<{ ASSIGNED?: any, COMMENTED?: any, MENTIONED?: any }, ResolversTypes['NotificationKind']>;

export type NotificationSettingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationSetting'] = ResolversParentTypes['NotificationSetting']> = {
  inApp?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NotificationKind'], ParentType, ContextType>;
  mail?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ProjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Project'] = ResolversParentTypes['Project']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  notificationSettings?: Resolver<Maybe<Array<ResolversTypes['NotificationSetting']>>, ParentType, ContextType>;
  notifications?: Resolver<Maybe<ResolversTypes['NotificationConnection']>, ParentType, ContextType, RequireFields<QuerynotificationsArgs, 'first'>>;
  unreadNotificationCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TaskResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Task'] = ResolversParentTypes['Task']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateNotificationSettingResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateNotificationSettingResult'] = ResolversParentTypes['UpdateNotificationSettingResult']> = {
  __resolveType?: TypeResolveFn<'UpdateNotificationSettingSuccess', ParentType, ContextType>;
};

export type UpdateNotificationSettingSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateNotificationSettingSuccess'] = ResolversParentTypes['UpdateNotificationSettingSuccess']> = {
  settings?: Resolver<Array<ResolversTypes['NotificationSetting']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType?: TypeResolveFn<'InvalidInput', ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Comment?: CommentResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  MarkNotificationsReadResult?: MarkNotificationsReadResultResolvers<ContextType>;
  MarkNotificationsReadSuccess?: MarkNotificationsReadSuccessResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  MinorUnits?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Notification?: NotificationResolvers<ContextType>;
  NotificationActor?: NotificationActorResolvers<ContextType>;
  NotificationConnection?: NotificationConnectionResolvers<ContextType>;
  NotificationEdge?: NotificationEdgeResolvers<ContextType>;
  NotificationKind?: NotificationKindResolvers;
  NotificationSetting?: NotificationSettingResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Project?: ProjectResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Task?: TaskResolvers<ContextType>;
  UpdateNotificationSettingResult?: UpdateNotificationSettingResultResolvers<ContextType>;
  UpdateNotificationSettingSuccess?: UpdateNotificationSettingSuccessResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: accessDirectiveResolver<any, any, ContextType>;
};
