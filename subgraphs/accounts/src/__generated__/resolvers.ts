/* This file was automatically generated. DO NOT UPDATE MANUALLY. */
    import type   { Resolvers } from './types.ts';
    import    { askingApp as Query_askingApp } from './../apps/resolvers/Query/askingApp.ts';
import    { invitation as Query_invitation } from './../invitations/resolvers/Query/invitation.ts';
import    { studio as Query_studio } from './../studios/resolvers/Query/studio.ts';
import    { viewer as Query_viewer } from './../users/resolvers/Query/viewer.ts';
import    { acceptInvitation as Mutation_acceptInvitation } from './../invitations/resolvers/Mutation/acceptInvitation.ts';
import    { cancelAccountDeletion as Mutation_cancelAccountDeletion } from './../deletions/resolvers/Mutation/cancelAccountDeletion.ts';
import    { cancelExport as Mutation_cancelExport } from './../exports/resolvers/Mutation/cancelExport.ts';
import    { cancelStudioDeletion as Mutation_cancelStudioDeletion } from './../deletions/resolvers/Mutation/cancelStudioDeletion.ts';
import    { changeMemberRole as Mutation_changeMemberRole } from './../members/resolvers/Mutation/changeMemberRole.ts';
import    { createApiKey as Mutation_createApiKey } from './../api-keys/resolvers/Mutation/createApiKey.ts';
import    { createClientLink as Mutation_createClientLink } from './../client-links/resolvers/Mutation/createClientLink.ts';
import    { createStudio as Mutation_createStudio } from './../studios/resolvers/Mutation/createStudio.ts';
import    { inviteMember as Mutation_inviteMember } from './../invitations/resolvers/Mutation/inviteMember.ts';
import    { registerApp as Mutation_registerApp } from './../apps/resolvers/Mutation/registerApp.ts';
import    { removeApp as Mutation_removeApp } from './../apps/resolvers/Mutation/removeApp.ts';
import    { removeDemoData as Mutation_removeDemoData } from './../studios/resolvers/Mutation/removeDemoData.ts';
import    { removeMember as Mutation_removeMember } from './../members/resolvers/Mutation/removeMember.ts';
import    { removePasskey as Mutation_removePasskey } from './../auth/resolvers/Mutation/removePasskey.ts';
import    { renamePasskey as Mutation_renamePasskey } from './../auth/resolvers/Mutation/renamePasskey.ts';
import    { requestAccountDeletion as Mutation_requestAccountDeletion } from './../deletions/resolvers/Mutation/requestAccountDeletion.ts';
import    { requestOwnExport as Mutation_requestOwnExport } from './../exports/resolvers/Mutation/requestOwnExport.ts';
import    { requestStudioDeletion as Mutation_requestStudioDeletion } from './../deletions/resolvers/Mutation/requestStudioDeletion.ts';
import    { requestStudioExport as Mutation_requestStudioExport } from './../exports/resolvers/Mutation/requestStudioExport.ts';
import    { requireSecondFactor as Mutation_requireSecondFactor } from './../auth/resolvers/Mutation/requireSecondFactor.ts';
import    { resendInvitation as Mutation_resendInvitation } from './../invitations/resolvers/Mutation/resendInvitation.ts';
import    { revokeApiKey as Mutation_revokeApiKey } from './../api-keys/resolvers/Mutation/revokeApiKey.ts';
import    { revokeAppGrant as Mutation_revokeAppGrant } from './../apps/resolvers/Mutation/revokeAppGrant.ts';
import    { revokeClientLink as Mutation_revokeClientLink } from './../client-links/resolvers/Mutation/revokeClientLink.ts';
import    { revokeInvitation as Mutation_revokeInvitation } from './../invitations/resolvers/Mutation/revokeInvitation.ts';
import    { revokeOtherSessions as Mutation_revokeOtherSessions } from './../users/resolvers/Mutation/revokeOtherSessions.ts';
import    { revokeSession as Mutation_revokeSession } from './../users/resolvers/Mutation/revokeSession.ts';
import    { rotateApiKey as Mutation_rotateApiKey } from './../api-keys/resolvers/Mutation/rotateApiKey.ts';
import    { rotateAppSecret as Mutation_rotateAppSecret } from './../apps/resolvers/Mutation/rotateAppSecret.ts';
import    { transferOwnership as Mutation_transferOwnership } from './../members/resolvers/Mutation/transferOwnership.ts';
import    { updateApp as Mutation_updateApp } from './../apps/resolvers/Mutation/updateApp.ts';
import    { updateProfile as Mutation_updateProfile } from './../users/resolvers/Mutation/updateProfile.ts';
import    { updateStudio as Mutation_updateStudio } from './../studios/resolvers/Mutation/updateStudio.ts';
import    { AccountDeletion } from './../deletions/resolvers/AccountDeletion.ts';
import    { ApiKey } from './../api-keys/resolvers/ApiKey.ts';
import    { App } from './../apps/resolvers/App.ts';
import    { AppGrant } from './../apps/resolvers/AppGrant.ts';
import    { AskingApp } from './../apps/resolvers/AskingApp.ts';
import    { AuditLogCheck } from './../audit-log/resolvers/AuditLogCheck.ts';
import    { AuditLogConnection } from './../audit-log/resolvers/AuditLogConnection.ts';
import    { AuditLogFault } from './../audit-log/resolvers/AuditLogFault.ts';
import    { AuditLogLine } from './../audit-log/resolvers/AuditLogLine.ts';
import    { ClientLink } from './../client-links/resolvers/ClientLink.ts';
import    { Contact } from './../users/resolvers/Contact.ts';
import    { DataExport } from './../exports/resolvers/DataExport.ts';
import    { DataExportConnection } from './../exports/resolvers/DataExportConnection.ts';
import    { Invitation } from './../invitations/resolvers/Invitation.ts';
import    { Leaving } from './../deletions/resolvers/Leaving.ts';
import    { LeavingStudio } from './../deletions/resolvers/LeavingStudio.ts';
import    { Member as members_Member } from './../members/resolvers/Member.ts';
import    { Member as auth_Member } from './../auth/resolvers/Member.ts';
import    { MemberConnection } from './../members/resolvers/MemberConnection.ts';
import    { Passkey } from './../auth/resolvers/Passkey.ts';
import    { Project } from './../client-links/resolvers/Project.ts';
import    { Session } from './../users/resolvers/Session.ts';
import    { Studio as studios_Studio } from './../studios/resolvers/Studio.ts';
import    { Studio as apps_Studio } from './../apps/resolvers/Studio.ts';
import    { Studio as audit_log_Studio } from './../audit-log/resolvers/Studio.ts';
import    { Studio as deletions_Studio } from './../deletions/resolvers/Studio.ts';
import    { Studio as exports_Studio } from './../exports/resolvers/Studio.ts';
import    { Studio as auth_Studio } from './../auth/resolvers/Studio.ts';
import    { StudioDeletion } from './../deletions/resolvers/StudioDeletion.ts';
import    { StudioVersionConflict } from './../studios/resolvers/StudioVersionConflict.ts';
import    { User as apps_User } from './../apps/resolvers/User.ts';
import    { User as audit_log_User } from './../audit-log/resolvers/User.ts';
import    { User as deletions_User } from './../deletions/resolvers/User.ts';
import    { User as users_User } from './../users/resolvers/User.ts';
import    { User as exports_User } from './../exports/resolvers/User.ts';
import    { User as auth_User } from './../auth/resolvers/User.ts';
import    { Viewer } from './../users/resolvers/Viewer.ts';
    export const resolvers: Resolvers = {
      Query: { askingApp: Query_askingApp,invitation: Query_invitation,studio: Query_studio,viewer: Query_viewer },
      Mutation: { acceptInvitation: Mutation_acceptInvitation,cancelAccountDeletion: Mutation_cancelAccountDeletion,cancelExport: Mutation_cancelExport,cancelStudioDeletion: Mutation_cancelStudioDeletion,changeMemberRole: Mutation_changeMemberRole,createApiKey: Mutation_createApiKey,createClientLink: Mutation_createClientLink,createStudio: Mutation_createStudio,inviteMember: Mutation_inviteMember,registerApp: Mutation_registerApp,removeApp: Mutation_removeApp,removeDemoData: Mutation_removeDemoData,removeMember: Mutation_removeMember,removePasskey: Mutation_removePasskey,renamePasskey: Mutation_renamePasskey,requestAccountDeletion: Mutation_requestAccountDeletion,requestOwnExport: Mutation_requestOwnExport,requestStudioDeletion: Mutation_requestStudioDeletion,requestStudioExport: Mutation_requestStudioExport,requireSecondFactor: Mutation_requireSecondFactor,resendInvitation: Mutation_resendInvitation,revokeApiKey: Mutation_revokeApiKey,revokeAppGrant: Mutation_revokeAppGrant,revokeClientLink: Mutation_revokeClientLink,revokeInvitation: Mutation_revokeInvitation,revokeOtherSessions: Mutation_revokeOtherSessions,revokeSession: Mutation_revokeSession,rotateApiKey: Mutation_rotateApiKey,rotateAppSecret: Mutation_rotateAppSecret,transferOwnership: Mutation_transferOwnership,updateApp: Mutation_updateApp,updateProfile: Mutation_updateProfile,updateStudio: Mutation_updateStudio },
      
      AccountDeletion: AccountDeletion,
ApiKey: ApiKey,
App: App,
AppGrant: AppGrant,
AskingApp: AskingApp,
AuditLogCheck: AuditLogCheck,
AuditLogConnection: AuditLogConnection,
AuditLogFault: AuditLogFault,
AuditLogLine: AuditLogLine,
ClientLink: ClientLink,
Contact: Contact,
DataExport: DataExport,
DataExportConnection: DataExportConnection,
Invitation: Invitation,
Leaving: Leaving,
LeavingStudio: LeavingStudio,
Member: { ...members_Member,...auth_Member },
MemberConnection: MemberConnection,
Passkey: Passkey,
Project: Project,
Session: Session,
Studio: { ...studios_Studio,...apps_Studio,...audit_log_Studio,...deletions_Studio,...exports_Studio,...auth_Studio },
StudioDeletion: StudioDeletion,
StudioVersionConflict: StudioVersionConflict,
User: { ...apps_User,...audit_log_User,...deletions_User,...users_User,...exports_User,...auth_User },
Viewer: Viewer
    }