import type { AddressInfo } from 'node:net';
import { decodeId } from '@atelier/service-kit/ids';
import { embeddedSettings } from '../../router/src/protect/settings.ts';
import { createWorld, member } from '../../router/src/testing/world.ts';
import { serveOrders } from './orders.ts';

/** Our router over small subgraphs in its own process, for the fan-out. */
const many = 1_000_000;
const world = await createWorld({
  // One person has all the sockets: what they may ask and open is not what is measured.
  live: { connectionsPerViewer: many, connectionsPerAddress: many },
  protect: { buckets: { ...embeddedSettings.buckets, user: { maximum: many, restoreRate: many } } },
});
const viewer = member(world.studios.ink);
world.signIn('sid=crowd', () => viewer);
const lead = world.add('Member', 'ink', { name: 'Ada Lovelace' });
const project = world.add('Project', 'ink', {
  name: 'Harbour mural',
  note: 'Paint for the whole wall',
  lead: { __typename: 'Member', id: lead },
});
const channel = `projects:project:${world.studios.ink}:${decodeId(project, 'Project')}`;

serveOrders({
  port: (world.server.address() as AddressInfo).port,
  id: project,
  origin: world.url,
  emit: () => void world.emit(channel, project, ['team'], ['team']),
  stop: () => world.stop(),
});
