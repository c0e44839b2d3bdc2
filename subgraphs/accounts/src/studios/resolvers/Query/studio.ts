import type { QueryResolvers } from './../../../__generated__/types.ts';

export const studio: NonNullable<QueryResolvers['studio']> = (_parent, _args, { services }) => services.studios.chosen();
