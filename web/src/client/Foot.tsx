import { Trans, useLingui } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { type ClientLocale, clientLocales } from '../i18n/client.ts';
import { appearance, type ThemeChoice } from '../shell/theme.ts';
import { cx } from '../ui/cx.ts';
import { choose } from './language.ts';

/* A language is called by its own name, whatever language the page speaks. */
const names: Record<ClientLocale, string> = { en: 'English', es: 'Español' };

const choice = 'inline-flex min-h-control items-center px-2 text-13 rounded-4 hover:text-ink-1';

function Choice({ current, children, ...rest }: { current: boolean; lang?: string; onClick: () => void; children: React.ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={current}
      {...rest}
      className={cx(choice, current ? 'text-ink-1 underline decoration-line-strong underline-offset-4' : 'text-ink-3')}
    >
      {children}
    </button>
  );
}

/** The languages of the page, each in its own words. */
export function LanguageSwitch() {
  const { i18n, t } = useLingui();
  return (
    <fieldset className="flex" aria-label={t`Language`}>
      {clientLocales.map((locale) => (
        <Choice key={locale} lang={locale} current={i18n.locale === locale} onClick={() => void choose(locale)}>
          {names[locale]}
        </Choice>
      ))}
    </fieldset>
  );
}

function ThemeSwitch() {
  const { t } = useLingui();
  const theme = useSyncExternalStore(appearance.subscribe, appearance.theme);
  const themes: [ThemeChoice, string][] = [
    ['system', t`As this device`],
    ['light', t`Light`],
    ['dark', t`Dark`],
  ];
  return (
    <fieldset className="flex" aria-label={t`Light or dark`}>
      {themes.map(([value, word]) => (
        <Choice key={value} current={theme === value} onClick={() => appearance.setTheme(value)}>
          {word}
        </Choice>
      ))}
    </fieldset>
  );
}

/** The quiet end of every page: how it reads, and our own name. */
export function Foot() {
  return (
    <footer className="flex flex-col items-center gap-1 px-6 pt-8 pb-10 text-12 text-ink-3 sm:flex-row sm:justify-between">
      <div className="flex flex-wrap justify-center sm:-ml-2">
        <LanguageSwitch />
        <span aria-hidden className="mx-2 my-auto h-4 w-px bg-line-strong" />
        <ThemeSwitch />
      </div>
      <p>
        <Trans>Made with Atelier</Trans>
      </p>
    </footer>
  );
}
