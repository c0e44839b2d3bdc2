import type { ApiKey } from './api-key.ts';

export type ApiKeyMapper = ApiKey;
