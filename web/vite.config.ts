import { fileURLToPath } from 'node:url';
import { makeConfig } from '@lingui/conf';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import linguiConfig from './lingui.config.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** In development, `/client` and all below it is the client's entry; everything else that is not a file is the app's. */
function clientEntry(): Plugin {
  return {
    name: 'atelier-client-entry',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (request.url && /^\/client(\/|\?|$)/.test(request.url)) request.url = '/client.html';
        next();
      });
    },
  };
}

export default defineConfig({
  root,
  plugins: [
    clientEntry(),
    react(),
    tailwindcss(),
    lingui({ cwd: root, failOnCompileError: true }),
    // The macro's preset filters by import, so that only files with messages pass through Babel.
    // The config goes along, because the macro alone would look for it where the process was started.
    babel({ cwd: root, presets: [linguiTransformerBabelPreset({ linguiConfig: makeConfig(linguiConfig) }, { cwd: root })] }),
  ],
  build: {
    manifest: true,
    target: 'es2023',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { index: `${root}index.html`, client: `${root}client.html` },
    },
  },
});
