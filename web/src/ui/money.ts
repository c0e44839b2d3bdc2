import { regionOf } from './region.ts';

/** How many digits a currency has after the point: 2 for EUR, 0 for JPY. */
export function fractionDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * A sum in minor units as text, the currency always with it. Exact for any integer: it never passes through a float.
 * The sign is a real minus, before the currency.
 */
export function formatMoney(amount: number | bigint, currency: string, locale: string): string {
  const digits = fractionDigits(currency);
  const minor = BigInt(amount);
  const plain = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  const decimal = digits === 0 ? plain : `${plain.slice(0, -digits)}.${plain.slice(-digits)}`;
  const text = new Intl.NumberFormat(regionOf(locale), { style: 'currency', currency }).format(decimal as Intl.StringNumericLiteral);
  return minor < 0n ? `\u2212${text}` : text;
}
