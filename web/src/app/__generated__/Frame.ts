/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/__generated__/types.ts';

import type { StudioDeletionLineFragment } from '../../features/leaving/__generated__/Leaving.ts';
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
export type FrameQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', kind: Types.ViewerKind, user: { __typename: 'User', id: string, name: string, email: string, picture: string | null, deletion: { __typename: 'AccountDeletion', dueAt: string } | null, memberships: Array<{ __typename: 'Member', id: string, role: Types.Role, studio: { __typename: 'Studio', id: string, slug: string, name: string, logo: string | null } | null }> } | null, member: { __typename: 'Member', id: string, role: Types.Role, secondFactorDueAt: string | null } | null } | null, studio: { __typename: 'Studio', id: string, slug: string, name: string, logo: string | null, currency: string, timeZone: string, locale: string, liveVersion: number, viewerCanDelete: boolean, deletion: { __typename: 'StudioDeletion', dueAt: string, requestedBy: { __typename: 'Member', id: string, name: string } | null } | null } | null };

export type UnreadCountQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadCountQuery = { __typename: 'Query', unreadNotificationCount: number | null };

export type FrameEvent_Changed_Fragment = { __typename: 'Changed', version: number, node:
    | { __typename: 'Activity', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'App', id: string }
    | { __typename: 'AppGrant', id: string }
    | { __typename: 'Client', id: string }
    | { __typename: 'ClientLink', id: string }
    | { __typename: 'Comment', id: string }
    | { __typename: 'Contact', id: string }
    | { __typename: 'DataExport', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'Notification', id: string }
    | { __typename: 'Passkey', id: string }
    | { __typename: 'Project', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Stage', id: string }
    | { __typename: 'Studio', id: string }
    | { __typename: 'Task', id: string }
    | { __typename: 'User', id: string }
   | null } & { ' $fragmentName'?: 'FrameEvent_Changed_Fragment' };

export type FrameEvent_Dropped_Fragment = { __typename: 'Dropped', version: number, id: string } & { ' $fragmentName'?: 'FrameEvent_Dropped_Fragment' };

export type FrameEvent_Resync_Fragment = { __typename: 'Resync', version: number } & { ' $fragmentName'?: 'FrameEvent_Resync_Fragment' };

export type FrameEventFragment =
  | FrameEvent_Changed_Fragment
  | FrameEvent_Dropped_Fragment
  | FrameEvent_Resync_Fragment
;

export type NotificationsChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type NotificationsChangedSubscription = { __typename: 'Subscription', notificationsChanged:
    | { __typename: 'Changed', version: number, node:
        | { __typename: 'Activity', id: string }
        | { __typename: 'ApiKey', id: string }
        | { __typename: 'App', id: string }
        | { __typename: 'AppGrant', id: string }
        | { __typename: 'Client', id: string }
        | { __typename: 'ClientLink', id: string }
        | { __typename: 'Comment', id: string }
        | { __typename: 'Contact', id: string }
        | { __typename: 'DataExport', id: string }
        | { __typename: 'Invitation', id: string }
        | { __typename: 'Member', id: string }
        | { __typename: 'Notification', id: string }
        | { __typename: 'Passkey', id: string }
        | { __typename: 'Project', id: string }
        | { __typename: 'Session', id: string }
        | { __typename: 'Stage', id: string }
        | { __typename: 'Studio', id: string }
        | { __typename: 'Task', id: string }
        | { __typename: 'User', id: string }
       | null }
    | { __typename: 'Dropped', version: number, id: string }
    | { __typename: 'Resync', version: number }
   };

export type StudioChangedSubscriptionVariables = Exact<{
  after?: number | null | undefined;
}>;


export type StudioChangedSubscription = { __typename: 'Subscription', studioChanged:
    | { __typename: 'Changed', version: number, node:
        | { __typename: 'Activity', id: string }
        | { __typename: 'ApiKey', id: string }
        | { __typename: 'App', id: string }
        | { __typename: 'AppGrant', id: string }
        | { __typename: 'Client', id: string }
        | { __typename: 'ClientLink', id: string }
        | { __typename: 'Comment', id: string }
        | { __typename: 'Contact', id: string }
        | { __typename: 'DataExport', id: string }
        | { __typename: 'Invitation', id: string }
        | { __typename: 'Member', id: string }
        | { __typename: 'Notification', id: string }
        | { __typename: 'Passkey', id: string }
        | { __typename: 'Project', id: string }
        | { __typename: 'Session', id: string }
        | { __typename: 'Stage', id: string }
        | { __typename: 'Studio', id: string }
        | { __typename: 'Task', id: string }
        | { __typename: 'User', id: string }
       | null }
    | { __typename: 'Dropped', version: number, id: string }
    | { __typename: 'Resync', version: number }
   };

export type StudioPresenceSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type StudioPresenceSubscription = { __typename: 'Subscription', studioPresence: { __typename: 'Presence', people: Array<
      | { __typename: 'Contact' }
      | { __typename: 'Member', id: string, name: string, picture: string | null, isViewer: boolean }
     | null> } };

export const FrameEventFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FrameEvent"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LiveEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Changed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dropped"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Resync"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<FrameEventFragment, unknown>;
export const FrameDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Frame"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"picture"}},{"kind":"Field","name":{"kind":"Name","value":"deletion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dueAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"memberships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"studio"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"logo"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"secondFactorDueAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"studio"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"logo"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}},{"kind":"Field","name":{"kind":"Name","value":"locale"}},{"kind":"Field","name":{"kind":"Name","value":"liveVersion"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanDelete"}},{"kind":"Field","name":{"kind":"Name","value":"deletion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StudioDeletionLine"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StudioDeletionLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StudioDeletion"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"requestedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<FrameQuery, FrameQueryVariables>;
export const UnreadCountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UnreadCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unreadNotificationCount"}}]}}]} as unknown as DocumentNode<UnreadCountQuery, UnreadCountQueryVariables>;
export const NotificationsChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"NotificationsChanged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"notificationsChanged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameEvent"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FrameEvent"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LiveEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Changed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dropped"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Resync"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<NotificationsChangedSubscription, NotificationsChangedSubscriptionVariables>;
export const StudioChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"StudioChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"studioChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FrameEvent"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"unmask"}}]}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FrameEvent"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LiveEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Changed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Dropped"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Resync"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<StudioChangedSubscription, StudioChangedSubscriptionVariables>;
export const StudioPresenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"StudioPresence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"studioPresence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"picture"}},{"kind":"Field","name":{"kind":"Name","value":"isViewer"}}]}}]}}]}}]}}]} as unknown as DocumentNode<StudioPresenceSubscription, StudioPresenceSubscriptionVariables>;