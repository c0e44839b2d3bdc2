import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import type { Person } from '../../ui/Avatar.tsx';
import { ProjectPeopleDocument } from './__generated__/ProjectPage.ts';

/** Somebody to whom a task can be given or who can be mentioned. */
export type ProjectPerson = Person & { kind: 'member' | 'contact'; isViewer: boolean };

/** The members of the studio and the contacts who were let into the project; asked for when `wanted`. */
export function usePeople(projectId: string, wanted = true): ProjectPerson[] {
  const { data } = useQuery(ProjectPeopleDocument, { variables: { id: projectId }, skip: !wanted, fetchPolicy: 'cache-first' });
  return useMemo(() => {
    const members = data?.studio?.members.nodes ?? [];
    const shares = data?.node?.__typename === 'Project' ? (data.node.sharedWith ?? []) : [];
    return [
      ...members.map(({ id, name, picture, isViewer }) => ({ id, name, pictureUrl: picture, isViewer, kind: 'member' as const })),
      ...shares.flatMap(({ contact }) =>
        contact ? [{ id: contact.id, name: contact.name, isViewer: false, kind: 'contact' as const }] : [],
      ),
    ];
  }, [data]);
}
