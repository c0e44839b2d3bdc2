import { tenantPolicy } from '@atelier/service-kit/database';
import { foreignKey, index, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { keyText, schema } from '../schema.ts';
import { clients } from './client.table.ts';

/**
 * The words by which clients are found. Row-level security lets an index serve leak-proof operators only, and `like` is
 * none: a range over words is.
 */
export const searchWords = schema.table(
  'search_words',
  {
    studioId: uuid('studio_id').notNull(),
    clientId: uuid('client_id').notNull(),
    /** Whose words they are: the client itself or one of its contacts. */
    ownerId: uuid('owner_id').notNull(),
    word: keyText('word').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.studioId, table.clientId, table.ownerId, table.word] }),
    index('search_words_studio_word_idx').on(table.studioId, table.word, table.clientId),
    foreignKey({ columns: [table.studioId, table.clientId], foreignColumns: [clients.studioId, clients.id] }).onDelete('cascade'),
    tenantPolicy(),
  ],
);
