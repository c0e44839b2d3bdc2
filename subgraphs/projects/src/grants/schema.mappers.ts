import type { Connection } from '@atelier/service-kit/connections';
import type { ProjectGrant, ProjectShare } from './grant.ts';

export type ProjectShareMapper = ProjectShare;
export type ProjectGrantMapper = ProjectGrant;
export type ProjectGrantConnectionMapper = Connection<ProjectGrant>;
