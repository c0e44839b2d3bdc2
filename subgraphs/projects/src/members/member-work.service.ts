import { membershipOf } from '@atelier/service-kit/viewer';
import type { UseCases } from '../context.ts';
import { permissions } from '../permissions.ts';
import type { MemberWork } from './member-work.ts';

/** What is said of a member's work, for one request. */
export type MemberWorkService = ReturnType<typeof memberWorkService>;

/** What is said of a member's work, for one request. */
export function memberWorkService({ viewer, store }: UseCases) {
  return {
    /** Null where there is nothing, and for viewers who neither are this member nor manage members. */
    async of(memberId: string): Promise<MemberWork | null> {
      const isOwn = viewer.kind === 'user' && membershipOf(viewer)?.memberId === memberId;
      return isOwn || permissions.allows(viewer, 'member.readWork') ? store.read.memberWork.of(memberId) : null;
    },
  };
}
