import type { Stage } from './stage.ts';

export type StageMapper = Stage;
