import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { referenceOf } from '../../graphql/errors.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { toast } from '../../ui/toast.ts';
import {
  GrantProjectDocument,
  RevokeProjectGrantDocument,
  ShareDialogDocument,
  ShareWithLinkDocument,
  UnshareProjectDocument,
} from './__generated__/ShareDialog.ts';
import { ContactLinks } from './ContactLinks.tsx';
import { LinkMade } from './LinkMade.tsx';

type ShareDialogProps = { projectId: string; onOpenChange: (open: boolean) => void };

/** Who of the client and which guests see the project, and the links by which contacts come in. */
export default function ShareDialog({ projectId, onOpenChange }: ShareDialogProps) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(ShareDialogDocument, { variables: { id: projectId } });
  const [share, sharing] = useMutation(ShareWithLinkDocument);
  const [unshare] = useMutation(UnshareProjectDocument);
  const [grant] = useMutation(GrantProjectDocument);
  const [revoke] = useMutation(RevokeProjectGrantDocument);
  const [made, setMade] = useState<{ url: string; name: string; mailed: boolean } | null>(null);
  const project = data?.node?.__typename === 'Project' ? data.node : null;
  const shared = project?.sharedWith ?? [];
  const grants = project?.grants ?? [];
  const ofClient = project?.client?.contacts ?? [];
  // Somebody of an earlier client may still be let in: they stand here too, so that they can be shut out.
  const contacts = [
    ...ofClient,
    ...shared.flatMap(({ contact }) => (contact && !ofClient.some(({ id }) => id === contact.id) ? [contact] : [])),
  ];
  const links = (project?.clientLinks ?? []).filter(({ expiresAt }) => new Date(expiresAt) > new Date());
  const guests = (data?.studio?.members.nodes ?? []).filter((member) => member.role === 'GUEST');

  const failed = (problem: unknown) => {
    const reference = referenceOf(problem);
    toast({
      tone: 'problem',
      message: reference ? t`That did not work. Nothing was changed. Reference ${reference}` : t`That did not work. Nothing was changed.`,
    });
  };
  const makeLink = async (contact: { id: string; name: string }, sendMail: boolean) => {
    try {
      const { data: answer } = await share({
        variables: { share: { projectId, contactId: contact.id }, link: { projectId, contactId: contact.id, sendMail } },
      });
      const link = answer?.createClientLink;
      if (link?.__typename === 'CreateClientLinkSuccess') {
        setMade({ url: link.url, name: contact.name, mailed: sendMail });
        void refetch();
      }
      const refused = [answer?.shareProject, link].find((each) => each?.__typename === 'InvalidInput');
      if (refused?.__typename === 'InvalidInput') toast({ tone: 'problem', message: refused.message });
    } catch (problem) {
      failed(problem);
    }
  };
  const run = (work: Promise<unknown>) => void work.catch(failed);

  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={<Trans>Share</Trans>}
      description={<Trans>Contacts see what is not for the team only, and may comment. They need no account: a link lets them in.</Trans>}
    >
      {error && !project ? (
        <ErrorPanel title={<Trans>This did not load</Trans>} reference={referenceOf(error)} onRetry={() => void refetch()} />
      ) : !project ? (
        <SkeletonRows rows={3} picture />
      ) : (
        <div className="flex flex-col gap-6">
          {made && <LinkMade {...made} />}
          <section>
            <h3 className="pb-1 text-12 text-ink-3">{project.client ? project.client.name : <Trans>Client</Trans>}</h3>
            {!project.client && (
              <p className="text-14 text-ink-2">
                <Trans>This project has no client yet. Choose one under "Edit project" first.</Trans>
              </p>
            )}
            {project.client && ofClient.length === 0 && (
              <p className="text-14 text-ink-2">
                <Trans>This client has no contacts yet. Add one on the client's page.</Trans>
              </p>
            )}
            <ul className="divide-y divide-line">
              {contacts.map((contact) => {
                const since = shared.find((each) => each.contact?.id === contact.id)?.since;
                return (
                  <li key={contact.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
                    <Avatar decorative person={contact} />
                    <div className="min-w-0 flex-1">
                      <p className="truncate">{contact.name}</p>
                      <p className="truncate text-12 text-ink-3">
                        {since ? (
                          <Trans>
                            Let in <DateText at={since} />
                          </Trans>
                        ) : (
                          contact.email
                        )}
                      </p>
                    </div>
                    <Button
                      size="small"
                      tone={since ? 'plain' : 'primary'}
                      busy={sharing.loading}
                      onClick={() => void makeLink(contact, false)}
                    >
                      {since ? <Trans>New link</Trans> : <Trans>Let in</Trans>}
                    </Button>
                    {since ? (
                      <Button
                        size="small"
                        tone="quiet"
                        onClick={() => run(unshare({ variables: { input: { projectId, contactId: contact.id } } }))}
                      >
                        <Trans>Shut out</Trans>
                      </Button>
                    ) : (
                      <Button size="small" tone="quiet" busy={sharing.loading} onClick={() => void makeLink(contact, true)}>
                        <Trans>Let in and mail the link</Trans>
                      </Button>
                    )}
                    <ContactLinks
                      links={links.filter((link) => link.contact?.id === contact.id)}
                      onEnded={() => void refetch()}
                      onFailed={failed}
                    />
                  </li>
                );
              })}
            </ul>
          </section>
          {guests.length > 0 && (
            <section>
              <h3 className="pb-1 text-12 text-ink-3">
                <Trans>Guests of the studio</Trans>
              </h3>
              <ul className="divide-y divide-line">
                {guests.map((guest) => {
                  const isIn = grants.some((each) => each.member?.id === guest.id);
                  const input = { projectId, memberId: guest.id };
                  return (
                    <li key={guest.id} className="flex items-center gap-3 py-2.5">
                      <Avatar decorative person={{ ...guest, pictureUrl: guest.picture }} />
                      <p className="min-w-0 flex-1 truncate">{guest.name}</p>
                      <Button size="small" onClick={() => run(isIn ? revoke({ variables: { input } }) : grant({ variables: { input } }))}>
                        {isIn ? <Trans>Close to them</Trans> : <Trans>Open to them</Trans>}
                      </Button>
                    </li>
                  );
                })}
              </ul>
            </section>
          )}
        </div>
      )}
    </Dialog>
  );
}
