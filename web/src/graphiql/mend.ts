/** Editors by their place, as they are called to who cannot see them. */
const editors: Readonly<Record<string, string>> = {
  'graphiql-query-editor': 'Operation',
  'graphiql-response': 'Answer',
  'graphiql-editor-tool': 'Variables or headers',
};

/**
 * Mends what GraphiQL leaves out for those who do not see it or use no mouse, now and whenever it changes: editors have names, what
 * they show can be scrolled by keyboard, and a tab, which holds two buttons, is no button itself. Returns what ends it.
 */
export function mendParts(area: HTMLElement): () => void {
  const mend = () => {
    for (const field of area.querySelectorAll('.CodeMirror textarea:not([aria-label])')) {
      const place = Object.keys(editors).find((each) => field.closest(`.${each}`));
      field.setAttribute('aria-label', (place && editors[place]) ?? 'Editor');
    }
    for (const scroll of area.querySelectorAll('.CodeMirror-scroll:not([tabindex="0"])')) scroll.setAttribute('tabindex', '0');
    for (const list of area.querySelectorAll('.graphiql-tabs[role="tablist"]')) list.removeAttribute('role');
    for (const tab of area.querySelectorAll('li.graphiql-tab[role="tab"], li.graphiql-tab[aria-selected]')) {
      tab.firstElementChild?.setAttribute('aria-current', tab.getAttribute('aria-selected') ?? 'false');
      for (const name of ['role', 'aria-selected']) tab.removeAttribute(name);
    }
  };
  const watch = new MutationObserver(mend);
  watch.observe(area, { childList: true, subtree: true, attributes: true, attributeFilter: ['role', 'aria-selected'] });
  mend();
  return () => watch.disconnect();
}
