const LONGEST = 34;

/** A name in addresses from a studio's name: `Añil & Co.` gives `anil-co`. Only a suggestion; the server decides. */
export function slugFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
}
