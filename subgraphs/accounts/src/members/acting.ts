import { forbidden } from '@atelier/service-kit/errors';
import { membershipOf, requireStudio, type Viewer } from '@atelier/service-kit/viewer';

/** Who acts on a membership. */
export interface ActingMember {
  memberId: string;
  studioId: string;
  userId: string;
  sessionId: string;
}

/** The member who asks. @throws FORBIDDEN for programs: they do not decide who belongs to a studio */
export function actingMember(viewer: Viewer): ActingMember {
  const studioId = requireStudio(viewer);
  const membership = membershipOf(viewer);
  if (membership === null || viewer.kind !== 'user') throw forbidden();
  const { userId, sessionId } = viewer;
  return { memberId: membership.memberId, studioId, userId, sessionId };
}
