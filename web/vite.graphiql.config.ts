import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/** GraphiQL, built apart and after the pages: what it shares with them would else make their files larger. */
export default defineConfig({
  root,
  publicDir: false,
  plugins: [react()],
  build: {
    emptyOutDir: false,
    target: 'es2023',
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: { input: { graphiql: `${root}graphiql.html` } },
  },
});
