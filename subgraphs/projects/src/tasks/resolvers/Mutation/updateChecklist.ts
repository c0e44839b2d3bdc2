import { invalidInput } from '@atelier/service-kit/errors';
import { decodeId, tryDecodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const updateChecklist: NonNullable<MutationResolvers['updateChecklist']> = async (_parent, { input }, { services }) => {
  const lines = input.items.map(({ id, text, done }) => ({ text, done: done ?? false, id: id ? tryDecodeId(id, 'ChecklistItem') : null }));
  const strange = input.items.findIndex(({ id }, index) => id && lines[index]?.id === null);
  if (strange >= 0) {
    return invalidInput('INVALID_ID', "This is not a line's id. Leave it out for a new line.", ['input', 'items', String(strange), 'id']);
  }
  const outcome = await services.tasks.updateChecklist(decodeId(input.id, 'Task'), input.expectedVersion, lines);
  return '__typename' in outcome ? outcome : { __typename: 'UpdateChecklistSuccess', task: outcome };
};
