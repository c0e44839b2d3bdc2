import { encodeId } from '@atelier/service-kit/ids';
import type { LeavingStudioResolvers } from './../../__generated__/types.ts';

export const LeavingStudio: LeavingStudioResolvers = {
  id: (studio) => encodeId('Studio', studio.id),
};
