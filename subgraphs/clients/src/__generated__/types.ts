import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ClientMapper, ClientConnectionMapper } from './../clients/schema.mappers.ts';
import type { ContactMapper } from './../contacts/schema.mappers.ts';
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

/** Which client to archive. */
export type ArchiveClientInput = {
  /** True archives, false takes it back. */
  archived?: Scalars['Boolean']['input'];
  /** The client's id. */
  id: Scalars['ID']['input'];
};

/** What became of archiving. */
export type ArchiveClientResult = ArchiveClientSuccess;

/** The client was archived or taken back. */
export type ArchiveClientSuccess = {
  __typename?: 'ArchiveClientSuccess';
  /** The client as it is now. */
  client: Client;
};

/** Somebody the studio works for: a company or a person, with its contacts. */
export type Client = Node & {
  __typename?: 'Client';
  /** When the client was archived; null when it wasn't. */
  archivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The people at the client, by name. */
  contacts: Array<Contact>;
  /** When the client was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The currency that this client's sums start in. */
  currency: Scalars['CurrencyCode']['output'];
  /** The usual rate for an hour; null when none was agreed. Null for viewers who don't see money. */
  defaultRate?: Maybe<Money>;
  /** The client's id. */
  id: Scalars['ID']['output'];
  /** A company or a person. */
  kind: ClientKind;
  /** The language that the client is written to, a BCP 47 tag. */
  language: Scalars['String']['output'];
  /** The client's name. */
  name: Scalars['String']['output'];
  /** Notes for the team; never shown to the client. */
  notes?: Maybe<Scalars['String']['output']>;
  /** Days until an invoice is due. */
  paymentTermsDays: Scalars['Int']['output'];
  /** When the client was put in the trash; null when it wasn't. It is deleted 30 days later. */
  trashedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The tax number for invoices, as the client writes it; null when there is none. */
  vatId?: Maybe<Scalars['String']['output']>;
  /** Counts the changes; send it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Whether the viewer may change this client. */
  viewerCanUpdate: Scalars['Boolean']['output'];
};

/** A page of clients. */
export type ClientConnection = {
  __typename?: 'ClientConnection';
  /** The clients with their cursors. */
  edges: Array<ClientEdge>;
  /** The clients. */
  nodes: Array<Client>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many clients match in all. */
  totalCount: Scalars['Int']['output'];
};

