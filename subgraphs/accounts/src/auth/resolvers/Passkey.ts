import { encodeId, tryDecodeId } from '@atelier/service-kit/ids';
import type { PasskeyResolvers } from './../../__generated__/types.ts';

export const Passkey: PasskeyResolvers = {
  __resolveReference: (reference, { services }) => {
    const id = tryDecodeId(String(reference.id), 'Passkey');
    return id === null ? null : services.factors.passkey(id);
  },
  id: (passkey) => encodeId('Passkey', passkey.id),
  isSynced: (passkey) => passkey.backedUp,
};
