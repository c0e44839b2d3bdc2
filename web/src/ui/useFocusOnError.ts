import { type RefObject, useEffect, useRef } from 'react';

const isControl = (element: Element | null): element is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLButtonElement =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLButtonElement;

/** Whether it was this form that was just sent: who types elsewhere is left there, and of several wrong fields the first one counts. */
function isSentFrom(form: HTMLFormElement): boolean {
  const { activeElement: from } = document;
  if (from === null || from === document.body) return true;
  return isControl(from) && from.form === form && from.ariaInvalid !== 'true';
}

/** Brings whoever sent a form to the control in it that is wrong, once that is known. For the element that holds the control. */
export function useFocusOnError<Holder extends HTMLElement>(isWrong: boolean): RefObject<Holder | null> {
  const holder = useRef<Holder>(null);
  useEffect(() => {
    const control = isWrong ? (holder.current?.querySelector('input, select, textarea') ?? null) : null;
    if (isControl(control) && control.form !== null && isSentFrom(control.form)) control.focus();
  }, [isWrong]);
  return holder;
}
