import type { ProjectGrant, ProjectShare } from './grant.ts';

export type ProjectShareMapper = ProjectShare;
export type ProjectGrantMapper = ProjectGrant;
