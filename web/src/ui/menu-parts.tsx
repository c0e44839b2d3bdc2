import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { floating } from './floating.ts';
import { Kbd } from './Kbd.tsx';
import type { MenuChoiceProps, MenuItemProps, MenuProps } from './Menu.tsx';

/*
 * Whoever opens a menu by keys stands on its first line at once, also where the lines come later or the menu was not loaded yet when
 * the key was pressed. By a pointer, none is lit.
 */
function startOnFirstLine(menu: HTMLElement | null) {
  if (!menu) return;
  const start = () => {
    if (document.activeElement !== menu || !menu.matches(':focus-visible')) return;
    menu.querySelector<HTMLElement>('[role^=menuitem]:not([data-disabled])')?.focus();
  };
  const arriving = new MutationObserver(start);
  arriving.observe(menu, { childList: true, subtree: true });
  menu.addEventListener('focus', start);
  return () => {
    arriving.disconnect();
    menu.removeEventListener('focus', start);
  };
}

/** The opened menu and its button: what Menu loads when somebody reaches for it. Open from the start, because that is why it was loaded. */
export function MenuRoot({ trigger, align = 'start', side = 'bottom', children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          ref={startOnFirstLine}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cx(floating, 'max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-y-auto p-1')}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const item =
  'flex min-h-8 items-center gap-2 rounded-4 px-2 text-14 outline-none select-none pointer-coarse:min-h-11 ' +
  'data-highlighted:bg-surface-2 data-disabled:opacity-50';

/** One action of a Menu. */
export function MenuItem({ onSelect, icon, keys, danger = false, disabled = false, asChild = false, children }: MenuItemProps) {
  const className = cx(item, danger && 'text-late');
  if (asChild) {
    return (
      <DropdownMenu.Item asChild disabled={disabled} onSelect={onSelect} className={className}>
        {children}
      </DropdownMenu.Item>
    );
  }
  return (
    <DropdownMenu.Item disabled={disabled} onSelect={onSelect} className={className}>
      {icon && <span className={cx('grid size-4 place-items-center', !danger && 'text-ink-3')}>{icon}</span>}
      <span className="flex-1">{children}</span>
      {keys && <Kbd keys={keys} />}
    </DropdownMenu.Item>
  );
}

/** One of several, ticked; the menu stays a menu. */
export function MenuChoice({ label, value, onChange, options }: MenuChoiceProps) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChange}>
      <MenuHeading>{label}</MenuHeading>
      {options.map((option) => (
        <DropdownMenu.RadioItem key={option.value} value={option.value} className={cx(item, 'pr-8')}>
          <span className="flex-1">{option.label}</span>
          <DropdownMenu.ItemIndicator>
            <Check size={14} strokeWidth={1.75} aria-hidden className="-mr-6" />
          </DropdownMenu.ItemIndicator>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

/** Names a group inside a Menu. */
export function MenuHeading({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2 pt-2 pb-1 text-12 text-ink-3">{children}</DropdownMenu.Label>;
}

/** A hairline between groups of a Menu. */
export function MenuRule() {
  return <DropdownMenu.Separator className="mx-2 my-1 h-px bg-line" />;
}
