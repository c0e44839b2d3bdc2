import { type ReactNode, useState } from 'react';
import { Dialog } from '../../ui/Overlay.tsx';
import { Problem } from '../session/Problem.tsx';

type OnceDialogProps = {
  title: ReactNode;
  description: ReactNode;
  /** Whether it may go: it was copied, or the person says that they have it. */
  isKept: boolean;
  /** Said to who leaves before that: what to do first. */
  warning: ReactNode;
  /** The button among them that says it is kept calls `onClose`. */
  actions: ReactNode;
  /** Below the warning. */
  foot?: ReactNode;
  onClose: () => void;
  children: ReactNode;
};

/** What is shown this once. Escape, the cross and a press beside it leave it open and say why, until it is kept. */
export function OnceDialog({ isKept, warning, foot, onClose, children, ...words }: OnceDialogProps) {
  const [isWarned, setIsWarned] = useState(false);
  return (
    <Dialog {...words} open onOpenChange={(open) => !open && (isKept ? onClose() : setIsWarned(true))}>
      {children}
      <div className="flex flex-col gap-3 pt-3 empty:hidden">
        {isWarned && !isKept && <Problem>{warning}</Problem>}
        {foot}
      </div>
    </Dialog>
  );
}
