import { defineConfig } from 'drizzle-kit';

/** The schema `accounts`: `drizzle-kit generate --name <what it does>`. */
export default defineConfig({ dialect: 'postgresql', schema: './src/!(auth|users)/*.table.ts', out: './migrations' });