/** A client on a page. */
export type ClientEdge = {
  __typename?: 'ClientEdge';
  /** The cursor to go on after. */
  cursor: Scalars['String']['output'];
  /** The client. */
  node: Client;
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

/** Somebody changed the client in the meantime; nothing of yours was saved. */
export type ClientVersionConflict = UserError & {
  __typename?: 'ClientVersionConflict';
  /** The client as it is now. */
  client: Client;
  /** Always `VERSION_CONFLICT`. */
  code: Scalars['String']['output'];
  /** What happened and what to do. */
  message: Scalars['String']['output'];
  /** Always null. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A person at a client. A contact sees their own client's contacts, by name only. */
export type Contact = Node & {
  __typename?: 'Contact';
  /** The client that the person works at. Null for viewers who don't see it. */
  client?: Maybe<Client>;
  /** The address. Null for viewers who don't see it (guests, other contacts). */
  email?: Maybe<Scalars['String']['output']>;
  /** The contact's id. */
  id: Scalars['ID']['output'];
  /** Whether this is the viewer. */
  isViewer: Scalars['Boolean']['output'];
  /** The person's name. */
  name: Scalars['String']['output'];
  /** The telephone number; null when there is none or the viewer doesn't see it. */
  phone?: Maybe<Scalars['String']['output']>;
  /** What the person decides at the client. Empty for viewers who see the name only. */
  roles: Array<ContactRole>;
  /** Counts the changes; send it back as `expectedVersion`. */
  version: Scalars['Int']['output'];
};

/** The client has a contact with this address already. */
export type ContactEmailTaken = UserError & {
  __typename?: 'ContactEmailTaken';
  /** Always `CONTACT_EMAIL_TAKEN`. */
  code: Scalars['String']['output'];
  /** The contact who has the address. */
  contact: Contact;
  /** What happened and what to do. */
  message: Scalars['String']['output'];
  /** The path to the input field. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** What a contact decides. */
export type ContactRole =
  /** Approves work. */
  | 'APPROVER'
  /** Pays invoices. */
  | 'PAYER';

/** Somebody changed the contact in the meantime; nothing of yours was saved. */
export type ContactVersionConflict = UserError & {
  __typename?: 'ContactVersionConflict';
  /** Always `VERSION_CONFLICT`. */
  code: Scalars['String']['output'];
  /** The contact as they are now. */
  contact: Contact;
  /** What happened and what to do. */
  message: Scalars['String']['output'];
  /** Always null. */
  path?: Maybe<Array<Scalars['String']['output']>>;
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

/** What became of making a client. */
export type CreateClientResult = CreateClientSuccess | InvalidInput;

/** The client was made. */
export type CreateClientSuccess = {
  __typename?: 'CreateClientSuccess';
  /** The new client. */
  client: Client;
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

/** What became of making a contact. */
export type CreateContactResult = ContactEmailTaken | CreateContactSuccess | InvalidInput;

/** The contact was made. */
export type CreateContactSuccess = {
  __typename?: 'CreateContactSuccess';
  /** The new contact. */
  contact: Contact;
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
  /** Archives a client, or takes it back. Its projects stay as they are. */
  archiveClient: ArchiveClientResult;
  /** Makes a client. Needs owner, admin or manager. Bring your own `id` to make a repeat harmless. */
  createClient: CreateClientResult;
  /** Adds a person to a client. Needs owner, admin or manager. */
  createContact: CreateContactResult;
  /** Takes a person away from a client; their links end. What they wrote stays under their name. */
  removeContact: RemoveContactResult;
  /** Takes a client back out of the trash. */
  restoreClient: RestoreClientResult;
  /** Puts a client in the trash for 30 days. */
  trashClient: TrashClientResult;
  /** Changes a client. Needs owner, admin or manager. */
  updateClient: UpdateClientResult;
  /** Changes a person at a client. Needs owner, admin or manager. */
  updateContact: UpdateContactResult;
};


export type MutationarchiveClientArgs = {
  input: ArchiveClientInput;
};


export type MutationcreateClientArgs = {
  input: CreateClientInput;
};


export type MutationcreateContactArgs = {
  input: CreateContactInput;
};


export type MutationremoveContactArgs = {
  input: RemoveContactInput;
};


export type MutationrestoreClientArgs = {
  input: RestoreClientInput;
};


export type MutationtrashClientArgs = {
  input: TrashClientInput;
};


export type MutationupdateClientArgs = {
  input: UpdateClientInput;
};


export type MutationupdateContactArgs = {
  input: UpdateContactInput;
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

export type Query = {
  __typename?: 'Query';
  /** The studio's clients, by name. Needs a role that sees clients (all but guest). */
  clients?: Maybe<ClientConnection>;
};


export type QueryclientsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClientFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Whom to take away. */
export type RemoveContactInput = {
  /** The contact's id. */
  id: Scalars['ID']['input'];
};

/** What became of taking a contact away. */
export type RemoveContactResult = RemoveContactSuccess;

/** The contact was taken away. */
export type RemoveContactSuccess = {
  __typename?: 'RemoveContactSuccess';
  /** The contact's id. */
  id: Scalars['ID']['output'];
};

/** Which client to take back. */
export type RestoreClientInput = {
  /** The client's id. */
  id: Scalars['ID']['input'];
};

/** What became of restoring. */
export type RestoreClientResult = RestoreClientSuccess;

/** The client is back. */
export type RestoreClientSuccess = {
  __typename?: 'RestoreClientSuccess';
  /** The client as it is now. */
  client: Client;
};

/** Which client to put in the trash. */
export type TrashClientInput = {
  /** The client's id. */
  id: Scalars['ID']['input'];
};

/** What became of putting a client in the trash. */
export type TrashClientResult = TrashClientSuccess;

/** The client is in the trash. */
export type TrashClientSuccess = {
  __typename?: 'TrashClientSuccess';
  /** The client as it is now. */
  client: Client;
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

/** What became of changing a client. */
export type UpdateClientResult = ClientVersionConflict | InvalidInput | UpdateClientSuccess;

/** The client was changed. */
export type UpdateClientSuccess = {
  __typename?: 'UpdateClientSuccess';
  /** The client as it is now. */
  client: Client;
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

/** What became of changing a contact. */
export type UpdateContactResult = ContactEmailTaken | ContactVersionConflict | InvalidInput | UpdateContactSuccess;

/** The contact was changed. */
export type UpdateContactSuccess = {
  __typename?: 'UpdateContactSuccess';
  /** The contact as they are now. */
  contact: Contact;
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
  Client: Client;
  Contact: Contact;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Client:
    ( { __typename: 'Client' }
    & GraphQLRecursivePick<FederationTypes['Client'], {"id":true}> );
  Contact:
    ( { __typename: 'Contact' }
    & GraphQLRecursivePick<FederationTypes['Contact'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  ArchiveClientResult: ( Omit<ArchiveClientSuccess, 'client'> & { client: _RefType['Client'] } & { __typename: 'ArchiveClientSuccess' } );
  CreateClientResult:
    | ( Omit<CreateClientSuccess, 'client'> & { client: _RefType['Client'] } & { __typename: 'CreateClientSuccess' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
  ;
  CreateContactResult:
    | ( Omit<ContactEmailTaken, 'contact'> & { contact: _RefType['Contact'] } & { __typename: 'ContactEmailTaken' } )
    | ( Omit<CreateContactSuccess, 'contact'> & { contact: _RefType['Contact'] } & { __typename: 'CreateContactSuccess' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
  ;
  RemoveContactResult: ( RemoveContactSuccess & { __typename: 'RemoveContactSuccess' } );
  RestoreClientResult: ( Omit<RestoreClientSuccess, 'client'> & { client: _RefType['Client'] } & { __typename: 'RestoreClientSuccess' } );
  TrashClientResult: ( Omit<TrashClientSuccess, 'client'> & { client: _RefType['Client'] } & { __typename: 'TrashClientSuccess' } );
  UpdateClientResult:
    | ( Omit<ClientVersionConflict, 'client'> & { client: _RefType['Client'] } & { __typename: 'ClientVersionConflict' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<UpdateClientSuccess, 'client'> & { client: _RefType['Client'] } & { __typename: 'UpdateClientSuccess' } )
  ;
  UpdateContactResult:
    | ( Omit<ContactEmailTaken, 'contact'> & { contact: _RefType['Contact'] } & { __typename: 'ContactEmailTaken' } )
    | ( Omit<ContactVersionConflict, 'contact'> & { contact: _RefType['Contact'] } & { __typename: 'ContactVersionConflict' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
    | ( Omit<UpdateContactSuccess, 'contact'> & { contact: _RefType['Contact'] } & { __typename: 'UpdateContactSuccess' } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( ClientMapper & { __typename: 'Client' } )
    | ( ContactMapper & { __typename: 'Contact' } )
  ;
  UserError:
    | ( Omit<ClientVersionConflict, 'client'> & { client: _RefType['Client'] } & { __typename: 'ClientVersionConflict' } )
    | ( Omit<ContactEmailTaken, 'contact'> & { contact: _RefType['Contact'] } & { __typename: 'ContactEmailTaken' } )
    | ( Omit<ContactVersionConflict, 'contact'> & { contact: _RefType['Contact'] } & { __typename: 'ContactVersionConflict' } )
    | ( InvalidInput & { __typename: 'InvalidInput' } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ArchiveClientInput: ArchiveClientInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ArchiveClientResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ArchiveClientResult']>;
  ArchiveClientSuccess: ResolverTypeWrapper<Omit<ArchiveClientSuccess, 'client'> & { client: ResolversTypes['Client'] }>;
  Client: ResolverTypeWrapper<ClientMapper>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ClientConnection: ResolverTypeWrapper<ClientConnectionMapper>;
  ClientEdge: ResolverTypeWrapper<Omit<ClientEdge, 'node'> & { node: ResolversTypes['Client'] }>;
  ClientFilter: ClientFilter;
  ClientKind: ResolverTypeWrapper<'COMPANY' | 'PERSON'>;
  ClientVersionConflict: ResolverTypeWrapper<Omit<ClientVersionConflict, 'client'> & { client: ResolversTypes['Client'] }>;
  Contact: ResolverTypeWrapper<ContactMapper>;
  ContactEmailTaken: ResolverTypeWrapper<Omit<ContactEmailTaken, 'contact'> & { contact: ResolversTypes['Contact'] }>;
  ContactRole: ResolverTypeWrapper<'APPROVER' | 'PAYER'>;
  ContactVersionConflict: ResolverTypeWrapper<Omit<ContactVersionConflict, 'contact'> & { contact: ResolversTypes['Contact'] }>;
  CreateClientContactInput: CreateClientContactInput;
  CreateClientInput: CreateClientInput;
  CreateClientResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateClientResult']>;
  CreateClientSuccess: ResolverTypeWrapper<Omit<CreateClientSuccess, 'client'> & { client: ResolversTypes['Client'] }>;
  CreateContactInput: CreateContactInput;
  CreateContactResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CreateContactResult']>;
  CreateContactSuccess: ResolverTypeWrapper<Omit<CreateContactSuccess, 'contact'> & { contact: ResolversTypes['Contact'] }>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  InvalidInput: ResolverTypeWrapper<InvalidInput>;
  MinorUnits: ResolverTypeWrapper<Scalars['MinorUnits']['output']>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RemoveContactInput: RemoveContactInput;
  RemoveContactResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RemoveContactResult']>;
  RemoveContactSuccess: ResolverTypeWrapper<RemoveContactSuccess>;
  RestoreClientInput: RestoreClientInput;
  RestoreClientResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['RestoreClientResult']>;
  RestoreClientSuccess: ResolverTypeWrapper<Omit<RestoreClientSuccess, 'client'> & { client: ResolversTypes['Client'] }>;
  TrashClientInput: TrashClientInput;
  TrashClientResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['TrashClientResult']>;
  TrashClientSuccess: ResolverTypeWrapper<Omit<TrashClientSuccess, 'client'> & { client: ResolversTypes['Client'] }>;
  UpdateClientInput: UpdateClientInput;
  UpdateClientResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateClientResult']>;
  UpdateClientSuccess: ResolverTypeWrapper<Omit<UpdateClientSuccess, 'client'> & { client: ResolversTypes['Client'] }>;
  UpdateContactInput: UpdateContactInput;
  UpdateContactResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['UpdateContactResult']>;
  UpdateContactSuccess: ResolverTypeWrapper<Omit<UpdateContactSuccess, 'contact'> & { contact: ResolversTypes['Contact'] }>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ArchiveClientInput: ArchiveClientInput;
  ID: Scalars['ID']['output'];
  ArchiveClientResult: ResolversUnionTypes<ResolversParentTypes>['ArchiveClientResult'];
  ArchiveClientSuccess: Omit<ArchiveClientSuccess, 'client'> & { client: ResolversParentTypes['Client'] };
  Client: ClientMapper;
  Int: Scalars['Int']['output'];
  ClientConnection: ClientConnectionMapper;
  ClientEdge: Omit<ClientEdge, 'node'> & { node: ResolversParentTypes['Client'] };
  ClientFilter: ClientFilter;
  ClientVersionConflict: Omit<ClientVersionConflict, 'client'> & { client: ResolversParentTypes['Client'] };
  Contact: ContactMapper;
  ContactEmailTaken: Omit<ContactEmailTaken, 'contact'> & { contact: ResolversParentTypes['Contact'] };
  ContactVersionConflict: Omit<ContactVersionConflict, 'contact'> & { contact: ResolversParentTypes['Contact'] };
  CreateClientContactInput: CreateClientContactInput;
  CreateClientInput: CreateClientInput;
  CreateClientResult: ResolversUnionTypes<ResolversParentTypes>['CreateClientResult'];
  CreateClientSuccess: Omit<CreateClientSuccess, 'client'> & { client: ResolversParentTypes['Client'] };
  CreateContactInput: CreateContactInput;
  CreateContactResult: ResolversUnionTypes<ResolversParentTypes>['CreateContactResult'];
  CreateContactSuccess: Omit<CreateContactSuccess, 'contact'> & { contact: ResolversParentTypes['Contact'] };
  CurrencyCode: Scalars['CurrencyCode']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  InvalidInput: InvalidInput;
  MinorUnits: Scalars['MinorUnits']['output'];
  Money: Money;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  RemoveContactInput: RemoveContactInput;
  RemoveContactResult: ResolversUnionTypes<ResolversParentTypes>['RemoveContactResult'];
  RemoveContactSuccess: RemoveContactSuccess;
  RestoreClientInput: RestoreClientInput;
  RestoreClientResult: ResolversUnionTypes<ResolversParentTypes>['RestoreClientResult'];
  RestoreClientSuccess: Omit<RestoreClientSuccess, 'client'> & { client: ResolversParentTypes['Client'] };
  TrashClientInput: TrashClientInput;
  TrashClientResult: ResolversUnionTypes<ResolversParentTypes>['TrashClientResult'];
  TrashClientSuccess: Omit<TrashClientSuccess, 'client'> & { client: ResolversParentTypes['Client'] };
  UpdateClientInput: UpdateClientInput;
  UpdateClientResult: ResolversUnionTypes<ResolversParentTypes>['UpdateClientResult'];
  UpdateClientSuccess: Omit<UpdateClientSuccess, 'client'> & { client: ResolversParentTypes['Client'] };
  UpdateContactInput: UpdateContactInput;
  UpdateContactResult: ResolversUnionTypes<ResolversParentTypes>['UpdateContactResult'];
  UpdateContactSuccess: Omit<UpdateContactSuccess, 'contact'> & { contact: ResolversParentTypes['Contact'] };
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

export type ArchiveClientResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArchiveClientResult'] = ResolversParentTypes['ArchiveClientResult']> = {
  __resolveType?: TypeResolveFn<'ArchiveClientSuccess', ParentType, ContextType>;
};

export type ArchiveClientSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArchiveClientSuccess'] = ResolversParentTypes['ArchiveClientSuccess']> = {
  client?: Resolver<ResolversTypes['Client'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Client'] = ResolversParentTypes['Client'], FederationReferenceType extends FederationReferenceTypes['Client'] = FederationReferenceTypes['Client']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Client']> | FederationReferenceType, FederationReferenceType, ContextType>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  contacts?: Resolver<Array<ResolversTypes['Contact']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  defaultRate?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ClientKind'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  notes?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paymentTermsDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  trashedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  vatId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewerCanUpdate?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClientConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClientConnection'] = ResolversParentTypes['ClientConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ClientEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Client']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ClientEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClientEdge'] = ResolversParentTypes['ClientEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Client'], ParentType, ContextType>;
};

export type ClientKindResolvers = EnumResolverSignature<{ COMPANY?: any, PERSON?: any }, ResolversTypes['ClientKind']>;

export type ClientVersionConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClientVersionConflict'] = ResolversParentTypes['ClientVersionConflict']> = {
  client?: Resolver<ResolversTypes['Client'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact'], FederationReferenceType extends FederationReferenceTypes['Contact'] = FederationReferenceTypes['Contact']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Contact']> | FederationReferenceType, FederationReferenceType, ContextType>;
  client?: Resolver<Maybe<ResolversTypes['Client']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isViewer?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['ContactRole']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ContactEmailTakenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContactEmailTaken'] = ResolversParentTypes['ContactEmailTaken']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contact?: Resolver<ResolversTypes['Contact'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ContactRoleResolvers = EnumResolverSignature<{ APPROVER?: any, PAYER?: any }, ResolversTypes['ContactRole']>;

export type ContactVersionConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContactVersionConflict'] = ResolversParentTypes['ContactVersionConflict']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contact?: Resolver<ResolversTypes['Contact'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateClientResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateClientResult'] = ResolversParentTypes['CreateClientResult']> = {
  __resolveType?: TypeResolveFn<'CreateClientSuccess' | 'InvalidInput', ParentType, ContextType>;
};

export type CreateClientSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateClientSuccess'] = ResolversParentTypes['CreateClientSuccess']> = {
  client?: Resolver<ResolversTypes['Client'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateContactResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateContactResult'] = ResolversParentTypes['CreateContactResult']> = {
  __resolveType?: TypeResolveFn<'ContactEmailTaken' | 'CreateContactSuccess' | 'InvalidInput', ParentType, ContextType>;
};

export type CreateContactSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateContactSuccess'] = ResolversParentTypes['CreateContactSuccess']> = {
  contact?: Resolver<ResolversTypes['Contact'], ParentType, ContextType>;
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

export interface MinorUnitsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MinorUnits'], any> {
  name: 'MinorUnits';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['MinorUnits'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  archiveClient?: Resolver<ResolversTypes['ArchiveClientResult'], ParentType, ContextType, RequireFields<MutationarchiveClientArgs, 'input'>>;
  createClient?: Resolver<ResolversTypes['CreateClientResult'], ParentType, ContextType, RequireFields<MutationcreateClientArgs, 'input'>>;
  createContact?: Resolver<ResolversTypes['CreateContactResult'], ParentType, ContextType, RequireFields<MutationcreateContactArgs, 'input'>>;
  removeContact?: Resolver<ResolversTypes['RemoveContactResult'], ParentType, ContextType, RequireFields<MutationremoveContactArgs, 'input'>>;
  restoreClient?: Resolver<ResolversTypes['RestoreClientResult'], ParentType, ContextType, RequireFields<MutationrestoreClientArgs, 'input'>>;
  trashClient?: Resolver<ResolversTypes['TrashClientResult'], ParentType, ContextType, RequireFields<MutationtrashClientArgs, 'input'>>;
  updateClient?: Resolver<ResolversTypes['UpdateClientResult'], ParentType, ContextType, RequireFields<MutationupdateClientArgs, 'input'>>;
  updateContact?: Resolver<ResolversTypes['UpdateContactResult'], ParentType, ContextType, RequireFields<MutationupdateContactArgs, 'input'>>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType?: TypeResolveFn<'Client' | 'Contact', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  clients?: Resolver<Maybe<ResolversTypes['ClientConnection']>, ParentType, ContextType, RequireFields<QueryclientsArgs, 'first'>>;
};

export type RemoveContactResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveContactResult'] = ResolversParentTypes['RemoveContactResult']> = {
  __resolveType?: TypeResolveFn<'RemoveContactSuccess', ParentType, ContextType>;
};

export type RemoveContactSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveContactSuccess'] = ResolversParentTypes['RemoveContactSuccess']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RestoreClientResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestoreClientResult'] = ResolversParentTypes['RestoreClientResult']> = {
  __resolveType?: TypeResolveFn<'RestoreClientSuccess', ParentType, ContextType>;
};

export type RestoreClientSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RestoreClientSuccess'] = ResolversParentTypes['RestoreClientSuccess']> = {
  client?: Resolver<ResolversTypes['Client'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TrashClientResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrashClientResult'] = ResolversParentTypes['TrashClientResult']> = {
  __resolveType?: TypeResolveFn<'TrashClientSuccess', ParentType, ContextType>;
};

export type TrashClientSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrashClientSuccess'] = ResolversParentTypes['TrashClientSuccess']> = {
  client?: Resolver<ResolversTypes['Client'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateClientResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateClientResult'] = ResolversParentTypes['UpdateClientResult']> = {
  __resolveType?: TypeResolveFn<'ClientVersionConflict' | 'InvalidInput' | 'UpdateClientSuccess', ParentType, ContextType>;
};

export type UpdateClientSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateClientSuccess'] = ResolversParentTypes['UpdateClientSuccess']> = {
  client?: Resolver<ResolversTypes['Client'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateContactResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateContactResult'] = ResolversParentTypes['UpdateContactResult']> = {
  __resolveType?: TypeResolveFn<'ContactEmailTaken' | 'ContactVersionConflict' | 'InvalidInput' | 'UpdateContactSuccess', ParentType, ContextType>;
};

export type UpdateContactSuccessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateContactSuccess'] = ResolversParentTypes['UpdateContactSuccess']> = {
  contact?: Resolver<ResolversTypes['Contact'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType?: TypeResolveFn<'ClientVersionConflict' | 'ContactEmailTaken' | 'ContactVersionConflict' | 'InvalidInput', ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ArchiveClientResult?: ArchiveClientResultResolvers<ContextType>;
  ArchiveClientSuccess?: ArchiveClientSuccessResolvers<ContextType>;
  Client?: ClientResolvers<ContextType>;
  ClientConnection?: ClientConnectionResolvers<ContextType>;
  ClientEdge?: ClientEdgeResolvers<ContextType>;
  ClientKind?: ClientKindResolvers;
  ClientVersionConflict?: ClientVersionConflictResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  ContactEmailTaken?: ContactEmailTakenResolvers<ContextType>;
  ContactRole?: ContactRoleResolvers;
  ContactVersionConflict?: ContactVersionConflictResolvers<ContextType>;
  CreateClientResult?: CreateClientResultResolvers<ContextType>;
  CreateClientSuccess?: CreateClientSuccessResolvers<ContextType>;
  CreateContactResult?: CreateContactResultResolvers<ContextType>;
  CreateContactSuccess?: CreateContactSuccessResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  InvalidInput?: InvalidInputResolvers<ContextType>;
  MinorUnits?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RemoveContactResult?: RemoveContactResultResolvers<ContextType>;
  RemoveContactSuccess?: RemoveContactSuccessResolvers<ContextType>;
  RestoreClientResult?: RestoreClientResultResolvers<ContextType>;
  RestoreClientSuccess?: RestoreClientSuccessResolvers<ContextType>;
  TrashClientResult?: TrashClientResultResolvers<ContextType>;
  TrashClientSuccess?: TrashClientSuccessResolvers<ContextType>;
  UpdateClientResult?: UpdateClientResultResolvers<ContextType>;
  UpdateClientSuccess?: UpdateClientSuccessResolvers<ContextType>;
  UpdateContactResult?: UpdateContactResultResolvers<ContextType>;
  UpdateContactSuccess?: UpdateContactSuccessResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  access?: accessDirectiveResolver<any, any, ContextType>;
};
