import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ProjectStatus } from '../../graphql/__generated__/types.ts';
import type { StatusKind } from '../../ui/StatusChip.tsx';

/** What a project's status is called, and the mark beside the word. */
export const projectStatus: Record<ProjectStatus, { word: MessageDescriptor; kind: StatusKind }> = {
  PLANNED: { word: msg`Planned`, kind: 'draft' },
  ACTIVE: { word: msg`Under way`, kind: 'live' },
  ON_HOLD: { word: msg`On hold`, kind: 'waiting' },
  DONE: { word: msg`Delivered`, kind: 'done' },
};
