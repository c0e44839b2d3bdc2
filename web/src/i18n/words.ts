import shared from 'virtual:shared-words';
import type { Messages } from '@lingui/core';

/**
 * What the app says, by id, in English. It begins with what both entries say; each other module adds its own words when it is loaded
 * (scripts/own-words.ts).
 */
export const words: Messages = { ...shared };
