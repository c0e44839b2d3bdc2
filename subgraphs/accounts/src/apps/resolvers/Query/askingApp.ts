import type { QueryResolvers } from './../../../__generated__/types.ts';

export const askingApp: NonNullable<QueryResolvers['askingApp']> = (_parent, { id }, { services }) => services.apps.asking(id);
