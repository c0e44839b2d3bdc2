import { Trans, useLingui } from '@lingui/react/macro';
import { Check, ChevronsUpDown, Plus } from 'lucide-react';
import { Menu, MenuHeading, MenuItem, MenuRule } from '../ui/Menu.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { FrameFacts } from './frame.ts';

const icon = { size: 14, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** The studio's mark: its logo, or its first letter in the serif. */
export function StudioMark({ name, logo }: { name: string; logo: string | null | undefined }) {
  return (
    <span
      aria-hidden
      className="grid size-7 shrink-0 place-items-center overflow-clip rounded-4 bg-surface-1 inset-ring inset-ring-line-strong"
    >
      {logo ? (
        <img src={logo} alt="" className="size-full object-contain" />
      ) : (
        <span className="name text-16 leading-none">{[...name][0]}</span>
      )}
    </span>
  );
}

/** The studio's name, and the way to the person's other studios. A link each, so that another one can be opened in another tab. */
export function StudioSwitcher({ facts }: { facts: FrameFacts | null }) {
  const { t } = useLingui();
  if (!facts) {
    return (
      <span className="flex h-10 items-center gap-3 px-2">
        <Skeleton className="size-7" />
        <Skeleton className="h-4 w-28" />
      </span>
    );
  }
  const { studio, user } = facts;
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t`Studio: ${studio.name}. Change it`}
          className="flex h-10 items-center gap-3 rounded-4 px-2 text-left transition-colors hover:bg-surface-2"
        >
          <StudioMark name={studio.name} logo={studio.logo} />
          <span className="name min-w-0 flex-1 truncate text-16">{studio.name}</span>
          <ChevronsUpDown {...icon} className="shrink-0 text-ink-3" />
        </button>
      }
    >
      <MenuHeading>
        <Trans>Your studios</Trans>
      </MenuHeading>
      {user.memberships.map(
        ({ id, studio: each }) =>
          each && (
            <MenuItem key={id} asChild>
              <a href={`/s/${each.slug}`} aria-current={each.id === studio.id ? 'true' : undefined}>
                <StudioMark name={each.name} logo={each.logo} />
                <span className="name max-w-56 flex-1 truncate pr-4 text-14">{each.name}</span>
                {each.id === studio.id && <Check {...icon} />}
              </a>
            </MenuItem>
          ),
      )}
      <MenuRule />
      <MenuItem asChild>
        <a href="/welcome">
          <span className="grid size-7 place-items-center text-ink-3">
            <Plus {...icon} />
          </span>
          <Trans>New studio</Trans>
        </a>
      </MenuItem>
    </Menu>
  );
}
