import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFrame } from '../../app/frame.ts';

/** Leads to what happened to the viewer's account, in the studio that is open or outside of any. */
export function OwnLogLink() {
  const frame = useFrame();
  const label = <Trans>What happened to my account</Trans>;
  return (
    <p className="pt-4 text-14">
      {frame ? (
        <Link to="/s/$studio/settings/security/log" params={{ studio: frame.studio.slug }} className="link">
          {label}
        </Link>
      ) : (
        <Link to="/security/log" className="link">
          {label}
        </Link>
      )}
    </p>
  );
}
