export const possibleTypes: Record<string, string[]> = {
  "AcceptInvitationResult": [
    "AcceptInvitationSuccess",
    "InvitationNotUsable"
  ],
  "Actor": [
    "Contact",
    "Member"
  ],
  "ArchiveClientResult": [
    "ArchiveClientSuccess"
  ],
  "ArchiveProjectResult": [
    "ArchiveProjectSuccess"
  ],
  "ArchiveTaskResult": [
    "ArchiveTaskSuccess"
  ],
  "Assignee": [
    "Contact",
    "Member"
  ],
  "CancelAccountDeletionResult": [
    "AccountDeletionUnderWay",
    "CancelAccountDeletionSuccess"
  ],
  "CancelExportResult": [
    "CancelExportSuccess"
  ],
  "CancelStudioDeletionResult": [
    "CancelStudioDeletionSuccess"
  ],
  "ChangeMemberRoleResult": [
    "ChangeMemberRoleSuccess",
    "InvalidInput",
    "LastOwner",
    "MemberGone"
  ],
  "CompleteTaskResult": [
    "CompleteTaskSuccess"
  ],
  "CreateApiKeyResult": [
    "CreateApiKeySuccess",
    "InvalidInput"
  ],
  "CreateClientLinkResult": [
    "CreateClientLinkSuccess",
    "InvalidInput"
  ],
  "CreateClientResult": [
    "CreateClientSuccess",
    "InvalidInput"
  ],
  "CreateCommentResult": [
    "CreateCommentSuccess",
    "InvalidInput"
  ],
  "CreateContactResult": [
    "ContactEmailTaken",
    "CreateContactSuccess",
    "InvalidInput"
  ],
  "CreateProjectResult": [
    "CreateProjectSuccess",
    "InvalidInput"
  ],
  "CreateStageResult": [
    "CreateStageSuccess",
    "InvalidInput"
  ],
  "CreateStudioResult": [
    "CreateStudioSuccess",
    "InvalidInput",
    "StudioSlugTaken"
  ],
  "CreateTaskResult": [
    "CreateTaskSuccess",
    "InvalidInput"
  ],
  "DeleteCommentResult": [
    "DeleteCommentSuccess"
  ],
  "GrantProjectResult": [
    "GrantProjectSuccess",
    "InvalidInput"
  ],
  "GrantProjectsResult": [
    "GrantProjectsSuccess",
    "InvalidInput"
  ],
  "InviteMemberResult": [
    "AlreadyMember",
    "InvalidInput",
    "InviteMemberSuccess"
  ],
  "LiveEvent": [
    "Changed",
    "Dropped",
    "Resync"
  ],
  "MarkNotificationsReadResult": [
    "InvalidInput",
    "MarkNotificationsReadSuccess"
  ],
  "MoveTaskResult": [
    "InvalidInput",
    "MoveTaskSuccess",
    "TaskMovedMeanwhile"
  ],
  "Node": [
    "Activity",
    "ApiKey",
    "App",
    "AppGrant",
    "Client",
    "ClientLink",
    "Comment",
    "Contact",
    "DataExport",
    "Invitation",
    "Member",
    "Notification",
    "Passkey",
    "Project",
    "Session",
    "Stage",
    "Studio",
    "Task",
    "User"
  ],
  "NotificationActor": [
    "Contact",
    "Member"
  ],
  "RegisterAppResult": [
    "InvalidInput",
    "RegisterAppSuccess"
  ],
  "RemoveAppResult": [
    "RemoveAppSuccess"
  ],
  "RemoveContactResult": [
    "RemoveContactSuccess"
  ],
  "RemoveDemoDataResult": [
    "NotDemoData",
    "RemoveDemoDataSuccess"
  ],
  "RemoveMemberResult": [
    "InvalidInput",
    "LastOwner",
    "MemberGone",
    "RemoveMemberSuccess"
  ],
  "RemovePasskeyResult": [
    "FreshProofNeeded",
    "RemovePasskeySuccess"
  ],
  "RemoveStageResult": [
    "RemoveStageSuccess"
  ],
  "RenamePasskeyResult": [
    "InvalidInput",
    "RenamePasskeySuccess"
  ],
  "RequestAccountDeletionResult": [
    "FreshProofNeeded",
    "InvalidInput",
    "RequestAccountDeletionSuccess",
    "StudiosNeedOwner"
  ],
  "RequestOwnExportResult": [
    "ExportLimitReached",
    "FreshProofNeeded",
    "RequestOwnExportSuccess"
  ],
  "RequestStudioDeletionResult": [
    "FreshProofNeeded",
    "InvalidInput",
    "RequestStudioDeletionSuccess"
  ],
  "RequestStudioExportResult": [
    "ExportLimitReached",
    "FreshProofNeeded",
    "RequestStudioExportSuccess"
  ],
  "RequireSecondFactorResult": [
    "FreshProofNeeded",
    "InvalidInput",
    "RequireSecondFactorSuccess"
  ],
  "ResendInvitationResult": [
    "ResendInvitationSuccess"
  ],
  "RestoreClientResult": [
    "RestoreClientSuccess"
  ],
  "RestoreCommentResult": [
    "RestoreCommentSuccess"
  ],
  "RestoreProjectResult": [
    "RestoreProjectSuccess"
  ],
  "RestoreTaskResult": [
    "RestoreTaskSuccess"
  ],
  "RevokeApiKeyResult": [
    "RevokeApiKeySuccess"
  ],
  "RevokeAppGrantResult": [
    "RevokeAppGrantSuccess"
  ],
  "RevokeClientLinkResult": [
    "RevokeClientLinkSuccess"
  ],
  "RevokeInvitationResult": [
    "RevokeInvitationSuccess"
  ],
  "RevokeMemberGrantsResult": [
    "RevokeMemberGrantsSuccess"
  ],
  "RevokeOtherSessionsResult": [
    "RevokeOtherSessionsSuccess"
  ],
  "RevokeProjectGrantResult": [
    "RevokeProjectGrantSuccess"
  ],
  "RevokeSessionResult": [
    "RevokeSessionSuccess"
  ],
  "RotateApiKeyResult": [
    "InvalidInput",
    "RotateApiKeySuccess"
  ],
  "RotateAppSecretResult": [
    "InvalidInput",
    "RotateAppSecretSuccess"
  ],
  "ShareProjectResult": [
    "InvalidInput",
    "ShareProjectSuccess"
  ],
  "TransferOwnershipResult": [
    "AlreadyOwner",
    "FreshProofNeeded",
    "MemberGone",
    "TransferOwnershipSuccess"
  ],
  "TrashClientResult": [
    "TrashClientSuccess"
  ],
  "TrashProjectResult": [
    "TrashProjectSuccess"
  ],
  "TrashTaskResult": [
    "TrashTaskSuccess"
  ],
  "UnshareProjectResult": [
    "UnshareProjectSuccess"
  ],
  "UpdateAppResult": [
    "AppVersionConflict",
    "InvalidInput",
    "UpdateAppSuccess"
  ],
  "UpdateChecklistResult": [
    "InvalidInput",
    "TaskVersionConflict",
    "UpdateChecklistSuccess"
  ],
  "UpdateClientResult": [
    "ClientVersionConflict",
    "InvalidInput",
    "UpdateClientSuccess"
  ],
  "UpdateCommentResult": [
    "InvalidInput",
    "UpdateCommentSuccess"
  ],
  "UpdateContactResult": [
    "ContactEmailTaken",
    "ContactVersionConflict",
    "InvalidInput",
    "UpdateContactSuccess"
  ],
  "UpdateNotificationSettingResult": [
    "UpdateNotificationSettingSuccess"
  ],
  "UpdateProfileResult": [
    "InvalidInput",
    "UpdateProfileSuccess"
  ],
  "UpdateProjectResult": [
    "InvalidInput",
    "ProjectVersionConflict",
    "UpdateProjectSuccess"
  ],
  "UpdateStageResult": [
    "InvalidInput",
    "UpdateStageSuccess"
  ],
  "UpdateStudioResult": [
    "InvalidInput",
    "StudioSlugTaken",
    "StudioVersionConflict",
    "UpdateStudioSuccess"
  ],
  "UpdateTaskResult": [
    "InvalidInput",
    "TaskVersionConflict",
    "UpdateTaskSuccess"
  ],
  "UserError": [
    "AccountDeletionUnderWay",
    "AlreadyMember",
    "AlreadyOwner",
    "AppVersionConflict",
    "ClientVersionConflict",
    "ContactEmailTaken",
    "ContactVersionConflict",
    "ExportLimitReached",
    "FreshProofNeeded",
    "InvalidInput",
    "InvitationNotUsable",
    "LastOwner",
    "MemberGone",
    "NotDemoData",
    "ProjectVersionConflict",
    "StudioSlugTaken",
    "StudioVersionConflict",
    "StudiosNeedOwner",
    "TaskMovedMeanwhile",
    "TaskVersionConflict"
  ]
};

export const connectionFields: Record<string, Record<string, string[]>> = {
  "BoardColumn": {
    "tasks": []
  },
  "Client": {
    "projects": []
  },
  "Member": {
    "grants": []
  },
  "Project": {
    "activity": [],
    "comments": [],
    "tasks": [
      "filter"
    ]
  },
  "Query": {
    "clients": [
      "filter"
    ],
    "notifications": [
      "unread"
    ],
    "projects": [
      "filter"
    ],
    "tasks": [
      "filter"
    ]
  },
  "Studio": {
    "auditLog": [
      "filter"
    ],
    "exports": [],
    "members": [
      "roles"
    ]
  },
  "Task": {
    "comments": []
  },
  "User": {
    "auditLog": [],
    "exports": []
  }
};

