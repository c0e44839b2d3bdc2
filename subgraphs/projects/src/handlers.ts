import type { Transaction } from '@atelier/service-kit/database';
import { encodeId } from '@atelier/service-kit/ids';
import type { DomainEvent } from '@atelier/service-kit/peers';
import type { Kit } from '@atelier/service-kit/subgraph';
import { z } from 'zod';
import { admitGuest, dropContact, dropMember } from './grants/grant.handlers.ts';
import { systemUnit, type Unit } from './store.ts';
import { leaveTasks } from './tasks/task.handlers.ts';
import type { Person } from './tasks/task.ts';

type Handler = (event: DomainEvent, tx: Transaction, kit: Kit) => Promise<void>;

/** Reads an event's data and opens a use case in its studio. An event without a studio is none of ours. */
const on =
  <Data>(shape: z.ZodType<Data>, work: (unit: Unit, data: Data, kit: Kit, studioId: string) => Promise<unknown>): Handler =>
  async (event, tx, kit) => {
    if (event.studioId !== null) await work(systemUnit(kit, tx, event.studioId), shape.parse(event.data), kit, event.studioId);
  };

/** Who takes on the tasks of a member who is gone; null where they are gone too by now, or see too few projects. */
async function successorOf(kit: Kit, studioId: string, memberId: string | null | undefined): Promise<Person | null> {
  if (!memberId) return null;
  const token = await kit.serviceToken(studioId);
  const [member] = await kit.runtime.peers.entities<{ role: string }>(token, 'Member', [encodeId('Member', memberId)], '{ id role }');
  return member && member.role !== 'GUEST' ? { kind: 'member', id: memberId } : null;
}

/** What this domain does when something happened in another one. */
export const handlers: Readonly<Record<string, Handler>> = {
  'contact.removed': on(z.object({ contactId: z.guid() }), async (unit, { contactId }) => {
    await leaveTasks(unit, { kind: 'contact', id: contactId });
    await dropContact(unit, contactId);
  }),
  'member.removed': on(
    z.object({ memberId: z.guid(), tasksTo: z.guid().nullish() }),
    async (unit, { memberId, tasksTo }, kit, studioId) => {
      // One after the other: who takes tasks on may be leaving too. Either they are gone when they are asked for, or what they get is
      // there when they leave.
      await unit.tasks.lockHandovers();
      await leaveTasks(unit, { kind: 'member', id: memberId }, await successorOf(kit, studioId, tasksTo));
      await dropMember(unit, memberId);
    },
  ),
  'member.joined': on(z.object({ memberId: z.guid(), role: z.string(), projectIds: z.array(z.guid()) }), (unit, data) =>
    admitGuest(unit, data),
  ),
};
