/** A contact who was let into a project. Ids are plain uuids. */
export interface ProjectShare {
  projectId: string;
  contactId: string;
  since: Date;
}

/** A guest to whom a project was opened. */
export interface ProjectGrant {
  projectId: string;
  memberId: string;
  since: Date;
}

/** Whether a contact may be let into a project: one of its client's, or anybody's when the project has no client. */
export const mayBeLetIn = (projectClientId: string | null, contactClientId: string | null): boolean =>
  projectClientId === null || projectClientId === contactClientId;
