import { useApolloClient } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { CircleCheck, FolderOpen, Users } from 'lucide-react';
import { useEffect } from 'react';
import { placesOf, useFrame } from '../../app/frame.ts';
import { type Command, palette } from '../../shell/palette.ts';
import { SearchDocument } from './__generated__/Search.ts';
import { useCommands } from './useCommands.tsx';

const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** Fills the command palette while a studio is open: what can be done, and what the server finds by words. Draws nothing. */
export default function PaletteContent({ slug }: { slug: string }) {
  const { t } = useLingui();
  const client = useApolloClient();
  const navigate = useNavigate();
  const frame = useFrame();
  const clients = placesOf(frame?.member.role).clients;
  const commands = useCommands(slug);
  useEffect(() => palette.add(...commands), [commands]);

  useEffect(
    () =>
      palette.addSource(async (text, signal) => {
        const { data } = await client.query({
          query: SearchDocument,
          variables: { text, clients },
          fetchPolicy: 'network-only',
          context: { fetchOptions: { signal } },
        });
        if (!data) return [];
        const found: Command[] = [];
        for (const project of data.projects?.nodes ?? []) {
          found.push({
            id: project.id,
            group: t`Projects`,
            label: project.name,
            detail: project.client?.name,
            icon: <FolderOpen {...icon} />,
            run: () => void navigate({ to: '/s/$studio/projects/$projectId', params: { studio: slug, projectId: project.id } }),
          });
        }
        for (const task of data.tasks?.nodes ?? []) {
          found.push({
            id: task.id,
            group: t`Tasks`,
            label: task.title,
            detail: task.project.name,
            icon: <CircleCheck {...icon} />,
            run: () =>
              void navigate({
                to: '/s/$studio/projects/$projectId',
                params: { studio: slug, projectId: task.project.id },
                search: { task: task.id },
              }),
          });
        }
        for (const each of data.clients?.nodes ?? []) {
          found.push({
            id: each.id,
            group: t`Clients`,
            label: each.name,
            icon: <Users {...icon} />,
            run: () => void navigate({ to: '/s/$studio/clients/$clientId', params: { studio: slug, clientId: each.id } }),
          });
        }
        return found;
      }),
    [client, clients, navigate, slug, t],
  );
  return null;
}
