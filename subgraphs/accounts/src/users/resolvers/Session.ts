import { encodeId, tryDecodeId } from '@atelier/service-kit/ids';
import type { SessionResolvers } from './../../__generated__/types.ts';
import { deviceOf } from '../session.ts';

export const Session: SessionResolvers = {
  __resolveReference: (reference, { services }) => {
    const id = tryDecodeId(String(reference.id), 'Session');
    return id === null ? null : services.users.session(id);
  },
  id: (session) => encodeId('Session', session.id),
  device: (session) => deviceOf(session.userAgent),
  isCurrent: (session, _args, { services }) => services.users.isCurrent(session),
};
