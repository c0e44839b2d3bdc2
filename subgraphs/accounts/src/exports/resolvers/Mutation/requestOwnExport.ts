import type { MutationResolvers } from './../../../__generated__/types.ts';

export const requestOwnExport: NonNullable<MutationResolvers['requestOwnExport']> = async (_parent, _args, { services }) => {
  const result = await services.exports.requestOwn();
  return '__typename' in result ? result : { __typename: 'RequestOwnExportSuccess', export: result };
};
