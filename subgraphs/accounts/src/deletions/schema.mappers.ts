import type { AccountDeletion, Leaving, LeavingStudio, StudioDeletion } from './deletion.ts';

export type StudioDeletionMapper = StudioDeletion;
export type AccountDeletionMapper = AccountDeletion;
export type LeavingMapper = Leaving;
export type LeavingStudioMapper = LeavingStudio;
