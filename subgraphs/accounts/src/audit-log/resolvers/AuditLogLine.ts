import type { AuditLogActorKind, AuditLogLineResolvers } from './../../__generated__/types.ts';
import { deviceOf } from '../../users/session.ts';
import type { ActorKind } from '../audit-log.ts';
import { changesOf } from '../audit-log.ts';

const ACTORS = {
  member: 'MEMBER',
  person: 'MEMBER',
  contact: 'CONTACT',
  apiKey: 'API_KEY',
  stranger: 'STRANGER',
  system: 'SYSTEM',
} as const satisfies Record<ActorKind, AuditLogActorKind>;

export const AuditLogLine: AuditLogLineResolvers = {
  actorKind: (line) => ACTORS[line.actorKind],
  actor: (line, _args, { services }) => (line.actorKind === 'member' && line.actorId !== null ? services.members.find(line.actorId) : null),
  device: (line) => (line.userAgent === null ? null : deviceOf(line.userAgent)),
  changes: (line) => changesOf(line),
};
