import { defineConfig } from 'drizzle-kit';

/** The schema `accounts`: `drizzle-kit generate --config drizzle.config.ts --name <what it does>`. */
export default defineConfig({
  dialect: 'postgresql',
  // The schema itself is the migrator's to make: it is not among these files.
  schema: ['./src/activity.table.ts', './src/!(auth)/*.table.ts'],
  out: './migrations',
  schemaFilter: ['accounts'],
});
