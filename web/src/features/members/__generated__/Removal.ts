/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../../graphql/__generated__/types.ts';

import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
export type MemberLeavingQueryVariables = Exact<{
  id: string;
}>;


export type MemberLeavingQuery = { __typename: 'Query', node:
    | { __typename: 'Activity' }
    | { __typename: 'ApiKey' }
    | { __typename: 'App' }
    | { __typename: 'AppGrant' }
    | { __typename: 'Client' }
    | { __typename: 'ClientLink' }
    | { __typename: 'Comment' }
    | { __typename: 'Contact' }
    | { __typename: 'DataExport' }
    | { __typename: 'Invitation' }
    | { __typename: 'Member', id: string, leaving: { __typename: 'MemberLeaving', apiKeys: number, appGrants: number, appsOnTheirOwn: number, clientLinks: number, invitations: number } | null, work: { __typename: 'MemberWork', openTasks: number, openProjects: number, doneTasks: number, comments: number } | null }
    | { __typename: 'Notification' }
    | { __typename: 'Passkey' }
    | { __typename: 'Project' }
    | { __typename: 'Session' }
    | { __typename: 'Stage' }
    | { __typename: 'Studio' }
    | { __typename: 'Task' }
    | { __typename: 'User' }
   | null, studio: { __typename: 'Studio', id: string, members: { __typename: 'MemberConnection', nodes: Array<{ __typename: 'Member', id: string, name: string }> } } | null };

export type RemoveMemberMutationVariables = Exact<{
  input: Types.RemoveMemberInput;
}>;


export type RemoveMemberMutation = { __typename: 'Mutation', removeMember:
    | { __typename: 'InvalidInput', code: string, message: string, path: Array<string> | null }
    | { __typename: 'LastOwner', code: string, message: string, path: Array<string> | null }
    | { __typename: 'MemberGone', code: string, message: string, path: Array<string> | null }
    | { __typename: 'RemoveMemberSuccess', id: string }
   };


export const MemberLeavingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MemberLeaving"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"leaving"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKeys"}},{"kind":"Field","name":{"kind":"Name","value":"appGrants"}},{"kind":"Field","name":{"kind":"Name","value":"appsOnTheirOwn"}},{"kind":"Field","name":{"kind":"Name","value":"clientLinks"}},{"kind":"Field","name":{"kind":"Name","value":"invitations"}}]}},{"kind":"Field","name":{"kind":"Name","value":"work"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openTasks"}},{"kind":"Field","name":{"kind":"Name","value":"openProjects"}},{"kind":"Field","name":{"kind":"Name","value":"doneTasks"}},{"kind":"Field","name":{"kind":"Name","value":"comments"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"studio"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"roles"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"OWNER"},{"kind":"EnumValue","value":"ADMIN"},{"kind":"EnumValue","value":"MANAGER"},{"kind":"EnumValue","value":"ARTIST"},{"kind":"EnumValue","value":"ACCOUNTANT"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MemberLeavingQuery, MemberLeavingQueryVariables>;
export const RemoveMemberDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveMember"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveMemberInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeMember"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveMemberSuccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RemoveMemberMutation, RemoveMemberMutationVariables>;