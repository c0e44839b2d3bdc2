import { useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import { cx } from './cx.ts';
import { useOpener } from './useOpener.ts';

type OverlayProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** One sentence under the title; read aloud when it opens. */
  description?: ReactNode;
  /** The buttons: the one thing to do last. */
  actions?: ReactNode;
  children?: ReactNode;
};

/* A press on a toast, to undo for instance, is not a press beside the dialog. */
function keepForToast(event: Event) {
  if (event.target instanceof Element && event.target.closest('[data-sonner-toaster]')) event.preventDefault();
}

/* In this order: what is filled in, the way out of what cannot be undone, what stands in the dialog. Its own Close comes last. */
const FIRST = [
  'input:not([type=checkbox], [type=radio], [type=file], [type=hidden], :disabled), select:not(:disabled), textarea:not(:disabled)',
  'footer:has([data-tone=danger]) button:not([data-tone=danger])',
  '[data-body] :is(button, a[href], input:not([type=file])):not(:disabled)',
];

/* Never on what decides something: the Enter that opened the dialog may still be held. */
function focusFirst(event: Event) {
  const { currentTarget: dialog } = event;
  if (!(dialog instanceof HTMLElement)) return;
  const first = FIRST.map((selector) => dialog.querySelector<HTMLElement>(selector)).find((each) => each !== null);
  if (!first) return;
  event.preventDefault();
  first.focus();
}

const scrim = 'fixed inset-0 z-40 bg-scrim enter-fade';

function Head({ title, description }: { title: ReactNode; description?: ReactNode }) {
  const { t } = useLingui();
  return (
    <header className="flex items-start gap-4 px-6 pt-5 pb-4">
      <div className="min-w-0 flex-1">
        <Primitive.Title className="name text-20 font-medium wrap-anywhere">{title}</Primitive.Title>
        {description && <Primitive.Description className="measure pt-1 text-14 text-ink-2">{description}</Primitive.Description>}
      </div>
      <Primitive.Close asChild>
        <IconButton label={t`Close`} size="small" className="-mr-1">
          <X size={16} strokeWidth={1.5} aria-hidden />
        </IconButton>
      </Primitive.Close>
    </header>
  );
}

function Actions({ children }: { children: ReactNode }) {
  return <footer className="flex flex-wrap justify-end gap-2 border-t px-6 py-4">{children}</footer>;
}

type ContentProps = Pick<OverlayProps, 'description' | 'children'> & { className: string; onOpenAutoFocus?: (event: Event) => void };

function Content({ className, description, onOpenAutoFocus, children }: ContentProps) {
  return (
    <Primitive.Content
      {...useOpener()}
      onOpenAutoFocus={onOpenAutoFocus}
      onInteractOutside={keepForToast}
      {...(description ? {} : { 'aria-describedby': undefined })}
      className={className}
    >
      {children}
    </Primitive.Content>
  );
}

/** A question or a short form over the page. On a phone it rises from the foot. */
export function Dialog({ open, onOpenChange, title, description, actions, children }: OverlayProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className={scrim} />
        <Content
          description={description}
          onOpenAutoFocus={focusFirst}
          className={cx(
            'fixed z-50 flex max-h-[85dvh] flex-col bg-surface-1 shadow-float outline-none',
            'inset-x-0 bottom-0 rounded-t-8 max-sm:enter-up',
            'sm:enter-pop sm:inset-x-auto sm:top-[12dvh] sm:bottom-auto sm:left-1/2 sm:w-120 sm:max-w-[calc(100vw-32px)] sm:-translate-x-1/2 sm:rounded-8',
          )}
        >
          <Head title={title} description={description} />
          {children && (
            <div data-body className="min-h-0 overflow-y-auto px-6 pb-5">
              {children}
            </div>
          )}
          {actions && <Actions>{actions}</Actions>}
        </Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** A page beside the page: details of one thing, while the list stays where it was. */
export function Sheet({ open, onOpenChange, title, description, actions, children }: OverlayProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className={scrim} />
        <Content
          description={description}
          className="enter-right fixed inset-y-0 right-0 z-50 flex w-full flex-col bg-surface-1 shadow-float outline-none sm:w-[min(560px,90vw)]"
        >
          <Head title={title} description={description} />
          <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-6">{children}</div>
          {actions && <Actions>{actions}</Actions>}
        </Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
