import { encodeId } from '@atelier/service-kit/ids';
import type { ChecklistItemResolvers } from './../../__generated__/types.ts';

export const ChecklistItem: ChecklistItemResolvers = {
  id: (item) => encodeId('ChecklistItem', item.id),
};
