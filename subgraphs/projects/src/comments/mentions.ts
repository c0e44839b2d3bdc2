import { type InvalidInput, invalidInput } from '@atelier/service-kit/errors';
import { tryDecodeId } from '@atelier/service-kit/ids';
import type { UseCases } from '../context.ts';
import type { Person } from '../tasks/task.ts';
import { type Mentioned, mentionsIn, type TypedMention } from './comment.ts';

const personIn = ({ id }: TypedMention): Person | null => {
  const member = tryDecodeId(id, 'Member');
  if (member !== null) return { kind: 'member', id: member };
  const contact = tryDecodeId(id, 'Contact');
  return contact === null ? null : { kind: 'contact', id: contact };
};

type KnownMember = { id: string; role: string };

/** The members whom the viewer knows, with their roles. A contact knows members by name only: their roles are asked for by this domain. */
async function membersOf({ peers, viewer, viewerToken, serviceToken, store }: UseCases, ids: string[]): Promise<(KnownMember | null)[]> {
  if (ids.length === 0) return [];
  if (viewer.kind !== 'contact') return peers.entities<KnownMember>(viewerToken, 'Member', ids, '{ id role }');
  const token = await serviceToken(store.studioId);
  const [seen, known] = await Promise.all([
    peers.entities<{ id: string }>(viewerToken, 'Member', ids, '{ id }'),
    peers.entities<KnownMember>(token, 'Member', ids, '{ id role }'),
  ]);
  return known.map((member, index) => (seen[index] ? member : null));
}

/** Who is mentioned in a body, and whether the project is open to them. Asks the domains that know them, once each. */
export async function resolveMentions(useCases: UseCases, projectId: string, body: string): Promise<Mentioned[] | InvalidInput> {
  const { peers, viewerToken, store } = useCases;
  const typed = mentionsIn(body);
  if (typed.length === 0) return [];
  const people = typed.map((mention) => ({ mention, person: personIn(mention) }));
  const idsOf = (kind: Person['kind']) => people.filter(({ person }) => person?.kind === kind).map(({ mention }) => mention.id);
  const [memberIds, contactIds] = [idsOf('member'), idsOf('contact')];
  const { grants } = store.read;
  const [members, contacts, shares, opened] = await Promise.all([
    membersOf(useCases, memberIds),
    contactIds.length === 0 ? [] : peers.entities<{ id: string }>(viewerToken, 'Contact', contactIds, '{ id }'),
    contactIds.length === 0 ? [] : grants.shares(projectId),
    memberIds.length === 0 ? [] : grants.grants(projectId),
  ]);
  const roles = new Map(memberIds.map((id, index) => [id, members[index]?.role]));
  const known = new Set(contactIds.filter((_, index) => contacts[index]));
  const mentioned: Mentioned[] = [];
  for (const { mention, person } of people) {
    const role = roles.get(mention.id);
    if (person === null || (role === undefined && !known.has(mention.id))) {
      return invalidInput(
        'UNKNOWN_MENTION',
        `Nobody here is known as ${mention.name}. Choose a name from the list, or leave the mention out.`,
        ['input', 'body'],
      );
    }
    const isIn =
      person.kind === 'contact'
        ? shares.some((share) => share.contactId === person.id)
        : role !== 'GUEST' || opened.some((grant) => grant.memberId === person.id);
    mentioned.push({ ...person, name: mention.name, isIn });
  }
  return mentioned;
}
