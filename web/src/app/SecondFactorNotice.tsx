import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Banner } from '../ui/Banner.tsx';
import { DateText } from '../ui/DateText.tsx';

/** Tells a member by when the studio wants a second step of them. */
export default function SecondFactorNotice({ slug, dueAt }: { slug: string; dueAt: string }) {
  return (
    <Banner
      kind="degraded"
      action={
        <Link to="/s/$studio/settings/security" params={{ studio: slug }} className="link shrink-0">
          <Trans>Set it up</Trans>
        </Link>
      }
    >
      <Trans>
        The studio asks for a second step at sign-in. Without one it closes for you: <DateText at={dueAt} />.
      </Trans>
    </Banner>
  );
}
