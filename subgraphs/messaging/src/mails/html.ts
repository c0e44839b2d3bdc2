const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML shows it, in elements and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** Text on one line: for subjects and names. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/**
 * A text of somebody else's on one line, which no mail program turns into a link: it ends what looks like an address after each of its
 * signs, by a space of no width.
 */
export const unlinked = (text: string): string => oneLine(text).replace(/([.:/\\@。．｡])(?=\S)/gu, '$1\u200b');
