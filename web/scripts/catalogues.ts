import { getCatalogs } from '@lingui/cli/api';
import { makeConfig } from '@lingui/conf';
import config from '../lingui.config.ts';

/** Which languages each catalogue has: the app and its rooms speak English, the client's pages the client's language. */
const languages: Record<string, string[]> = {
  'src/i18n/app': ['en'],
  'src/i18n/settings': ['en'],
  'src/i18n/session': ['en'],
  'src/i18n/client': ['en', 'es'],
};

/** The catalogues of lingui.config.ts, each with the languages it is kept in. */
export async function catalogues() {
  const found = await getCatalogs(makeConfig(config));
  return found.map((catalogue) => {
    const name = Object.keys(languages).find((folder) => catalogue.path.includes(folder));
    return { catalogue, name: name ?? catalogue.path, locales: (name && languages[name]) || ['en'] };
  });
}
