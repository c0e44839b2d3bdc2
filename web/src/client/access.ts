import { signal } from './signal.ts';

/** Whether the reader's way in has ended: the link ran out, was withdrawn, or the cookie is gone. */
export const accessEnded = signal(false);
