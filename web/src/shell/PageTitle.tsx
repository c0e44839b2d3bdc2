const PRODUCT = 'Atelier';

/** Names the page in the browser's tab and history: the nearest name first. */
export function PageTitle({ parts }: { parts: (string | null | undefined)[] }) {
  return <title>{[...parts.filter(Boolean), PRODUCT].join(' \u00b7 ')}</title>;
}
