import { tryDecodeId } from '@atelier/service-kit/ids';
import type { MemberResolvers } from './../../__generated__/types.ts';

export const Member: Pick<MemberResolvers, 'work' | '__isTypeOf' | '__resolveReference'> = {
  work: (member, _args, { services }) => {
    const id = tryDecodeId(String(member.id), 'Member');
    return id === null ? null : services.memberWork.of(id);
  },
};
