import { i18n } from '@lingui/core';
import { messages } from './session/en.po';

// What only the ways in say comes with the first page of them, and with the settings that open them again.
i18n.load('en', messages);
