import { i18n } from '@lingui/core';
import { messages } from './app/en.po';

/** Makes the app speak. English only for now: another language is a second catalogue and a setting. */
export function activateApp(): void {
  i18n.load('en', messages);
  i18n.activate('en');
}
