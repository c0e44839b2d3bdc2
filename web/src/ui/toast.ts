/** What a toast says. `undo` puts a button on it; a toast never asks and never holds the only way to something. */
export type ToastMessage = {
  message: string;
  /** Takes back what just happened. */
  undo?: () => void;
  /** `problem` stays until it is closed and is read aloud at once. */
  tone?: 'plain' | 'problem';
};

type Listener = (toast: ToastMessage) => void;

let listener: Listener | null = null;
const waiting: ToastMessage[] = [];
let onFirst: (() => void) | null = null;

/** Shows a toast at the foot of the page. Toasts said before the host stands are kept for it. */
export function toast(message: ToastMessage): void {
  if (listener) {
    listener(message);
    return;
  }
  waiting.push(message);
  onFirst?.();
}

/** Called by the Toasts component: `callback` hears of each toast that is said while no host stands. */
export function whenFirstToast(callback: () => void): () => void {
  onFirst = callback;
  if (waiting.length > 0) callback();
  return () => {
    onFirst = null;
  };
}

/** Called by the host when it stands. */
export function listenToToasts(next: Listener): () => void {
  listener = next;
  for (const message of waiting.splice(0)) next(message);
  return () => {
    listener = null;
  };
}
