import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { toast as sonner, Toaster } from 'sonner';
import { listenToToasts, type ToastMessage } from './toast.ts';

const UNDO_SECONDS = 8;

/** Has every undo stay for so many seconds from now; a pointer that rests on one holds it by itself. */
function keepUndo(seconds: number): void {
  for (const shown of sonner.getToasts()) {
    if ('title' in shown && shown.action) sonner(shown.title, { ...shown, duration: seconds * 1000 });
  }
}

/** Draws the toasts. Loaded at the first one by Toasts. */
export default function ToastHost() {
  const { t } = useLingui();
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current: box } = host;
    let cameFrom: EventTarget | null = null;
    // Its own handling sends whoever goes on by Tab back to where they came from, and so round in a circle: it hears nothing of it.
    const enter = (event: FocusEvent) => {
      event.stopPropagation();
      if (!(event.relatedTarget instanceof Node && box?.contains(event.relatedTarget))) cameFrom = event.relatedTarget;
      keepUndo(Number.POSITIVE_INFINITY);
    };
    const leave = () => keepUndo(UNDO_SECONDS);
    /* Where a message goes that has the focus. */
    const giveBack = () => {
      if (box?.contains(document.activeElement) && cameFrom instanceof HTMLElement) cameFrom.focus();
    };
    const show = ({ message, undo, tone }: ToastMessage) => {
      const act = () => {
        undo?.();
        giveBack();
      };
      sonner(message, {
        duration: tone === 'problem' ? Number.POSITIVE_INFINITY : UNDO_SECONDS * 1000,
        closeButton: tone === 'problem',
        onDismiss: giveBack,
        onAutoClose: giveBack,
        ...(undo && { action: { label: t`Undo`, onClick: act } }),
      });
    };
    box?.addEventListener('focusin', enter);
    box?.addEventListener('focusout', leave);
    const stop = listenToToasts(show);
    return () => {
      stop();
      box?.removeEventListener('focusin', enter);
      box?.removeEventListener('focusout', leave);
    };
  }, [t]);
  return (
    <div ref={host}>
      <Toaster
        position="bottom-center"
        containerAriaLabel={t`Messages`}
        offset={{ bottom: 24 }}
        mobileOffset={{ bottom: 72 }}
        gap={8}
        style={{ fontFamily: 'inherit' }}
        toastOptions={{
          unstyled: true,
          closeButtonAriaLabel: t`Close`,
          classNames: {
            // Its own sheet takes the ring away: a message is a stop of the keyboard, too.
            toast:
              'pointer-events-auto flex w-full items-center gap-4 rounded-8 bg-ink-1 px-4 py-3 text-14 text-ground shadow-float focus-visible:outline-2! focus-visible:outline-offset-2! focus-visible:outline-focus! sm:w-90',
            title: 'flex-1',
            content: 'flex-1',
            actionButton:
              'order-last rounded-4 px-2 py-1 text-14 font-medium underline decoration-1 underline-offset-4 hover:bg-ink-2 focus-visible:outline-ground pointer-coarse:min-h-11',
            closeButton: 'order-last rounded-4 p-1 [&>svg]:size-4 focus-visible:outline-ground',
          },
        }}
      />
    </div>
  );
}
