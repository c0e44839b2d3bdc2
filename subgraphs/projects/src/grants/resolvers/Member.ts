import { tryDecodeId } from '@atelier/service-kit/ids';
import type { MemberResolvers } from './../../__generated__/types.ts';

export const Member: Pick<MemberResolvers, 'grants' | '__isTypeOf' | '__resolveReference'> = {
  grants: (member, page, { services }) => {
    const id = tryDecodeId(String(member.id), 'Member');
    return id === null ? null : services.grants.ofMember(id, page);
  },
};
