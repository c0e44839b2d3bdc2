import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import { WhenWanted } from './wanted.tsx';

export type MenuProps = {
  /** The button that opens it. */
  trigger: ReactElement;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactNode;
};

export type MenuItemProps = {
  onSelect?: (event: Event) => void;
  icon?: ReactNode;
  /** The shortcut that does the same. */
  keys?: string;
  danger?: boolean;
  disabled?: boolean;
  /** Renders the only child (a link) as the item. */
  asChild?: boolean;
  children: ReactNode;
};

export type MenuChoiceProps = {
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  options: { value: string; label: ReactNode }[];
};

type Parts = typeof import('./menu-parts.tsx');

const load = () => import('./menu-parts.tsx');
const PartsContext = createContext<Parts | null>(null);

/* The items are only ever drawn inside an open menu, which has loaded them. */
function useParts(): Parts {
  const parts = useContext(PartsContext);
  if (!parts) throw new Error('A menu item stands outside of a Menu');
  return parts;
}

/** A list of actions that opens from a button. Fill it with MenuItem, MenuChoice, MenuHeading and MenuRule. */
export function Menu(props: MenuProps) {
  return (
    <WhenWanted trigger={props.trigger} kind="menu" load={load}>
      {(parts) => (
        <PartsContext value={parts}>
          <parts.MenuRoot {...props} />
        </PartsContext>
      )}
    </WhenWanted>
  );
}

/** One action of a Menu. */
export function MenuItem(props: MenuItemProps) {
  const parts = useParts();
  return <parts.MenuItem {...props} />;
}

/** One of several, ticked; a heading stands over them. */
export function MenuChoice(props: MenuChoiceProps) {
  const parts = useParts();
  return <parts.MenuChoice {...props} />;
}

/** Names a group inside a Menu. */
export function MenuHeading({ children }: { children: ReactNode }) {
  const parts = useParts();
  return <parts.MenuHeading>{children}</parts.MenuHeading>;
}

/** A hairline between groups of a Menu. */
export function MenuRule() {
  const parts = useParts();
  return <parts.MenuRule />;
}
