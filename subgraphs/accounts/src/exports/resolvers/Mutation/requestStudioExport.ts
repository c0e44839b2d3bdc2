import type { MutationResolvers } from './../../../__generated__/types.ts';

export const requestStudioExport: NonNullable<MutationResolvers['requestStudioExport']> = async (_parent, _args, { services }) => {
  const result = await services.exports.requestStudio();
  return '__typename' in result ? result : { __typename: 'RequestStudioExportSuccess', export: result };
};
