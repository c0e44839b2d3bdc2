import { createCompiledCatalog } from '@lingui/cli/api';
import type { Plugin } from 'vite';
import config from '../lingui.config.ts';
import { catalogues } from './catalogues.ts';

const SOURCE = /[\\/]web[\\/]src[\\/].*\.tsx?$/;
/** The client's pages come in the client's language; `ui` and `graphql` are read by both entries. */
const NOT_OWN = /[\\/]web[\\/]src[\\/](client|ui|graphql|i18n|dev|graphiql)[\\/]/;
const SHARED_ORIGIN = /^src\/(ui|graphql|i18n)\//;
const SHARED = 'virtual:shared-words';
/** What the macro leaves of a message. */
const MESSAGE_ID = /\bid[:=]\s*["'`]([^"'`]+)["'`]/g;

type Words = Record<string, unknown>;

/** All that the app says in English, as the runtime reads it, by id; and the ids of what both entries say. */
async function appWords(): Promise<{ words: Words; shared: Set<string> }> {
  const words: Words = {};
  const shared = new Set<string>();
  for (const { catalogue, locales } of await catalogues()) {
    if (locales.length > 1) continue;
    const { messages } = await catalogue.getTranslations('en', { fallbackLocales: config.fallbackLocales, sourceLocale: 'en' });
    const { source, errors } = createCompiledCatalog('en', messages, { namespace: 'json' });
    for (const { id, error } of errors) throw new Error(`The message ${id} cannot be read: ${error.message}`);
    Object.assign(words, (JSON.parse(source) as { messages: Words }).messages);
    for (const [id, { origin }] of Object.entries((await catalogue.read('en')) ?? {})) {
      if (origin?.some(([file]) => SHARED_ORIGIN.test(file))) shared.add(id);
    }
  }
  return { words, shared };
}

/**
 * Gives each module of the app its own words, so that a page loads what it can show and nothing else. The build fails where a text of
 * the catalogues comes with no module: it would be missing on its page.
 */
export function ownWords(): Plugin {
  let known = appWords();
  const brought = new Set<string>();
  const pick = ({ words }: { words: Words }, ids: Iterable<string>) =>
    JSON.stringify(Object.fromEntries([...ids].filter((id) => Object.hasOwn(words, id)).map((id) => [id, words[id]])));
  return {
    name: 'atelier-own-words',
    enforce: 'post',
    buildStart() {
      known = appWords();
      brought.clear();
    },
    resolveId: (id) => (id === SHARED ? `\0${SHARED}` : null),
    async load(id) {
      if (id !== `\0${SHARED}`) return null;
      const { words, shared } = await known;
      for (const each of shared) brought.add(each);
      return `export default ${pick({ words }, shared)};`;
    },
    transform: {
      filter: { id: { include: SOURCE, exclude: NOT_OWN } },
      async handler(code) {
        const { words, shared } = await known;
        const ids = new Set(
          [...code.matchAll(MESSAGE_ID)].flatMap(([, id]) => (id && Object.hasOwn(words, id) && !shared.has(id) ? [id] : [])),
        );
        if (ids.size === 0) return null;
        for (const id of ids) brought.add(id);
        return {
          code: `${code}\nimport { words as atelierWords } from '/src/i18n/words.ts';\nObject.assign(atelierWords, ${pick({ words }, ids)});\n`,
          map: null,
        };
      },
    },
    async generateBundle() {
      const missing = Object.keys((await known).words).filter((id) => !brought.has(id));
      if (missing.length > 0)
        this.error(`${missing.length} texts come with no module, among them ${missing.slice(0, 5).join(', ')}: see scripts/own-words.ts.`);
    },
  };
}
