import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { DateText } from '../../ui/DateText.tsx';
import { AppLogo } from './AppLogo.tsx';

/** Between two things that are said in one line. */
export const dot = <span aria-hidden>{' \u00b7 '}</span>;

/** When something was used last. */
export function Used({ at }: { at: string | null | undefined }) {
  return at ? (
    <Trans>
      Used <DateText at={at} />
    </Trans>
  ) : (
    <Trans>Never used</Trans>
  );
}

type AppLineProps = { name: string; logo: string | null | undefined; children: ReactNode; action: ReactNode };

/** An app in a list: its picture and name, what is said of it, what can be done. */
export function AppLine({ name, logo, children, action }: AppLineProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b py-3">
      <div className="flex min-w-0 flex-1 basis-64 items-start gap-3">
        <AppLogo name={name} logo={logo} />
        <div className="min-w-0">
          <p className="text-14 font-medium">{name}</p>
          {children}
        </div>
      </div>
      {action}
    </li>
  );
}
