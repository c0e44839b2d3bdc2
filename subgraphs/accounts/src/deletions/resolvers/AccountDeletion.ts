import type { AccountDeletionResolvers } from './../../__generated__/types.ts';

// The mapper has every field under its own name.
export const AccountDeletion: AccountDeletionResolvers = {};
