import { byId } from '@atelier/service-kit/batched';
import { encodeId } from '@atelier/service-kit/ids';
import type { MemberResolvers } from './../../__generated__/types.ts';
import { toApiRole } from '../role.ts';

export const Member: Pick<
  MemberResolvers,
  'email' | 'id' | 'isViewer' | 'joinedAt' | 'leaving' | 'name' | 'picture' | 'role' | 'studio' | '__isTypeOf' | '__resolveReference'
> = {
  __resolveReference: byId('Member', (ids, { services }) => services.members.findAll(ids)),
  id: (member) => encodeId('Member', member.id),
  email: (member, _args, { services }) => services.members.email(member),
  role: (member, _args, { services }) => toApiRole(services.members.role(member)),
  joinedAt: (member, _args, { services }) => services.members.joinedAt(member),
  studio: (member, _args, { services }) => services.studios.find(member.studioId),
  isViewer: (member, _args, { services }) => services.members.isViewer(member),
  leaving: (member, _args, { services }) => services.removal.leaving(member),
};
