import { fileURLToPath } from 'node:url';
import { makeConfig } from '@lingui/conf';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import linguiConfig from './lingui.config.ts';
import { ownWords } from './scripts/own-words.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

const packages = (names: string) => new RegExp(`node_modules[\\\\/](\\.pnpm[\\\\/])?(${names})[@+]`);
const source = (path: string) => new RegExp(`web[\\\\/]src[\\\\/]${path}`);

/**
 * Which modules leave together. Left alone, the bundler makes a file of each piece that two pages share: a hundred files that gzip
 * one by one, 20 kB more for the board. Only what is always loaded together stands in one group, because a group comes as a whole:
 * what the client's letter needs must not drag the app's router along, nor sign-in the line to the API.
 */
const chunkGroups = [
  {
    name: 'react',
    priority: 6,
    test: new RegExp(`preload-helper|${packages('react|react-dom|scheduler|@lingui\\+core|@lingui\\+react').source}`),
  },
  // What the first page of the app needs of the API's client: whether something is an error of it.
  {
    name: 'api-errors',
    priority: 5,
    test: new RegExp(
      `@apollo[\\\\/]client[\\\\/](errors|react[\\\\/]context)[\\\\/]|${source('graphql[\\\\/](errors|ApiProvider)').source}`,
    ),
  },
  {
    name: 'api',
    priority: 4,
    // Without the socket, which comes after the page, and what only the app asks with.
    test: new RegExp(
      `^(?!.*[\\\\/](link[\\\\/]subscriptions|graphql[\\\\/]socket|hooks[\\\\/]use(LazyQuery|Mutation|Fragment)\\.)).*(${packages('@apollo\\+client|graphql|rxjs|optimism|@wry|tslib').source}|${source('graphql[\\\\/]').source})`,
    ),
  },
  {
    name: 'base',
    priority: 3,
    test: new RegExp(
      `lucide-react.*(createLucideIcon|Icon\\.|context|defaultAttributes|utils)|${source('ui[\\\\/](Button|cx|Banner|Toasts|toast)\\.').source}`,
    ),
  },
  {
    name: 'parts',
    priority: 2,
    test: source('ui[\\\\/](Avatar|person|Skeleton|StatusChip|DateText|time|ErrorPanel)\\.'),
  },
  // Of these the client's letter needs none before it is read.
  { name: 'app-api', priority: 1, test: /hooks[\\/]use(LazyQuery|Mutation|Fragment)\./ },
  { name: 'app-parts', priority: 1, test: source('ui[\\\\/](Field|Menu|wanted|Popover)\\.') },
  { name: 'empty', priority: 1, test: source('ui[\\\\/](EmptyState|pictures)\\.') },
  { name: 'pages', priority: 1, test: source('(features[\\\\/].*[\\\\/]routes\\.tsx|routes[\\\\/]|ui[\\\\/]Kbd)') },
];

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
    ownWords(),
  ],
  // Of rxjs the classes as browsers have them, not as they were made before them.
  resolve: { conditions: ['es2015', ...defaultClientConditions] },
  build: {
    manifest: true,
    target: 'es2023',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { index: `${root}index.html`, client: `${root}client.html` },
      output: { codeSplitting: { groups: chunkGroups } },
    },
  },
});
