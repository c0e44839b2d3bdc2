import { Tabs as Primitive } from 'radix-ui';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { cx } from './cx.ts';

type TabsProps = {
  label: string;
  tabs: { value: string; label: ReactNode; count?: number; content: ReactNode }[];
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
};

/* Inside the box: a border would lie outside of what scrolls, and the open tab's line would be cut off. */
const hairline = 'shadow-[inset_0_-1px_0_var(--line)]';

const rule =
  'relative inline-flex h-10 items-center gap-2 border-b border-transparent text-14 whitespace-nowrap text-ink-2 transition-colors hover:text-ink-1 pointer-coarse:h-11';

const OPEN = '[aria-current="page"], [data-state="active"]';

/** On a phone a row of tabs is longer than the screen: brings the open one into its sight, also one that comes late. The page stays put. */
function useOpenInSight<Row extends HTMLElement>() {
  const ref = useRef<Row>(null);
  useEffect(() => {
    const row = ref.current;
    if (!row) return;
    const show = () => {
      const open = row.querySelector<HTMLElement>(OPEN);
      if (!open) return;
      const [start, end] = [open.offsetLeft, open.offsetLeft + open.offsetWidth];
      if (start >= row.scrollLeft && end <= row.scrollLeft + row.clientWidth) return;
      row.scrollLeft = (start + end - row.clientWidth) / 2;
    };
    show();
    const watcher = new MutationObserver(show);
    watcher.observe(row, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-current', 'data-state'] });
    return () => watcher.disconnect();
  }, []);
  return ref;
}

/** Views of one thing inside a panel. Views with an address of their own are TabLinks instead. */
export function Tabs({ label, tabs, value, defaultValue, onChange }: TabsProps) {
  const first = tabs[0]?.value ?? '';
  const row = useOpenInSight<HTMLDivElement>();
  return (
    <Primitive.Root value={value} defaultValue={defaultValue ?? first} onValueChange={onChange}>
      <Primitive.List ref={row} aria-label={label} className={cx('relative flex gap-6 overflow-x-auto', hairline)}>
        {tabs.map((tab) => (
          <Primitive.Trigger
            key={tab.value}
            value={tab.value}
            className={cx(rule, 'outline-offset-[-2px] data-[state=active]:border-ink-1 data-[state=active]:text-ink-1')}
          >
            {tab.label}
            {tab.count !== undefined && <span className="figures text-12 text-ink-3">{tab.count}</span>}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Content key={tab.value} value={tab.value} className="pt-4">
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  );
}

/** A row of links that look like tabs; give each link `tabLinkClass` and `aria-current="page"` to the one that is open. */
export function TabLinks({ label, children }: { label: string; children: ReactNode }) {
  const row = useOpenInSight<HTMLElement>();
  return (
    <nav ref={row} aria-label={label} className={cx('relative flex gap-6 overflow-x-auto', hairline)}>
      {children}
    </nav>
  );
}

/** The look of a link inside TabLinks. */
export const tabLinkClass = cx(rule, 'outline-offset-[-2px] aria-[current=page]:border-ink-1 aria-[current=page]:text-ink-1');

type SegmentedProps<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: { value: Value; label: ReactNode; icon?: ReactNode }[];
};

/** One of two to four, all in sight: list or board, comfortable or compact. */
export function SegmentedControl<Value extends string>({ label, value, onChange, options }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset className="inline-flex h-control items-stretch rounded-4 bg-surface-2 p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="relative inline-flex items-center gap-2 rounded-4 px-3 text-13 text-ink-2 transition-colors select-none hover:text-ink-1 has-checked:bg-surface-1 has-checked:text-ink-1 has-checked:shadow-[0_0_0_1px_var(--line-strong)] has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 size-full cursor-pointer appearance-none outline-none"
          />
          {option.icon}
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
