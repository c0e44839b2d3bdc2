import type { MemberWorkResolvers } from './../../__generated__/types.ts';

// The mapper has every field under its own name.
export const MemberWork: MemberWorkResolvers = {};
