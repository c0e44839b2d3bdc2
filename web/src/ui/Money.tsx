import { useLingui } from '@lingui/react/macro';
import { cx } from './cx.ts';
import { formatMoney } from './money.ts';

type MoneyProps = {
  /** Minor units: cents for EUR, yen for JPY. */
  amount: number | bigint;
  /** ISO 4217. */
  currency: string;
  /** What a negative sum is: "refund", "fee". A sign alone is easily missed. */
  negativeWord?: string;
  /** A sum on a page of its own is set in the serif. */
  display?: boolean;
  className?: string;
};

/** A sum of money. Figures are tabular, so that right-aligned sums stand under each other. */
export function Money({ amount, currency, negativeWord, display = false, className }: MoneyProps) {
  const { i18n, t } = useLingui();
  return (
    <span className={cx('figures whitespace-nowrap', display && 'name text-34', className)}>
      {amount < 0 && <span className="pr-1.5 font-sans text-12 text-money-out">{negativeWord ?? t`out`}</span>}
      {formatMoney(amount, currency, i18n.locale)}
    </span>
  );
}
