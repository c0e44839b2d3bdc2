import { defineConfig } from 'drizzle-kit';

// The schema of tables `ledger`, on which the service kit is tested.
export default defineConfig({ dialect: 'postgresql', schema: './src/ledger/*.table.ts', out: './migrations' });
