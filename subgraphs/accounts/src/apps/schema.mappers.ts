import type { App, AppGrant } from './app.ts';

export type AppMapper = App;
export type AskingAppMapper = App;
export type AppGrantMapper = AppGrant;
