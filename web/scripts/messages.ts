/** Reads the messages out of the source into src/i18n: new ones are added, those that nobody says any more are dropped. */
import { catalogues } from './catalogues.ts';

for (const { catalogue, name, locales } of await catalogues()) {
  const made = await catalogue.make({ clean: true, overwrite: false, locale: locales, orderBy: 'messageId' });
  if (!made) process.exit(1);
  for (const locale of locales) {
    const messages = Object.values(made[locale] ?? {});
    const missing = locale === 'en' ? 0 : messages.filter((message) => !message.translation).length;
    console.log(`${name}/${locale}.po: ${messages.length} messages, ${missing} without a translation`);
  }
}
