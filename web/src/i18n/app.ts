import { i18n } from '@lingui/core';
import { words } from './words.ts';

/** Makes the app speak. English only for now: another language is a catalogue of its own and a setting. */
export function activateApp(): void {
  i18n.load('en', words);
  i18n.activate('en');
}
