import { useQuery } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { SecondFactorDueDocument } from '../features/settings/__generated__/RequireSecondFactor.ts';
import { Banner } from '../ui/Banner.tsx';
import { DateText } from '../ui/DateText.tsx';

/** Tells a member by when the studio wants a second step of them; nothing where it does not, or they have one. */
export default function SecondFactorNotice({ slug }: { slug: string }) {
  const { data } = useQuery(SecondFactorDueDocument);
  const dueAt = data?.viewer?.member?.secondFactorDueAt;
  if (!dueAt) return null;
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
