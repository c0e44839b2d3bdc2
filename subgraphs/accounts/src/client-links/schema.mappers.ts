import type { ClientLink } from './client-link.ts';

export type ClientLinkMapper = ClientLink;
/** A project of the projects domain, by its plain uuid: only its links are ours. */
export type ProjectMapper = { projectId: string };
