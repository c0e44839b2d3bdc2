import { encodeId, tryDecodeId } from '@atelier/service-kit/ids';
import type { ActivityResolvers } from './../../__generated__/types.ts';
import { changesOf } from '../activity.ts';

export const Activity: ActivityResolvers = {
  __resolveReference: (reference, { services }) => {
    const id = tryDecodeId(String(reference.id), 'Activity');
    return id === null ? null : services.activity.find(id);
  },
  id: (entry) => encodeId('Activity', entry.id),
  actor: ({ actor }) => {
    if (actor.id === null || actor.kind === 'system') return null;
    const __typename = actor.kind === 'contact' ? 'Contact' : 'Member';
    return { __typename, id: encodeId(__typename, actor.id) };
  },
  subject: (entry) => entry.name,
  task: (entry, _args, { services }) => services.activity.taskOf(entry),
  changes: (entry) => changesOf(entry, encodeId),
};
