import { useMutation, useQuery } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useFrame } from '../../app/frame.ts';
import type { NotificationKind } from '../../graphql/__generated__/types.ts';
import { referenceOf } from '../../graphql/errors.ts';
import { PageTitle } from '../../shell/PageTitle.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { Switch } from '../../ui/Toggle.tsx';
import { toast } from '../../ui/toast.ts';
import { NotificationSettingsDocument, UpdateNotificationSettingDocument } from './__generated__/Settings.ts';
import { Section } from './Section.tsx';

/** What reaches the viewer by which way: a switch for each, saved at once. */
export function NotificationSettings() {
  const { t } = useLingui();
  const frame = useFrame();
  const { data, error, refetch } = useQuery(NotificationSettingsDocument);
  const [update] = useMutation(UpdateNotificationSettingDocument, {
    update(cache, { data: answer }) {
      const settings = answer?.updateNotificationSetting.settings;
      if (settings)
        cache.writeQuery({ query: NotificationSettingsDocument, data: { __typename: 'Query', notificationSettings: settings } });
    },
  });
  const settings = data?.notificationSettings;
  if (error && !settings) {
    return <ErrorPanel title={<Trans>These settings did not come</Trans>} reference={referenceOf(error)} onRetry={() => void refetch()} />;
  }
  if (!settings) return <SkeletonRows rows={4} />;

  const words: Record<NotificationKind, { name: string; when: string }> = {
    MENTIONED: { name: t`Mentions`, when: t`Somebody writes your name in a comment.` },
    ASSIGNED: { name: t`Tasks`, when: t`Somebody gives you a task.` },
    COMMENTED: { name: t`Comments`, when: t`Somebody comments on a task of yours.` },
  };
  const set = (kind: NotificationKind, change: { inApp?: boolean; mail?: boolean }) => {
    const next = settings.map((each) => (each.kind === kind ? { ...each, ...change } : each));
    const { inApp = true, mail = false } = next.find((each) => each.kind === kind) ?? {};
    update({
      variables: { input: { kind, inApp, mail } },
      optimisticResponse: {
        __typename: 'Mutation',
        updateNotificationSetting: { __typename: 'UpdateNotificationSettingSuccess', settings: next },
      },
    }).catch(() => toast({ message: t`That was not saved. Try again in a moment.`, tone: 'problem' }));
  };

  return (
    <>
      <PageTitle parts={[t`Notifications`, t`Settings`, frame?.studio.name]} />
      <Section
        wide
        title={<Trans>What reaches you</Trans>}
        lead={<Trans>In this studio. What you choose is saved at once; other studios have their own.</Trans>}
      >
        <table className="w-full max-w-160 text-14">
          <thead>
            <tr className="text-12 text-ink-3">
              <th scope="col" className="border-b py-2 text-left font-normal">
                <Trans>When</Trans>
              </th>
              <th scope="col" className="w-24 border-b py-2 text-center font-normal">
                <Trans>In the app</Trans>
              </th>
              <th scope="col" className="w-24 border-b py-2 text-center font-normal">
                <Trans>By mail</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {settings.map(({ kind, inApp, mail }) => {
              const { name, when } = words[kind];
              return (
                <tr key={kind}>
                  <th scope="row" className="border-b py-2 pr-4 text-left font-normal">
                    {name}
                    <span className="block text-13 text-ink-3">{when}</span>
                  </th>
                  <td className="border-b text-center">
                    <Switch
                      labelHidden
                      label={t`${name} in the app`}
                      checked={inApp}
                      onChange={(event) => set(kind, { inApp: event.currentTarget.checked })}
                    />
                  </td>
                  <td className="border-b text-center">
                    <Switch
                      labelHidden
                      label={t`${name} by mail`}
                      checked={mail}
                      onChange={(event) => set(kind, { mail: event.currentTarget.checked })}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Section>
    </>
  );
}
