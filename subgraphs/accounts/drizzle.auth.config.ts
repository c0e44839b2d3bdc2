import { defineConfig } from 'drizzle-kit';

/** The schema `auth`, which is better-auth's: `drizzle-kit generate --config drizzle.auth.config.ts --name <what it does>`. */
export default defineConfig({ dialect: 'postgresql', schema: './src/{auth,users}/*.table.ts', out: './migrations-auth' });
