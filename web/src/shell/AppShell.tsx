import { Trans, useLingui } from '@lingui/react/macro';
import { Link, type LinkProps } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { createContext, type ReactNode, useContext } from 'react';
import { cx } from '../ui/cx.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { useOpenPalette } from './PaletteHost.tsx';

/** One place of the app. */
export type NavItem = {
  id: string;
  label: string;
  icon: ReactNode;
  link: LinkProps;
  /** How many things wait there. */
  count?: number;
};

type AppShellProps = {
  /** The places, most used first. The phone's bar shows the first four and the rest is reached from the user menu. */
  nav: NavItem[];
  studioSwitcher: ReactNode;
  userMenu: ReactNode;
  /** Between the places and the foot of the sidebar: pinned projects, for instance. */
  sidebar?: ReactNode;
  children: ReactNode;
};

const ON_PHONE = 4;
const InShell = createContext(false);

const sideLink =
  'flex h-8 items-center gap-3 rounded-4 px-2 text-14 text-ink-2 transition-colors hover:bg-surface-2 hover:text-ink-1 pointer-coarse:h-11 ' +
  'aria-[current=page]:bg-surface-2 aria-[current=page]:font-medium aria-[current=page]:text-ink-1';

function Count({ value }: { value: number | undefined }) {
  if (!value) return null;
  return <span className="figures ml-auto text-12 text-ink-3">{value}</span>;
}

function Sidebar({ nav, studioSwitcher, userMenu, sidebar }: Omit<AppShellProps, 'children'>) {
  const { t } = useLingui();
  const openPalette = useOpenPalette();
  return (
    <div className="sticky top-0 hidden h-dvh w-60 shrink-0 flex-col border-r px-3 py-3 md:flex">
      {studioSwitcher}
      <button
        type="button"
        onClick={openPalette}
        className="mt-3 mb-4 flex h-8 items-center gap-3 rounded-4 px-2 text-14 text-ink-3 inset-ring inset-ring-line transition-colors hover:text-ink-1 hover:inset-ring-line-strong pointer-coarse:h-11"
      >
        <Search size={16} strokeWidth={1.5} aria-hidden />
        <Trans>Search</Trans>
        <span className="ml-auto">
          <Kbd keys="mod+k" />
        </span>
      </button>
      <nav aria-label={t`Studio`} className="flex flex-col gap-0.5">
        {nav.map((item) => (
          <Link key={item.id} {...item.link} className={sideLink}>
            {item.icon}
            {item.label}
            <Count value={item.count} />
          </Link>
        ))}
      </nav>
      <div className="-mx-1 min-h-0 flex-1 overflow-y-auto px-1 pt-6">{sidebar}</div>
      {userMenu}
    </div>
  );
}

function BottomBar({ nav, userMenu }: Pick<AppShellProps, 'nav' | 'userMenu'>) {
  const { t } = useLingui();
  return (
    <div className="fixed inset-x-0 bottom-0 z-30 flex border-t bg-ground pb-[env(safe-area-inset-bottom)] md:hidden">
      <nav aria-label={t`Studio`} className="flex flex-1">
        {nav.slice(0, ON_PHONE).map((item) => (
          <Link
            key={item.id}
            {...item.link}
            className="relative flex h-14 flex-1 flex-col items-center justify-center gap-1 text-12 text-ink-2 outline-offset-[-4px] aria-[current=page]:text-ink-1 aria-[current=page]:before:absolute aria-[current=page]:before:inset-x-6 aria-[current=page]:before:-top-px aria-[current=page]:before:h-px aria-[current=page]:before:bg-ink-1"
          >
            <span className="relative">
              {item.icon}
              {item.count ? (
                <span aria-hidden className="absolute -top-1 -right-1.5 size-2 rounded-full bg-accent ring-2 ring-ground" />
              ) : null}
            </span>
            <span>{item.label}</span>
            {item.count ? <span className="sr-only">{t`${item.count} waiting`}</span> : null}
          </Link>
        ))}
      </nav>
      <div className="flex w-16 items-center justify-center">{userMenu}</div>
    </div>
  );
}

/** The frame of every page of the studio: places at the side, or at the foot of a phone. */
export function AppShell({ children, ...frame }: AppShellProps) {
  return (
    <>
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-4 bg-ink-1 px-3 py-2 text-14 text-ground transition-transform focus:translate-y-0"
      >
        <Trans>Skip to the page</Trans>
      </a>
      <div className="flex min-h-dvh">
        <Sidebar {...frame} />
        <div className="flex min-w-0 flex-1 flex-col pb-14 md:pb-0">
          <ConnectionBanner />
          <main id="main" tabIndex={-1} className="min-w-0 flex-1 outline-none">
            <InShell value={true}>{children}</InShell>
          </main>
        </div>
      </div>
      <BottomBar nav={frame.nav} userMenu={frame.userMenu} />
    </>
  );
}

/** The landmark of a page that may stand inside the frame or alone: never two `main` on one page. */
export function PageMain({ className, children }: { className?: string; children: ReactNode }) {
  const Landmark = useContext(InShell) ? 'div' : 'main';
  return <Landmark className={className}>{children}</Landmark>;
}

type PageHeadProps = { title: ReactNode; lead?: ReactNode; actions?: ReactNode; className?: string };

/** The top of a page: one title, what is said about it, and the one thing to do. */
export function PageHead({ title, lead, actions, className }: PageHeadProps) {
  return (
    <header className={cx('flex flex-wrap items-end gap-x-6 gap-y-3 px-4 pt-6 pb-4 sm:px-8 sm:pt-8', className)}>
      <div className="min-w-0 flex-1 basis-full sm:basis-0">
        <h1 className="name text-26 text-ink-1 sm:text-34">{title}</h1>
        {lead && <p className="measure pt-1 text-14 text-ink-2">{lead}</p>}
      </div>
      {actions && <div className="flex items-center gap-2">{actions}</div>}
    </header>
  );
}
