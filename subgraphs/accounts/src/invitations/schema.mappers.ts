import type { Invitation } from './invitation.ts';

export type InvitationMapper = Invitation;
