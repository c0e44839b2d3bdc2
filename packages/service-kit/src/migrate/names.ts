import { basename, dirname } from 'node:path';
import type { SchemaFolder } from './discover.ts';

const inEnvironment = (name: string): string => name.toUpperCase().replaceAll('-', '_');

/** The login role of a schema, where nobody names another one. */
export const roleOf = (schema: string): string => `atelier_${schema}`;

/** The environment's name for the password of a schema's login role: `ATELIER_ACCOUNTS_DB_PASSWORD`. */
export const passwordVariable = (schema: string): string => `ATELIER_${inEnvironment(schema)}_DB_PASSWORD`;

/** The subgraph that a schema belongs to. */
export const ownerOf = ({ migrationsDir }: SchemaFolder): string => basename(dirname(migrationsDir));

/** Whether a schema is the second one of its subgraph, such as `auth` of accounts. */
export const isSecond = (schema: SchemaFolder): boolean => schema.name !== ownerOf(schema);

/** The environment's name for the connection string of a schema's login role: `CLIENTS_DATABASE_URL`, `ACCOUNTS_AUTH_DATABASE_URL`. */
export function urlVariable(schema: SchemaFolder): string {
  const owner = ownerOf(schema);
  return `${inEnvironment(isSecond(schema) ? `${owner}_${schema.name}` : owner)}_DATABASE_URL`;
}
