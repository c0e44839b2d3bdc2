import type { Passkey } from './factors.repository.ts';

export type PasskeyMapper = Passkey;
