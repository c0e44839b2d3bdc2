import { defineConfig } from 'drizzle-kit';

/** The schema `projects`: `drizzle-kit generate --config drizzle.config.ts --name <what it does>`. */
export default defineConfig({
  dialect: 'postgresql',
  // The schema itself is the migrator's to make: src/schema.ts is not among these files.
  schema: './src/**/*.table.ts',
  out: './migrations',
  schemaFilter: ['projects'],
});
