import { useLingui } from '@lingui/react/macro';
import { cx } from './cx.ts';
import { initials, personColour } from './person.ts';

/** A person as the interface draws them. */
export type Person = { id: string; name: string; pictureUrl?: string | null };

type AvatarProps = {
  person: Person;
  size?: 20 | 24 | 32 | 48 | 80;
  /** A ring in the person's colour: they are here now. */
  present?: boolean;
  /** The name stands beside it, so that it is not read twice. */
  decorative?: boolean;
  className?: string;
};

const sizes = { 20: 'size-5 text-[9px]', 24: 'size-6 text-[10px]', 32: 'size-8 text-12', 48: 'size-12 text-16', 80: 'size-20 text-26' };

/** A person's picture, or their initials on their colour. */
export function Avatar({ person, size = 24, present = false, decorative = false, className }: AvatarProps) {
  const { t } = useLingui();
  const label = present ? t`${person.name}, here now` : person.name;
  const colour = personColour(person.id);
  return (
    <span
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      title={decorative ? undefined : label}
      className={cx(
        'relative inline-grid shrink-0 place-items-center overflow-clip rounded-full font-medium select-none',
        sizes[size],
        className,
      )}
      style={{
        backgroundColor: colour,
        color: 'var(--person-ink)',
        boxShadow: present ? `0 0 0 2px var(--ground), 0 0 0 4px ${colour}` : undefined,
      }}
    >
      {person.pictureUrl ? <img src={person.pictureUrl} alt="" className="size-full object-cover" /> : initials(person.name)}
    </span>
  );
}

type AvatarStackProps = { people: (Person & { present?: boolean })[]; max?: number; size?: 20 | 24 | 32; label: string };

/** Several people, the first ones drawn and the rest counted. */
export function AvatarStack({ people, max = 4, size = 24, label }: AvatarStackProps) {
  const { t } = useLingui();
  const drawn = people.slice(0, max);
  const rest = people.length - drawn.length;
  const anyPresent = drawn.some((person) => person.present);
  return (
    <ul aria-label={label} className={cx('flex items-center', anyPresent ? 'gap-2' : '-space-x-1')}>
      {drawn.map((person) => (
        <li key={person.id} className={cx('flex rounded-full', !anyPresent && 'ring-2 ring-ground')}>
          <Avatar person={person} size={size} present={person.present ?? false} />
        </li>
      ))}
      {rest > 0 && (
        <li className={cx('figures grid place-items-center rounded-full bg-surface-3 text-ink-2 ring-2 ring-ground', sizes[size])}>
          <span aria-hidden>+{rest}</span>
          <span className="sr-only">{t`and ${rest} more`}</span>
        </li>
      )}
    </ul>
  );
}
