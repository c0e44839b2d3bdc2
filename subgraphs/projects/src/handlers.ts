import type { Transaction } from '@atelier/service-kit/database';
import type { DomainEvent } from '@atelier/service-kit/peers';
import type { Kit } from '@atelier/service-kit/subgraph';
import { z } from 'zod';
import { admitGuest, dropContact, dropMember } from './grants/grant.handlers.ts';
import { systemUnit, type Unit } from './store.ts';
import { leaveTasks } from './tasks/task.handlers.ts';

type Handler = (event: DomainEvent, tx: Transaction, kit: Kit) => Promise<void>;

/** Reads an event's data and opens a use case in its studio. An event without a studio is none of ours. */
const on =
  <Data>(shape: z.ZodType<Data>, work: (unit: Unit, data: Data) => Promise<void>): Handler =>
  async (event, tx, kit) => {
    if (event.studioId !== null) await work(systemUnit(kit, tx, event.studioId), shape.parse(event.data));
  };

/** What this domain does when something happened in another one. */
export const handlers: Readonly<Record<string, Handler>> = {
  'contact.removed': on(z.object({ contactId: z.guid() }), async (unit, { contactId }) => {
    await leaveTasks(unit, { kind: 'contact', id: contactId });
    await dropContact(unit, contactId);
  }),
  'member.removed': on(z.object({ memberId: z.guid() }), async (unit, { memberId }) => {
    await leaveTasks(unit, { kind: 'member', id: memberId });
    await dropMember(unit, memberId);
  }),
  'member.joined': on(z.object({ memberId: z.guid(), role: z.string(), projectIds: z.array(z.guid()) }), (unit, data) =>
    admitGuest(unit, data),
  ),
};
