import { decodeId } from '@atelier/service-kit/ids';
import type { MutationResolvers } from './../../../__generated__/types.ts';

export const cancelExport: NonNullable<MutationResolvers['cancelExport']> = async (_parent, { input }, { services }) => ({
  __typename: 'CancelExportSuccess',
  export: await services.exports.cancel(decodeId(input.id, 'DataExport')),
});
