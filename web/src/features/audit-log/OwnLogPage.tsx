import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { OutsideApi } from '../../app/OutsideApi.tsx';
import { Wordmark } from '../session/SessionLayout.tsx';
import { OwnLog } from './OwnLog.tsx';

/** What happened to the viewer's account, outside of any studio. */
export function OwnLogPage() {
  return (
    <main className="mx-auto max-w-280 px-5 py-6 sm:px-10">
      <Wordmark />
      <h1 className="name pt-10 text-34 text-ink-1">
        <Trans>Your security</Trans>
      </h1>
      <div className="pt-8 pb-16">
        <OutsideApi>
          <OwnLog
            notMe={(label) => (
              <Link to="/security" className="link">
                {label}
              </Link>
            )}
          />
        </OutsideApi>
      </div>
    </main>
  );
}
