import type { StudioVersionConflict } from './studio.service.ts';
import type { Studio } from './studio.ts';

export type StudioMapper = Studio;
export type StudioVersionConflictMapper = StudioVersionConflict;
