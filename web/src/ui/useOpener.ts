import { useLayoutEffect, useState } from 'react';

/** What the dialog that is just closing was opened by, until it gives the focus back: the next one may take its place. */
let closing: readonly Element[] = [];

/** What has the focus; of a menu, which is about to close, the button that opened it. */
function focused(): Element | null {
  const menu = document.activeElement?.closest('[role=menu]');
  return menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : document.activeElement;
}

/**
 * Gives the focus back to what opened a dialog; where that is gone, because one dialog took another's place, to what opened the first.
 * For the element that is the dialog, which is made each time it opens.
 */
export function useOpener(): { onCloseAutoFocus: (event: Event) => void } {
  const [openers] = useState(() => {
    const opener = focused();
    return opener === null || opener === document.body ? closing : [opener, ...closing];
  });
  useLayoutEffect(
    () => () => {
      closing = openers;
    },
    [openers],
  );
  return {
    onCloseAutoFocus(event) {
      event.preventDefault();
      closing = [];
      const opener = openers.find((each) => each.isConnected);
      const open = document.querySelector('[role="dialog"][data-state="open"]');
      // The next dialog is open already, and has the focus.
      if (opener instanceof HTMLElement && (open === null || open.contains(opener))) opener.focus();
    },
  };
}
