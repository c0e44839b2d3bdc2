import type { Connection } from '@atelier/service-kit/connections';
import type { Member } from './member.ts';

export type MemberMapper = Member;
export type MemberConnectionMapper = Connection<Member>;
