import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { TaskStatus } from '../../graphql/__generated__/types.ts';
import type { StatusKind } from '../../ui/StatusChip.tsx';

/** What a status is called, and the mark beside the word. */
export const taskStatus: Record<TaskStatus, { word: MessageDescriptor; kind: StatusKind }> = {
  TODO: { word: msg`To do`, kind: 'draft' },
  IN_PROGRESS: { word: msg`In progress`, kind: 'live' },
  IN_REVIEW: { word: msg`In review`, kind: 'waiting' },
  DONE: { word: msg`Done`, kind: 'done' },
};
