import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { toast as sonner, Toaster } from 'sonner';
import { listenToToasts, type ToastMessage } from './toast.ts';

const UNDO_SECONDS = 8;

/** Draws the toasts. Loaded at the first one by Toasts. */
export default function ToastHost() {
  const { t } = useLingui();
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
          toast: 'pointer-events-auto flex w-full items-center gap-4 rounded-8 bg-ink-1 px-4 py-3 text-14 text-ground shadow-float sm:w-90',
          title: 'flex-1',
          content: 'flex-1',
          actionButton:
            'order-last rounded-4 px-2 py-1 text-14 font-medium underline decoration-1 underline-offset-4 hover:bg-ink-2 focus-visible:outline-ground pointer-coarse:min-h-11',
          closeButton: 'order-last rounded-4 p-1 [&>svg]:size-4 focus-visible:outline-ground',
        },
      }}
    />
  );
}
