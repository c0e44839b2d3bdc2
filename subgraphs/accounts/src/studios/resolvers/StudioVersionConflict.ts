import type { StudioVersionConflictResolvers } from './../../__generated__/types.ts';

export const StudioVersionConflict: StudioVersionConflictResolvers = {};
