import { fileURLToPath } from 'node:url';
import { formatter } from '@lingui/format-po';

/** A catalogue of its own each, so that none grows too long to read. Which page loads which text is the build's affair (scripts/own-words.ts). */
const settings = ['settings', 'apps', 'audit-log', 'members', 'roles', 'exports'].map((room) => `<rootDir>/src/features/${room}`);
const session = ['<rootDir>/src/features/session'];

/**
 * The app, its settings and the ways in speak English for now, the client's pages speak the client's language.
 * `src/ui` and `src/i18n` are read by both entries, so their messages are in both.
 */
export default {
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  sourceLocale: 'en',
  locales: ['en', 'es'],
  fallbackLocales: { default: 'en' },
  catalogs: [
    {
      path: '<rootDir>/src/i18n/app/{locale}',
      include: ['<rootDir>/src'],
      exclude: [
        '<rootDir>/src/client',
        '<rootDir>/src/dev',
        ...settings,
        ...session,
        '**/*.test.ts',
        '**/*.test.tsx',
        '**/__generated__/**',
      ],
    },
    {
      path: '<rootDir>/src/i18n/settings/{locale}',
      include: settings,
      exclude: ['**/*.test.ts', '**/*.test.tsx', '**/__generated__/**'],
    },
    {
      path: '<rootDir>/src/i18n/session/{locale}',
      include: session,
      exclude: ['**/*.test.ts', '**/*.test.tsx', '**/__generated__/**'],
    },
    {
      path: '<rootDir>/src/i18n/client/{locale}',
      include: ['<rootDir>/src/client', '<rootDir>/src/ui', '<rootDir>/src/i18n', '<rootDir>/src/graphql'],
      exclude: ['**/*.test.ts', '**/*.test.tsx', '**/__generated__/**'],
    },
  ],
  format: formatter({ lineNumbers: false }),
};
