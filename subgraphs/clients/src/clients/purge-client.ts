import type { TaskHandler } from '@atelier/service-kit/jobs';
import type { Kit } from '@atelier/service-kit/subgraph';
import { z } from 'zod';
import { removedContact } from '../contacts/contact.ts';
import { openUnit } from '../store.ts';

const payloadShape = z.object({ studioId: z.uuid(), clientId: z.uuid() });
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The job that deletes a client whose time in the trash is over; one that was taken back in the meantime stays. Its contacts
 * leave with it, all but the names under what they wrote.
 */
export function purgeClient(kit: Kit, trashDays: number): TaskHandler {
  return async (payload) => {
    const { studioId, clientId } = payloadShape.parse(payload);
    await kit.database.transaction({ studioId }, async (tx) => {
      const unit = openUnit(tx, kit);
      const client = await unit.clients.lock(clientId);
      if (client === null || client.trashedAt === null) return;
      if (client.trashedAt.getTime() + trashDays * DAY_MS > unit.now.getTime()) return;
      const system = { kind: 'system', id: null } as const;
      const people = await unit.contacts.ofClient(clientId);
      for (const contact of people) await unit.contacts.save(removedContact(contact, unit.now));
      await unit.contacts.detach(clientId);
      await unit.clients.remove(clientId);
      for (const { id } of people) {
        await unit.record(system, {
          entity: { typename: 'Contact', id },
          verb: 'contact.removed',
          audienceBefore: ['team'],
          audienceAfter: ['team'],
          event: { type: 'contact.removed', data: { contactId: id } },
        });
      }
      await unit.record(system, {
        entity: { typename: 'Client', id: clientId },
        verb: 'client.deleted',
        audienceBefore: ['team'],
        audienceAfter: [],
      });
    });
  };
}
