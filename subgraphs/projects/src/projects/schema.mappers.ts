import type { Connection } from '@atelier/service-kit/connections';
import type { BoardColumn } from './board.ts';
import type { Project } from './project.ts';

export type ProjectMapper = Project;
export type ProjectConnectionMapper = Connection<Project>;
export type BoardColumnMapper = BoardColumn;
/** A client of the clients domain, by its global id. */
export type ClientMapper = { __typename?: 'Client'; id: string };
