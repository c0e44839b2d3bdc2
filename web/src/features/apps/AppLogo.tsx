import { cx } from '../../ui/cx.ts';

/** An app's picture, or the first letter of its name. What it is called stands beside it. */
export function AppLogo({ name, logo, large = false }: { name: string; logo: string | null | undefined; large?: boolean }) {
  const size = large ? 'size-16 text-26' : 'size-10 text-16';
  return logo ? (
    <img src={logo} alt="" className={cx('shrink-0 rounded-8 bg-surface-2 object-contain', size)} />
  ) : (
    <span aria-hidden className={cx('name grid shrink-0 place-items-center rounded-8 bg-surface-2 text-ink-2', size)}>
      {[...name][0]?.toUpperCase()}
    </span>
  );
}
