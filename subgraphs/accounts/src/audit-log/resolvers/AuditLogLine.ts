import { batched, whereGiven } from '@atelier/service-kit/batched';
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
  actor: batched((lines, _args, { services }) =>
    whereGiven(
      lines.map((line) => (line.actorKind === 'member' ? line.actorId : null)),
      services.members.findAll,
    ),
  ),
  device: (line) => (line.userAgent === null ? null : deviceOf(line.userAgent)),
  changes: (line) => changesOf(line),
};
