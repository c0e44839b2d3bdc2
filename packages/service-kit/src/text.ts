/**
 * Whether every text in a value, however deep, can be kept: PostgreSQL takes neither a zero byte nor half of a surrogate pair. Keys of
 * objects count too.
 */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value !== 'object' || value === null) return true;
  for (const name in value) if (!isStorable(name) || !isStorable((value as Record<string, unknown>)[name])) return false;
  return true;
}

/** What somebody is told whose text is not storable. */
export const NOT_STORABLE = 'A text holds a character that cannot be kept: a zero byte, or half of a character.';
