import { useMutation } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { RevokeClientLinkDocument, type SharingFragment } from './__generated__/ShareDialog.ts';

type Link = NonNullable<SharingFragment['clientLinks']>[number];

type ContactLinksProps = { links: readonly Link[]; onEnded: () => void; onFailed: (problem: unknown) => void };

/** The links by which one contact comes in, each of which can be ended alone. */
export function ContactLinks({ links, onEnded, onFailed }: ContactLinksProps) {
  const [end, ending] = useMutation(RevokeClientLinkDocument);
  if (links.length === 0) return null;
  return (
    <ul className="basis-full pl-9">
      {links.map((link) => (
        <li key={link.id} className="flex flex-wrap items-center gap-x-3 text-12 text-ink-3">
          <span className="min-w-0 flex-1">
            <Trans>
              Link made <DateText at={link.createdAt} />
            </Trans>
            {' \u00b7 '}
            {link.lastUsedAt ? (
              <Trans>
                used <DateText at={link.lastUsedAt} />
              </Trans>
            ) : (
              <Trans>not used yet</Trans>
            )}
          </span>
          <Button
            size="small"
            tone="quiet"
            busy={ending.loading}
            onClick={() => void end({ variables: { input: { id: link.id } } }).then(onEnded, onFailed)}
          >
            <Trans>End this link</Trans>
          </Button>
        </li>
      ))}
    </ul>
  );
}
