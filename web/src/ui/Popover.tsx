import type { ReactElement, ReactNode } from 'react';
import { WhenWanted } from './wanted.tsx';

export type PopoverProps = {
  /** The button that opens it. */
  trigger: ReactElement;
  /** Names the panel for screen readers. */
  label: string;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

const load = () => import('./popover-parts.tsx');

/** A small panel beside the thing it belongs to: pickers, filters. Controlled by `open` and `onOpenChange`, or by itself. */
export function Popover(props: PopoverProps) {
  return (
    <WhenWanted trigger={props.trigger} kind="dialog" load={load} wanted={props.open ?? false}>
      {(parts) => <parts.PopoverRoot {...props} />}
    </WhenWanted>
  );
}
