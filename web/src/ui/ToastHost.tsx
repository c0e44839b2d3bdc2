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
    const hold = () => keepUndo(Number.POSITIVE_INFINITY);
    const release = () => keepUndo(UNDO_SECONDS);
    host.current?.addEventListener('focusin', hold);
    host.current?.addEventListener('focusout', release);
    return () => {
      host.current?.removeEventListener('focusin', hold);
      host.current?.removeEventListener('focusout', release);
    };
  }, []);
  useEffect(() => {
    const show = ({ message, undo, tone }: ToastMessage) =>
      sonner(message, {
        duration: tone === 'problem' ? Number.POSITIVE_INFINITY : UNDO_SECONDS * 1000,
        closeButton: tone === 'problem',
        ...(undo && { action: { label: t`Undo`, onClick: undo } }),
      });
    return listenToToasts(show);
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
            toast:
              'pointer-events-auto flex w-full items-center gap-4 rounded-8 bg-ink-1 px-4 py-3 text-14 text-ground shadow-float sm:w-90',
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
