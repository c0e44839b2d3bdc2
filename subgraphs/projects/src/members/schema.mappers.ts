import type { MemberWork } from './member-work.ts';

export type MemberWorkMapper = MemberWork;
