import { Link } from '@tanstack/react-router';
import { ownLogRoute } from '../settings/routes.tsx';
import { OwnLog } from './OwnLog.tsx';

/** What happened to the viewer's account, within the settings of a studio. */
export function OwnLogSettings() {
  const params = ownLogRoute.useParams();
  return (
    <OwnLog
      notMe={(label) => (
        <Link to="/s/$studio/settings/security" params={params} className="link">
          {label}
        </Link>
      )}
    />
  );
}
