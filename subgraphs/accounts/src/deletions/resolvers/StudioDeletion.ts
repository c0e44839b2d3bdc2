import type { StudioDeletionResolvers } from './../../__generated__/types.ts';

export const StudioDeletion: StudioDeletionResolvers = {
  requestedBy: (deletion, _args, { services }) => services.members.find(deletion.requestedBy),
};
