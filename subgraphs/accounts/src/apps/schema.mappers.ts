import type { App, AppGrant, AskingApp } from './app.ts';

export type AppMapper = App;
export type AskingAppMapper = AskingApp;
export type AppGrantMapper = AppGrant;
