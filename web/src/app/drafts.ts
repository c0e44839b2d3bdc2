const drafts = new Map<string, Record<string, string>>();

/** What was typed into a form and not sent: kept while the page is open, so that closing a dialog by mistake loses nothing. */
export const draftOf = (form: string): Record<string, string> => drafts.get(form) ?? {};

/** Keeps the form's present values. */
export function keepDraft(name: string, form: HTMLFormElement): void {
  drafts.set(name, valuesOf(form));
}

/** Forgets them once they were sent. */
export function dropDraft(name: string): void {
  drafts.delete(name);
}

/** The values of a form's controls by their names; a box that is not ticked is left out. */
export function valuesOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}
