import { i18n } from '@lingui/core';
import './session.ts';
import { messages } from './settings/en.po';

// What only settings say comes with the first page of them, not with the app.
i18n.load('en', messages);
