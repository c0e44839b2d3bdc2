import { decodeId } from '@atelier/service-kit/ids';
import type { StudioResolvers } from './../../__generated__/types.ts';

export const Studio: Pick<StudioResolvers, 'auditLog' | 'auditLogCheck' | 'viewerCanReadAuditLog' | '__isTypeOf' | '__resolveReference'> = {
  auditLog: (studio, { first, after, filter }, { services }) =>
    services.auditLog.page(studio.id, {
      first,
      after,
      filter: {
        kinds: filter?.kinds ?? null,
        actorId: filter?.memberId ? decodeId(filter.memberId, 'Member') : null,
        from: filter?.from ?? null,
        to: filter?.to ?? null,
      },
    }),
  auditLogCheck: (studio, _args, { services }) => services.auditLog.check(studio.id),
  viewerCanReadAuditLog: (studio, _args, { services }) => services.studios.can(studio, 'auditLog.read'),
};
