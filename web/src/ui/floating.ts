/** The sheet of paper that menus and popovers are on. */
export const floating = 'enter-pop z-50 rounded-8 bg-surface-1 shadow-float outline-none';
